import { zCounter } from '#domain/day/day.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { readEntities } from '#database/entities.ts'
import type { Db, Tx } from '#database/schema.ts'
import { readLastZ } from './history-refs.ts'

/** Payments taken on a business date, and those of any date that were refunded on it, by id. */
export async function readPaymentsOfDay(
  db: Db | Tx,
  store: string,
  date: string,
): Promise<readonly Payment[]> {
  const taken = await db
    .selectFrom('payments')
    .select('id')
    .where('store', '=', store)
    .where('business_date', '=', date)
    .execute()
  const refunded = await db
    .selectFrom('refunds')
    .select('payment_id as id')
    .where('store', '=', store)
    .where('business_date', '=', date)
    .execute()
  const ids = [...new Set([...taken, ...refunded].map((row) => row.id))].sort()
  const found = await readEntities(
    db,
    store,
    ids.map((id) => ({ type: 'payment', id })),
  )
  return [...found.values()]
    .flatMap(({ state }) => (state === null ? [] : [state as Payment]))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** People who checked out on a business date, by id. */
export async function readCheckedOut(db: Db | Tx, store: string, date: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('check_outs')
    .select('user_id')
    .distinct()
    .where('store', '=', store)
    .where('business_date', '=', date)
    .orderBy('user_id')
    .execute()
  return rows.map((row) => row.user_id)
}

/** When somebody last checked out on a business date, in milliseconds since 1970; 0: not yet. */
export async function readLastCheckOut(
  db: Db | Tx,
  store: string,
  date: string,
  userId: string,
): Promise<number> {
  const row = await db
    .selectFrom('check_outs')
    .select((eb) => eb.fn.max<number | null>('done_at').as('at'))
    .where('store', '=', store)
    .where('business_date', '=', date)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.at ?? 0
}

/** The last check-out of somebody on a business date, or null. */
export async function readCheckOutIdOf(
  db: Db | Tx,
  store: string,
  date: string,
  userId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('check_outs')
    .select('id')
    .where('store', '=', store)
    .where('business_date', '=', date)
    .where('user_id', '=', userId)
    .orderBy('done_at', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Orders of a business date that were cancelled. */
export async function readCancelledIds(db: Db | Tx, store: string, date: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('orders')
    .select('id')
    .where('store', '=', store)
    .where('business_date', '=', date)
    .where('status', '=', 'cancelled')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** The counter of the last Z whose number begins with this device's letter; 0: there is none. */
export async function readLastZOf(db: Db | Tx, store: string, letter: string): Promise<number> {
  const last = await readLastZ(db, store, letter)
  // Not how many there are: a device need not hold them all. [SNAP6]
  return last === null ? 0 : zCounter(last.number)
}
