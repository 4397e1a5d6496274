import { minor } from '#domain/money/money.ts'
import { billTotals, paidSoFar } from '#domain/order/bill.ts'
import { reviewReasons } from '#domain/order/review.ts'
import { readBill, type StoredBill } from '#database/queries/bill.ts'
import type { Db } from '#database/schema.ts'
import type { OrderView, TotalsView } from '#device/messages.ts'
import { readLookups } from './lookups.ts'

export async function readOrderView(db: Db, store: string, orderId: string): Promise<OrderView | null> {
  const bill = await readBill(db, store, orderId)
  if (bill === null) return null
  const lookups = await readLookups(db, store)
  return {
    order: bill.order,
    merged: bill.merged,
    tableName: lookups.tableName(bill.order.tableId),
    areaId: lookups.areaOf(bill.order.tableId),
    waiter: lookups.personName(bill.order.waiter),
    items: bill.items,
    payments: bill.payments,
    totals: totalsOf(bill),
    review: reviewReasons(bill),
    mergedFrom: bill.merged.map(({ id, number, tableId }) => {
      return { orderId: id, number, tableName: lookups.tableName(tableId) }
    }),
    readOnly: bill.readOnly,
  }
}

/** A closed order's money is what was frozen, whatever this program would compute today. */
function totalsOf(bill: StoredBill): TotalsView {
  const { sale } = bill.order
  if (sale === null) return billTotals(bill)
  const { subtotal, discounts, discount, charges, charge, relief, net, tax, total, taxes } = sale
  const paid = paidSoFar(bill.payments)
  const money = { subtotal, discounts, discount, charges, charge, relief, net, tax, total, taxes }
  return { ...money, paid, balance: minor(total - paid) }
}
