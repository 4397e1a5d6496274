import type { Day } from '#domain/day/day.ts'
import type { Item } from '#domain/item/item.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { CheckOut } from '#domain/shift/check-out.ts'
import type { Shift } from '#domain/shift/shift.ts'
import type { Entity } from '#database/entities.ts'
import type { Tx } from '#database/schema.ts'
import { insertRows, replaceOnConflict } from '#database/statement.ts'
import { storableText } from '#database/storable.ts'
import { orderItemRow, orderRow, paymentRow, refundRows } from './order-rows.ts'
import { projectStock } from './project-stock.ts'
import { checkOutRow, dayRow, shiftRow } from './shift-rows.ts'
import { isTabledRecord, RECORD_TABLES, recordRow } from './record-rows.ts'
import { markStaleDays } from './stale-days.ts'

type Row = { readonly [column: string]: string | number | null }

const ROWS_A_STATEMENT = 400

/**
 * Writes the rows that follow from these entities. Nothing else ever writes the tables. `before` are those of them that
 * were there already, as they were.
 */
export async function project(
  tx: Tx,
  store: string,
  entities: readonly Entity[],
  before: readonly Entity[],
): Promise<void> {
  const rows = new Map<string, Row[]>()
  for (const entity of entities) {
    for (const { table, row } of placesOf(store, entity)) {
      const known = rows.get(table)
      if (known === undefined) rows.set(table, [row])
      else known.push(row)
    }
  }
  for (const [table, all] of rows) {
    for (let start = 0; start < all.length; start += ROWS_A_STATEMENT) {
      await upsert(tx, table, all.slice(start, start + ROWS_A_STATEMENT))
    }
  }
  // What these ask of the tables is answered only when all that was written before is.
  const writeStock = await projectStock(tx, store, entities)
  await markStaleDays(tx, store, [...before, ...entities])
  await writeStock()
}

interface Place {
  readonly table: string
  readonly row: Row
}

function placesOf(store: string, entity: Entity): readonly Place[] {
  const { type, id, state } = entity
  if (state === null) return []
  if (type === 'order') return [{ table: 'orders', row: { ...orderRow(store, state as Order) } }]
  if (type === 'item') return [{ table: 'order_items', row: { ...orderItemRow(store, state as Item) } }]
  if (type === 'payment') return paymentPlaces(store, state as Payment)
  if (type === 'shift') return [{ table: 'shifts', row: { ...shiftRow(store, state as Shift) } }]
  if (type === 'check_out')
    return [{ table: 'check_outs', row: { ...checkOutRow(store, state as CheckOut) } }]
  if (type === 'day') {
    const row = dayRow(store, state as Day)
    return row === null ? [] : [{ table: 'days', row: { ...row } }]
  }
  if (!isTabledRecord(type)) return []
  return [{ table: RECORD_TABLES[type], row: recordRow(store, id, type, state as RecordFields) }]
}

function paymentPlaces(store: string, payment: Payment): readonly Place[] {
  const refunds = refundRows(store, payment).map((row) => ({ table: 'refunds', row: { ...row } }))
  return [{ table: 'payments', row: { ...paymentRow(store, payment) } }, ...refunds]
}

function storable(value: string | number | null): string | number | null {
  return typeof value === 'string' ? storableText(value) : value
}

const KEY = ['store', 'id']

/** All rows of one table have the same columns; `(store, id)` is the key of every projection. */
async function upsert(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => columns.map((column) => storable(row[column] ?? null)))
  await insertRows(table, columns, values, replaceOnConflict(columns, KEY)).execute(tx)
}
