import type { Envelope } from '#domain/event/envelope.ts'
import { dropBase, readBases } from '#database/bases.ts'
import { entityKey, type Entity } from '#database/entities.ts'
import { hasTxn, readHeads, writeHeads } from '#database/journal.ts'
import { cutLog, readLog } from '#database/log.ts'
import { quarantine } from '#database/quarantine.ts'
import type { Tx } from '#database/schema.ts'
import { CHAIN_START, hashEvent } from './chain.ts'
import { readEvent } from './fold-entities.ts'
import type { Sabotage, Signing } from './ports.ts'
import { rebuildEntities } from './rebuild.ts'
import { readServers } from './servers.ts'
import { setAside } from './receive.ts'
import { createRenumbering } from './renumber.ts'
import { withSignature } from './signing.ts'
import { writeDown } from './write-down.ts'

/** Who goes on in the place of a device whose log forked: a new id and a letter of its own. */
export interface Heir {
  readonly dev: string
  readonly letter: string
}

/** A device's log is taken back to `common`, the last event the server has, too. */
export interface Rewinding {
  readonly dev: string
  readonly common: number
  /** Writes what is taken back again, as its own. Null: somebody else's log, who brings it back himself. */
  readonly heir: Heir | null
  /** In milliseconds since 1970. */
  readonly at: number
}

interface Place {
  readonly store: string
  /** See `readEvent`. */
  readonly recordAuthor: string | null
  readonly signing?: Signing | undefined
  readonly sabotage?: Sabotage
}

/**
 * What follows `common` is set aside word for word, and written again under the heir's id: the same actions on the
 * same entities with the same stamps, so that everything folds to what it was. Resolves to the entities as they stand
 * now. [FORK2] [FORK3]
 */
export async function rewindLog(
  tx: Tx,
  place: Place,
  { dev, common, heir, at }: Rewinding,
): Promise<readonly Entity[]> {
  const { store } = place
  const tail = await readLog(tx, store, dev, common, null)
  const [first] = tail
  if (first === undefined) return []
  await quarantine(
    tx,
    store,
    tail.map((event) => setAside(event, 'fork')),
    at,
  )
  const base = (await readBases(tx, store)).get(dev)
  await cutLog(tx, store, dev, { seq: common, hash: base?.seq === common ? base.hash : first.prev })
  if (base !== undefined && common < base.seq) await dropBase(tx, store, dev)
  if (heir !== null && place.sabotage?.tailDropped !== true) await writeAgain(tx, place, tail, heir)
  const refs = new Map(tail.map(({ entType: type, entId: id }) => [entityKey(type, id), { type, id }]))
  return rebuildEntities(tx, [...refs.values()], { ...place, eventless: 'remove' })
}

async function writeAgain(
  tx: Tx,
  { store, recordAuthor, signing, sabotage = {} }: Place,
  tail: readonly Envelope[],
  { dev, letter }: Heir,
): Promise<void> {
  const servers = await readServers(tx, store, recordAuthor)
  const payloadOf = createRenumbering(tx, store, letter)
  let head = (await readHeads(tx, store)).get(dev) ?? { seq: 0, hash: CHAIN_START }
  const again: Envelope[] = []
  for (const event of tail.map(withTxnsThatAreHere(tail))) {
    // A copy with the same unsent actions may have met the server before.
    if (await hasTxn(tx, store, event.txn.id)) continue
    const { sig: _old, ...plain } = event
    const unsealed = { ...plain, dev, seq: head.seq + 1, prev: head.hash, payload: await payloadOf(event) }
    const hashed: Envelope = { ...unsealed, hash: hashEvent(unsealed) }
    const sealed = event.txn.i === event.txn.n - 1 ? await withSignature(signing, hashed) : hashed
    head = { seq: sealed.seq, hash: sealed.hash }
    again.push(sealed)
  }
  if (again.length === 0) return
  await writeDown(tx, again, (event) => readEvent(event, servers, sabotage))
  await writeHeads(tx, store, new Map([[dev, head]]))
}

/** Of an action some entities may have gone from here: what is left of it is an action, too. [PRUNE7] */
function withTxnsThatAreHere(tail: readonly Envelope[]): (event: Envelope) => Envelope {
  const parts = new Map<string, number[]>()
  for (const { txn } of tail) parts.set(txn.id, [...(parts.get(txn.id) ?? []), txn.i])
  return (event) => {
    const { id, i, n } = event.txn
    const here = parts.get(id) ?? []
    return here.length === n ? event : { ...event, txn: { id, i: here.indexOf(i), n: here.length } }
  }
}
