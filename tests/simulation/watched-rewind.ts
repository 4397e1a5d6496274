import type { Tx } from '#database/schema.ts'
import type { Replica } from '#sync/replica.ts'
import type { Rewinding } from '#sync/rewind.ts'
import type { Watching } from './watched-replica.ts'

/** I11: whatever a log is taken back by is kept aside, and written again where it is this replica's own. */
export async function watchRewind(
  replica: Replica,
  { world, ledger, planted, name, raw, ids }: Watching,
  rewinding: Rewinding,
  within?: (tx: Tx) => Promise<void>,
): Promise<void> {
  const { dev, common, heir } = rewinding
  const { store } = replica
  if (heir === null && planted.neverRewinds === true) return
  const tail = raw
    .prepare('select seq, txn_id as txn from journal where store = ? and dev = ? and seq > ?')
    .all(store, dev, common) as { readonly seq: number; readonly txn: string }[]
  world.log(name, `takes ${heir === null ? 'another log' : 'its own log'} ${dev} back to ${common}`)
  await replica.rewind(rewinding, within)
  world.sometimes(heir === null ? 'fork of another log undone' : 'fork ended under a new id')
  if (!raw.open) return
  const aside = raw.prepare(
    `select 1 from quarantine where store = ? and dev = ? and seq = ? and reason = 'fork'`,
  )
  const lost = tail.find(({ seq }) => aside.get(store, dev, seq) === undefined)
  if (lost !== undefined) world.fail('I11', `${name} lost ${dev}/${lost.seq}, which it took back`)
  if (heir === null) return
  ids.add(heir.dev)
  const again = raw.prepare('select 1 from journal where store = ? and txn_id = ?')
  const missing = tail.find(({ txn }) => again.get(store, txn) === undefined)
  if (missing !== undefined) world.fail('I11', `${name} did not write ${missing.txn} again`)
  const head = raw.prepare('select seq, hash from heads where store = ? and dev = ?').get(store, heir.dev)
  if (head !== undefined)
    ledger.promise(name, heir.dev, head as { seq: number; hash: string }, 'written again')
}
