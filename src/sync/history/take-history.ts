import type { Envelope } from '#domain/event/envelope.ts'
import { readBases, writeBases } from '#database/bases.ts'
import { entityKey, readEntitiesOf, type Entity } from '#database/entities.ts'
import { readHeads, writeHeads, type Head, type Heads } from '#database/journal.ts'
import { readHashes } from '#database/log.ts'
import { quarantine } from '#database/quarantine.ts'
import type { Db, Tx } from '#database/schema.ts'
import { readEvent } from '#sync/fold-entities.ts'
import { rebuildEntities } from '#sync/rebuild.ts'
import { checkEvents, setAside } from '#sync/receive.ts'
import { readServers } from '#sync/servers.ts'
import { writeDown } from '#sync/write-down.ts'

/** Events of the past of some entities, for a replica that does not hold every log whole. */
export interface HistoryTaking {
  readonly events: readonly unknown[]
  /** Of what is later, each log comes in its own order. */
  readonly upTo: Heads
  /** With this page everything is here that these heads stand for: from now on they are this replica's own. */
  readonly settle: boolean
  /** In milliseconds since 1970. */
  readonly at: number
}

interface Place {
  readonly store: string
  /** See `readEvent`. */
  readonly recordAuthor: string | null
}

/**
 * Keeps such events word for word and folds their entities anew, each from all that is here of it. Form, store and
 * hash are checked; that no event between them is left out is the server's word. [SNAP2] [SNAP3]
 */
export async function takeEvents(
  tx: Tx,
  { store, recordAuthor }: Place,
  { events: raw, upTo, settle, at }: HistoryTaking,
): Promise<readonly Entity[]> {
  const { events, refused } = checkEvents(store, raw)
  const { fresh, forked } = await sift(tx, store, events, upTo)
  const aside = [...refused, ...forked.map((event) => setAside(event, 'fork'))]
  if (aside.length > 0) await quarantine(tx, store, aside, at)
  const servers = await readServers(tx, store, recordAuthor)
  await writeDown(tx, fresh, (event) => readEvent(event, servers))
  const refs = new Map(
    fresh.map(({ entType: type, entId: id }) => [entityKey(type, id), { type, id }] as const),
  )
  if (settle) {
    await standFor(tx, store, upTo)
    // Who may write people and devices is known only now.
    for (const kind of ['user', 'device']) {
      for (const { type, id } of await readEntitiesOf(tx, store, kind))
        refs.set(entityKey(type, id), { type, id })
    }
  }
  return rebuildEntities(tx, [...refs.values()], { store, recordAuthor, eventless: 'keep' })
}

/** What is not here yet. Another event under a number that is here is a fork, and changes nothing. */
async function sift(
  tx: Tx,
  store: string,
  events: readonly Envelope[],
  upTo: Heads,
): Promise<{ readonly fresh: readonly Envelope[]; readonly forked: readonly Envelope[] }> {
  const due = events.filter(({ dev, seq }) => seq <= (upTo.get(dev)?.seq ?? 0))
  const known = new Map<string, string>()
  for (const dev of new Set(due.map((event) => event.dev))) {
    const seqs = due.filter((event) => event.dev === dev).map(({ seq }) => seq)
    for (const [seq, hash] of await readHashes(tx, store, dev, seqs)) known.set(`${dev} ${seq}`, hash)
  }
  const fresh: Envelope[] = []
  const forked: Envelope[] = []
  for (const event of due) {
    const here = known.get(`${event.dev} ${event.seq}`)
    if (here === undefined) fresh.push(event)
    else if (here !== event.hash) forked.push(event)
    known.set(`${event.dev} ${event.seq}`, event.hash)
  }
  return { fresh, forked }
}

/** The heads are this replica's from now on; below them, logs that it did not hold that far are here in part. */
async function standFor(tx: Tx, store: string, upTo: Heads): Promise<void> {
  const heads = await readHeads(tx, store)
  const further = [...upTo].filter(([dev, { seq }]) => seq > (heads.get(dev)?.seq ?? 0))
  await writeHeads(tx, store, new Map(further))
  await writeBases(tx, store, new Map(further))
}

/** The devices whose logs a side at `theirs` cannot be given from here: it lacks what is not here either. [SNAP4] */
export async function outOfReach(tx: Db | Tx, store: string, theirs: Heads): Promise<readonly string[]> {
  const bases = await readBases(tx, store)
  return [...bases].filter(([dev, base]) => isBelow(theirs.get(dev), base)).map(([dev]) => dev)
}

function isBelow(head: Head | undefined, base: Head): boolean {
  return (head?.seq ?? 0) < base.seq
}
