import { billTotals } from '#domain/order/bill.ts'
import type { CheckOut } from '#domain/shift/check-out.ts'
import type { Settings } from '#domain/store/settings.ts'
import { assert } from '#domain/assert.ts'
import { readEntities } from '#database/entities.ts'
import { readBills } from '#database/queries/bill.ts'
import { readCheckOutIdOf } from '#database/queries/days.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { readCheckOutFacts } from '#sync/facts/day-facts.ts'
import type { Replica } from '#sync/replica.ts'
import type { CheckOutView } from '#device/messages/shift-views.ts'
import { readLookups } from './lookups.ts'

interface At {
  readonly settings: Settings
  readonly now: number
  readonly today: string
}

/** What somebody sold, holds and still answers for, before they go home. [CHECKOUT1] [CHECKOUT2] */
export async function readCheckOutView(
  { db, store }: Replica,
  userId: string,
  { settings, now, today }: At,
): Promise<CheckOutView> {
  const facts = await readCheckOutFacts(db, store, userId, { settings, now })
  assert(facts !== null, 'a store with settings has facts')
  const lookups = await readLookups(db, store)
  const bills = await readBills(db, store, await readOpenOrderIds(db, store))
  const doneId = await readCheckOutIdOf(db, store, today, userId)
  return {
    facts,
    open: bills
      .filter(({ order }) => order.waiter === userId)
      .map((bill) => ({
        orderId: bill.order.id,
        number: bill.order.number,
        tableName: lookups.tableName(bill.order.tableId),
        total: billTotals(bill).total,
      })),
    done: doneId === null ? null : await readCheckOut({ db, store }, doneId),
  }
}

async function readCheckOut(
  { db, store }: Pick<Replica, 'db' | 'store'>,
  id: string,
): Promise<CheckOut | null> {
  const [entity] = (await readEntities(db, store, [{ type: 'check_out', id }])).values()
  return (entity?.state as CheckOut | null | undefined) ?? null
}
