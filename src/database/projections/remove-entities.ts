import { readEntities } from '#database/entities.ts'
import type { Tx } from '#database/schema.ts'
import { places, statement } from '#database/statement.ts'
import { removeStock } from './project-stock.ts'
import { isTabledRecord, RECORD_TABLES } from './record-rows.ts'
import { markStaleDays } from './stale-days.ts'

interface Ref {
  readonly type: string
  readonly id: string
}

const TABLES: ReadonlyMap<string, string> = new Map([
  ['order', 'orders'],
  ['item', 'order_items'],
  ['payment', 'payments'],
  ['shift', 'shifts'],
  ['check_out', 'check_outs'],
  ['day', 'days'],
])

const IDS_A_STATEMENT = 400

/** Takes entities and the rows that follow from them away: their history changed, or leaves this replica. */
export async function removeEntities(tx: Tx, store: string, refs: readonly Ref[]): Promise<void> {
  await markStaleDays(tx, store, [...(await readEntities(tx, store, refs)).values()])
  for (const type of new Set(refs.map((ref) => ref.type))) {
    const ids = refs.filter((ref) => ref.type === type).map(({ id }) => id)
    for (let start = 0; start < ids.length; start += IDS_A_STATEMENT) {
      await removeOfType(tx, store, type, ids.slice(start, start + IDS_A_STATEMENT))
    }
  }
}

async function removeOfType(tx: Tx, store: string, type: string, ids: readonly string[]): Promise<void> {
  const list = places(ids)
  const table = isTabledRecord(type) ? RECORD_TABLES[type] : TABLES.get(type)
  if (table !== undefined) {
    await statement(`delete from "${table}" where store = ? and id in ${list}`, [store, ...ids]).execute(tx)
  }
  if (type === 'payment') {
    await statement(`delete from refunds where store = ? and payment_id in ${list}`, [store, ...ids]).execute(
      tx,
    )
  }
  if (type === 'item' || type === 'stock') await removeStock(tx, store, ids)
  const values = [store, type, ...ids]
  await statement(`delete from entities where store = ? and type = ? and id in ${list}`, values).execute(tx)
}
