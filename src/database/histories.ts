import type { Envelope } from '#domain/event/envelope.ts'
import { entityKey } from './entities.ts'
import { envelopeOf } from './journal.ts'
import { PAGE_CHARS_MAX, PAGE_EVENTS_MAX } from './pages.ts'
import type { Ref } from './queries/day-rows.ts'
import type { Db, JournalRow, Tx } from './schema.ts'
import { places, statement } from './statement.ts'

/** The last event of a page of histories: its entity and its place in it. */
export type HistoryMark = readonly [type: string, id: string, hlc: string, dev: string, seq: number]

export interface HistoryPage {
  readonly events: readonly Envelope[]
  /** Where the next page begins; null: this was the last. */
  readonly next: HistoryMark | null
  /** What was in stock when a business date began, where that was asked: ingredient, level, last counted. */
  readonly openings?: readonly (readonly [id: string, level: number, countedAt: number | null])[]
}

const IDS_A_STATEMENT = 100
const ENVELOPE_CHARS = 420

/** The events of some entities, one entity after the other, each in its own order, from `after` on. */
export async function readHistories(
  db: Db | Tx,
  store: string,
  refs: readonly Ref[],
  after: HistoryMark | null,
  eventsMax = PAGE_EVENTS_MAX,
): Promise<HistoryPage> {
  const limit = Math.min(eventsMax, PAGE_EVENTS_MAX)
  const events: Envelope[] = []
  let left = sorted(refs)
  if (after !== null) {
    events.push(...(await readRest(db, store, after, limit + 1)))
    left = left.filter((ref) => compareRefs(ref, { type: after[0], id: after[1] }) > 0)
  }
  while (left.length > 0 && events.length <= limit) {
    const [first] = left
    const some = left.slice(0, IDS_A_STATEMENT).filter(({ type }) => type === first?.type)
    left = left.slice(some.length)
    events.push(...(await readOfType(db, store, some, limit + 1)))
  }
  return cut(events, limit)
}

/** The whole history of some entities, by entity: for as many as a page brings. */
export async function readWholeHistories(
  db: Db | Tx,
  store: string,
  refs: readonly Ref[],
): Promise<ReadonlyMap<string, readonly Envelope[]>> {
  const found = new Map<string, Envelope[]>()
  for (const type of new Set(refs.map((ref) => ref.type))) {
    const all = refs.filter((ref) => ref.type === type)
    for (let start = 0; start < all.length; start += IDS_A_STATEMENT) {
      for (const event of await readOfType(db, store, all.slice(start, start + IDS_A_STATEMENT), null)) {
        const key = entityKey(event.entType, event.entId)
        const known = found.get(key)
        if (known === undefined) found.set(key, [event])
        else known.push(event)
      }
    }
  }
  return found
}

function cut(events: readonly Envelope[], limit: number): HistoryPage {
  let chars = 0
  let count = 0
  for (const { payload } of events) {
    chars += payload.length + ENVELOPE_CHARS
    if (count > 0 && (chars > PAGE_CHARS_MAX || count >= limit)) break
    count += 1
  }
  const page = events.slice(0, count)
  const last = page.at(-1)
  if (last === undefined || count === events.length) return { events: page, next: null }
  return { events: page, next: [last.entType, last.entId, last.hlc, last.dev, last.seq] }
}

type Row = Omit<JournalRow, 'n'>

async function readRest(
  db: Db | Tx,
  store: string,
  [type, id, hlc, dev, seq]: HistoryMark,
  limit: number,
): Promise<readonly Envelope[]> {
  const text = `select * from journal where store = ? and ent_type = ? and ent_id = ?
    and (hlc, dev, seq) > (?, ?, ?) order by hlc, dev, seq limit ${limit}`
  const { rows } = await statement<Row>(text, [store, type, id, hlc, dev, seq]).execute(db)
  return rows.map(envelopeOf)
}

async function readOfType(
  db: Db | Tx,
  store: string,
  refs: readonly Ref[],
  limit: number | null,
): Promise<readonly Envelope[]> {
  const ids = refs.map(({ id }) => id)
  const text = `select * from journal where store = ? and ent_type = ? and ent_id in ${places(ids)}
    order by ent_id, hlc, dev, seq ${limit === null ? '' : `limit ${limit}`}`
  const { rows } = await statement<Row>(text, [store, refs[0]?.type ?? '', ...ids]).execute(db)
  return rows.map(envelopeOf)
}

function sorted(refs: readonly Ref[]): readonly Ref[] {
  const once = new Map(refs.map((ref) => [`${ref.type} ${ref.id}`, ref]))
  return [...once.values()].sort(compareRefs)
}

/** By byte, as every engine compares: ids are ASCII. */
function compareRefs(a: Ref, b: Ref): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}
