import type { Envelope, EventKey } from '#domain/event/envelope.ts'
import { compareKeys } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import { entityKey, NO_KEY } from '#database/entities.ts'
import type { Db, Tx } from '#database/schema.ts'
import type { Replica } from '#sync/replica.ts'
import type { Ledger } from './ledger.ts'
import type { World } from './world.ts'

/** Counted with every copy of a disk that comes to life: from then on a log may fork. */
export const COPIED = 'copy of a disk in use'

/** The same replica, with what it resolves written down and every edit compared with what its author had seen. */
export function watchReplica(world: World, ledger: Ledger, name: string, replica: Replica): Replica {
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
    async rewind(rewinding, within) {
      const whose = rewinding.heir === null ? 'somebody else’s log' : 'its own log'
      world.log(name, `takes ${whose} ${rewinding.dev} back to ${rewinding.common}`)
      const tail = await readTxns(replica.db, store, rewinding.dev, rewinding.common)
      await replica.rewind(rewinding, within)
      const left = await readTxns(replica.db, store, null, 0)
      const missing = rewinding.heir === null ? [] : [...tail].filter((txnId) => !left.has(txnId))
      if (missing.length > 0) world.fail('I1', `${name} did not write again ${missing.join(', ')}`)
      world.sometimes(rewinding.heir === null ? 'fork of another log undone' : 'fork ended under a new id')
    },
    async act(action) {
      let seen: ReadonlyMap<string, EventKey> = new Map()
      const result = await replica.act({
        ...action,
        decide: async (tx) => {
          const decided = await action.decide(tx)
          if (decided.ok) seen = await readHighest(tx, store, decided.value)
          return decided
        },
      })
      if (!result.ok) return result
      checkEdits(world, name, seen, result.value)
      for (const event of result.value) ledger.promise(name, event.dev, event, 'own act', event.txn.id)
      if (result.value.length === 0) await keepTxn(action.txnId)
      return result
    },
    async ingest(raw, receivedAt, onAccepted) {
      const ingested = await replica.ingest(raw, receivedAt, onAccepted)
      for (const event of ingested.accepted) ledger.promise(name, event.dev, event, 'taken in', event.txn.id)
      if (ingested.forks.length > 0 && world.counts().has(COPIED)) world.sometimes('fork found')
      else if (ingested.forks.length > 0)
        world.fail('I2', `${name} found a fork in ${ingested.forks.join(', ')}`)
      else if (ingested.setAside > 0) world.fail('I11', `${name} set aside an honest event`)
      return ingested
    },
  }
}

/** The actions in a device's log after one event, or all there are. */
async function readTxns(
  db: Db,
  store: string,
  dev: string | null,
  after: number,
): Promise<ReadonlySet<string>> {
  const all = db.selectFrom('journal').select('txn_id').where('store', '=', store)
  const rows = await (dev === null ? all : all.where('dev', '=', dev).where('seq', '>', after)).execute()
  return new Set(rows.map((row) => row.txn_id))
}

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
