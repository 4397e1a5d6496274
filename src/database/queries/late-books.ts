import type { Db, Tx } from '#database/schema.ts'

/** Something of a business date that a Z or an addendum may have counted. */
export interface DatedId {
  readonly id: string
  readonly date: string
}

/** The last business dates with a Z, up to and with `upTo`, newest first. */
export async function readClosedDates(
  db: Db | Tx,
  store: string,
  upTo: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('days')
    .select('business_date')
    .where('store', '=', store)
    .where('business_date', '<=', upTo)
    .orderBy('business_date', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.business_date)
}

/** The orders that were closed on these business dates, by id. */
export async function readSoldIds(
  db: Db | Tx,
  store: string,
  dates: readonly string[],
): Promise<readonly DatedId[]> {
  const rows = await db
    .selectFrom('orders')
    .select(['id', 'closed_date'])
    .where('store', '=', store)
    .where('closed_date', 'in', dates)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, date: row.closed_date ?? '' }))
}

/** The refunds that were given on these business dates, by id, with the payment each belongs to. */
export async function readRefundIds(
  db: Db | Tx,
  store: string,
  dates: readonly string[],
): Promise<readonly (DatedId & { readonly paymentId: string })[]> {
  const rows = await db
    .selectFrom('refunds')
    .select(['id', 'payment_id', 'business_date'])
    .where('store', '=', store)
    .where('business_date', 'in', dates)
    .orderBy('id')
    .execute()
  return rows.map(({ id, payment_id: paymentId, business_date: date }) => ({
    // The row's id begins with its payment's.
    id: id.slice(paymentId.length + 1),
    paymentId,
    date,
  }))
}
