import type Database from 'better-sqlite3-multiple-ciphers'
import type { Envelope, EventKey } from '#domain/event/envelope.ts'
import { compareKeys } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import { entityKey, NO_KEY } from '#database/entities.ts'
import type { Tx } from '#database/schema.ts'
import type { Replica } from '#sync/replica.ts'
import { checkDecision } from './decision-rules.ts'
import type { Ledger } from './ledger.ts'
import type { Network } from './network.ts'
import type { Planted } from './planted.ts'
import { isUnknown } from './older.ts'
import { checkReadable, checkTakenIn } from './older-rules.ts'
import { checkSetAside } from './quarantine-rules.ts'
import { watchRewind } from './watched-rewind.ts'
import type { World } from './world.ts'

export interface Watching {
  readonly world: World
  readonly ledger: Ledger
  readonly network: Network
  readonly planted: Planted
  readonly name: string
  readonly raw: Database.Database
  /** It runs an older program. */
  readonly older: boolean
  /** Every id it ever had. */
  readonly ids: Set<string>
}

/** The same replica, with what it resolves written down and every edit compared with what its author had seen. */
export function watchReplica(replica: Replica, watching: Watching): Replica {
  const { world, ledger, network, planted, name, raw, older } = watching
  const { store } = replica

  async function keepTxn(txnId: string): Promise<void> {
    const row = await replica.db
      .selectFrom('journal')
      .select(['dev', 'seq', 'hash'])
      .where('store', '=', store)
      .where('txn_id', '=', txnId)
      .orderBy('seq', 'desc')
      .executeTakeFirst()
    if (row !== undefined) ledger.promise(name, row.dev, row, 'own act, asked again', txnId)
  }

  return {
    store,
    get dev() {
      return replica.dev
    },
    db: replica.db,
    heads: () => replica.heads(),
    takeHistory: (taking, within) => replica.takeHistory(taking, within),
    rewind: (rewinding, within) => watchRewind(replica, watching, rewinding, within),
    async act(action) {
      let seen: ReadonlyMap<string, EventKey> = new Map()
      const result = await replica.act({
        ...action,
        decide: async (tx) => {
          const decided = await action.decide(tx)
          if (!decided.ok) return decided
          const value = planted.drafts?.(decided.value) ?? decided.value
          if (older && value.some(({ event }) => isUnknown(event))) return NO_SUCH_COMMAND as typeof decided
          if (older) await checkReadable(world, name, tx, store, value)
          await checkDecision(world, name, { tx, store, actor: action.actor, drafts: value })
          seen = await readHighest(tx, store, value)
          return { ...decided, value }
        },
      })
      if (!result.ok) return result
      checkEdits(world, name, seen, result.value)
      for (const event of result.value) ledger.promise(name, event.dev, event, 'own act', event.txn.id)
      if (result.value.length === 0) await keepTxn(action.txnId)
      return result
    },
    async ingest(sent, receivedAt, onAccepted) {
      const events = older && planted.refusesUnknown === true ? sent.filter((one) => !isUnknown(one)) : sent
      const ingested = await replica.ingest(events, receivedAt, onAccepted)
      for (const event of ingested.accepted) ledger.promise(name, event.dev, event, 'taken in', event.txn.id)
      const [changed, forged] = [network.changed(), network.forged()]
      const mayFork = (dev: string): boolean => ledger.mayFork(store, dev)
      if (older) checkTakenIn(world, name, { raw, store, events: sent, spoilt: [changed, forged], mayFork })
      if (older && ingested.accepted.some(isUnknown))
        world.sometimes('older program kept what it does not know')
      const strange = ingested.forks.filter((dev) => !mayFork(dev))
      if (strange.length > 0) world.fail('I2', `${name} found a fork in ${strange.join(', ')}`)
      if (ingested.forks.length > 0) world.sometimes('fork found')
      checkSetAside(world, name, { raw, store, events, changed, forged, ingested })
      return ingested
    },
  }
}

/** An older program's screens have no button for it. */
const NO_SUCH_COMMAND = { ok: false, error: { code: 'no_such_command', rule: 'SYNC5' } } as unknown

/** From the journal itself, so that a wrong entity table cannot hide a wrong stamp. */
async function readHighest(tx: Tx, store: string, drafts: readonly Draft[]): Promise<Map<string, EventKey>> {
  const highest = new Map<string, EventKey>()
  for (const { ent } of drafts) {
    const row = await tx
      .selectFrom('journal')
      .select(['hlc', 'dev', 'seq'])
      .where('store', '=', store)
      .where('ent_type', '=', ent.type)
      .where('ent_id', '=', ent.id)
      .orderBy('hlc', 'desc')
      .orderBy('dev', 'desc')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (row !== undefined) highest.set(entityKey(ent.type, ent.id), row as EventKey)
  }
  return highest
}

/** I5: an edit made after seeing another is never beaten by it. */
function checkEdits(
  world: World,
  name: string,
  seen: ReadonlyMap<string, EventKey>,
  events: readonly Envelope[],
): void {
  const highest = new Map(seen)
  for (const event of events) {
    const key = entityKey(event.entType, event.entId)
    if (compareKeys(event, highest.get(key) ?? NO_KEY) <= 0) {
      world.fail('I5', `${name} wrote ${event.type} on ${key} behind what it had seen`)
    }
    highest.set(key, event)
  }
}
