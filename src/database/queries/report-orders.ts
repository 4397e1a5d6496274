import type { SqlValue } from '#database/connection.ts'
import type { Db, Tx } from '#database/schema.ts'
import { statement } from '#database/statement.ts'

/** A place among the orders or refunds of some business dates, the newest first. */
export interface DatedPlace {
  readonly date: string
  /** In milliseconds since 1970. */
  readonly at: number
  readonly id: string
}

export interface DatedOrder extends DatedPlace {
  readonly orderId: string
  readonly paymentId: string | null
}

interface Wanted {
  readonly from: string
  readonly to: string
  /** The page begins behind it; null: at the newest. */
  readonly after: DatedPlace | null
  readonly limit: number
}

interface Row {
  readonly date: string
  readonly at: number
  readonly id: string
  readonly order_id: string
  readonly payment_id: string | null
}

/** Orders sold on some business dates, those closed last first, a page at a time along the index. [REPORT10] */
export function readSoldPage(db: Db | Tx, store: string, wanted: Wanted): Promise<readonly DatedOrder[]> {
  return readPage(db, store, wanted, {
    columns: 'closed_date as date, closed_at as at, id, id as order_id, null as payment_id',
    from: 'orders',
    place: ['closed_date', 'closed_at', 'id'],
  })
}

/** Orders of some business dates that were cancelled, those opened last first. */
export function readCancelledPage(
  db: Db | Tx,
  store: string,
  wanted: Wanted,
): Promise<readonly DatedOrder[]> {
  return readPage(db, store, wanted, {
    columns: 'business_date as date, opened_at as at, id, id as order_id, null as payment_id',
    from: 'orders',
    place: ['business_date', 'opened_at', 'id'],
    also: `status = 'cancelled'`,
  })
}

/** Refunds given on some business dates, the last first. `id` is the row's. */
export function readRefundPage(db: Db | Tx, store: string, wanted: Wanted): Promise<readonly DatedOrder[]> {
  return readPage(db, store, wanted, {
    columns: 'business_date as date, given_at as at, id, order_id, payment_id',
    from: 'refunds',
    place: ['business_date', 'given_at', 'id'],
  })
}

interface Source {
  readonly columns: string
  readonly from: string
  readonly place: readonly [date: string, at: string, id: string]
  readonly also?: string
}

async function readPage(
  db: Db | Tx,
  store: string,
  { from, to, after, limit }: Wanted,
  { columns, from: table, place, also = '1 = 1' }: Source,
): Promise<readonly DatedOrder[]> {
  const [date] = place
  const values: SqlValue[] = [store, from, to]
  if (after !== null) values.push(after.date, after.at, after.id)
  const behind = after === null ? '' : `and (${place.join(', ')}) < (?, ?, ?)`
  const text = `select ${columns} from ${table} where store = ? and ${date} >= ? and ${date} <= ? and ${also}
    ${behind} order by ${place.map((column) => `${column} desc`).join(', ')} limit ${limit}`
  const { rows } = await statement<Row>(text, values).execute(db)
  return rows.map(({ order_id: orderId, payment_id: paymentId, ...row }) => ({ ...row, orderId, paymentId }))
}
