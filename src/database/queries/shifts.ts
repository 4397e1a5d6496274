import type { DrawerFacts } from '#domain/shift/drawer-facts.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Shift } from '#domain/shift/shift.ts'
import { readEntities } from '#database/entities.ts'
import type { Db, Tx } from '#database/schema.ts'

/** A drawer session with every payment taken into it or refunded out of it, or null. */
export async function readDrawer(db: Db | Tx, store: string, shiftId: string): Promise<DrawerFacts | null> {
  const [entity] = (await readEntities(db, store, [{ type: 'shift', id: shiftId }])).values()
  if (entity === undefined || entity.state === null) return null
  const taken = await db
    .selectFrom('payments')
    .select('id')
    .where('store', '=', store)
    .where('shift_id', '=', shiftId)
    .execute()
  const refunded = await db
    .selectFrom('refunds')
    .select('payment_id as id')
    .where('store', '=', store)
    .where('shift_id', '=', shiftId)
    .execute()
  const ids = [...new Set([...taken, ...refunded].map((row) => row.id))].sort()
  const payments = await readEntities(
    db,
    store,
    ids.map((id) => ({ type: 'payment', id })),
  )
  return {
    shift: entity.state as Shift,
    payments: [...payments.values()]
      .map(({ state }) => state as Payment)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** The drawer sessions now open, oldest first. */
export async function readOpenShifts(
  db: Db | Tx,
  store: string,
): Promise<readonly { readonly id: string; readonly drawer: string }[]> {
  return db
    .selectFrom('shifts')
    .select(['id', 'drawer'])
    .where('store', '=', store)
    .where('status', '=', 'open')
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
}

/** The open session of one drawer, or null; the older one where two tills opened it without seeing each other. */
export async function readOpenShiftOf(db: Db | Tx, store: string, drawer: string): Promise<string | null> {
  const row = await db
    .selectFrom('shifts')
    .select('id')
    .where('store', '=', store)
    .where('status', '=', 'open')
    .where('drawer', '=', drawer)
    .orderBy('opened_at')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The drawer sessions of a business date, those opened last first. */
export async function readShiftIdsOfDay(
  db: Db | Tx,
  store: string,
  date: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('shifts')
    .select('id')
    .where('store', '=', store)
    .where('business_date', '=', date)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
