import type { Envelope } from '#domain/event/envelope.ts'
import { envelopeOf, type Heads } from './journal.ts'
import type { Db, Tx } from './schema.ts'

export interface Page {
  readonly events: readonly Envelope[]
  /** True when the other side lacks more than this page holds. */
  readonly more: boolean
}

/** At most this many events or payload characters a page; a single txn larger than that still travels whole. */
export const PAGE_EVENTS_MAX = 500
export const PAGE_CHARS_MAX = 256 * 1024
/** For a server that asks for more, with as many times the characters: nobody's tap waits while it takes them in. */
export const LARGE_PAGE_EVENTS_MAX = 2_000

// SQLite takes conditions a thousand deep, and each browser that was ever cleared is one more device.
const DEVICES_A_PAGE = 300

// An envelope without its payload, roughly: ids, hashes and numbers.
const ENVELOPE_CHARS = 420

/**
 * What a replica with `theirs` lacks of what is here up to `ours`, oldest arrival first, never splitting a txn.
 * The heads are the cursor: a device's log is gapless, so no number can skip a slow transaction.
 */
export async function readMissing(
  db: Db | Tx,
  store: string,
  ours: Heads,
  theirs: Heads,
  eventsMax: number = PAGE_EVENTS_MAX,
): Promise<Page> {
  const limit = Math.min(eventsMax, LARGE_PAGE_EVENTS_MAX)
  const lacking = [...ours]
    .filter(([dev, head]) => head.seq > (theirs.get(dev)?.seq ?? 0))
    .map(([dev, head]) => ({ dev, after: theirs.get(dev)?.seq ?? 0, upTo: head.seq }))
  if (lacking.length === 0) return { events: [], more: false }
  const behind = lacking.slice(0, DEVICES_A_PAGE)
  const from = await firstMissing(db, store, behind)
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('store', '=', store)
    .where('n', '>=', from)
    .where((eb) =>
      eb.or(
        behind.map(({ dev, after, upTo }) =>
          eb.and([eb('dev', '=', dev), eb('seq', '>', after), eb('seq', '<=', upTo)]),
        ),
      ),
    )
    .orderBy('n')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows.map(envelopeOf), limit)
  const first = rows[0]
  const more = page.more || behind.length < lacking.length
  if (page.events.length > 0 || first === undefined) return { events: page.events, more }
  return { events: await readTxn(db, store, first.dev, first.txn_id), more: true }
}

/**
 * Where to begin reading in the order of arrival: at the oldest first event that is missing. Without it SQLite reads
 * the journal from its beginning, or sorts everything a device lacks for each page.
 */
async function firstMissing(
  db: Db | Tx,
  store: string,
  behind: readonly { readonly dev: string; readonly after: number }[],
): Promise<number> {
  const rows = await db
    .selectFrom('journal')
    .select('n')
    // The store in each branch: only so does SQLite look every one up by its key.
    .where((eb) => eb.or(behind.map(({ dev, after }) => eb.and({ store, dev, seq: after + 1 }))))
    .execute()
  return rows.reduce((least, { n }) => Math.min(least, n), rows[0]?.n ?? 0)
}

/** One whole action, however large and however mixed with others it arrived. */
async function readTxn(db: Db | Tx, store: string, dev: string, txnId: string): Promise<readonly Envelope[]> {
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('store', '=', store)
    .where('txn_id', '=', txnId)
    .where('dev', '=', dev)
    .orderBy('seq')
    .execute()
  return rows.map(envelopeOf)
}

/**
 * Events of one device follow each other, but txns of several may interleave: a cut lets whole txns pass only,
 * which may be none.
 */
function cutPage(events: readonly Envelope[], limit: number): Page {
  const charsMax = PAGE_CHARS_MAX * Math.max(1, limit / PAGE_EVENTS_MAX)
  let chars = 0
  let count = 0
  for (const event of events) {
    chars += event.payload.length + ENVELOPE_CHARS
    if (count > 0 && (chars > charsMax || count >= limit)) break
    count += 1
  }
  if (count === events.length) return { events, more: false }
  return { events: withoutTornTxns(events.slice(0, count)), more: true }
}

function withoutTornTxns(events: readonly Envelope[]): readonly Envelope[] {
  const last = new Map<string, Envelope>()
  for (const event of events) last.set(event.dev, event)
  return events.filter((event) => {
    const end = last.get(event.dev)
    return end === undefined || end.txn.id !== event.txn.id || end.txn.i === end.txn.n - 1
  })
}
