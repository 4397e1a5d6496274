import { minor } from '#domain/money/money.ts'
import type { TaxPolicy } from '#domain/money/tax.ts'
import { billTotals, paidSoFar, type BillTotals } from '#domain/order/bill.ts'
import { reviewReasons } from '#domain/order/review.ts'
import { readBill, type StoredBill } from '#database/queries/bill.ts'
import type { Db } from '#database/schema.ts'
import type { OrderView } from '#device/messages.ts'
import { readLookups } from './lookups.ts'
import { readTaxPolicy } from './tax-policy.ts'

export async function readOrderView(db: Db, store: string, orderId: string): Promise<OrderView | null> {
  const bill = await readBill(db, store, orderId)
  if (bill === null) return null
  const lookups = await readLookups(db, store)
  return {
    order: bill.order,
    tableName: lookups.tableName(bill.order.tableId),
    waiter: lookups.personName(bill.order.openedBy),
    items: bill.items,
    payments: bill.payments,
    totals: totalsOf(bill, await readTaxPolicy(db, store)),
    review: reviewReasons(bill),
    readOnly: bill.readOnly,
  }
}

/** A closed order's money is what was frozen, whatever this program would compute today. */
function totalsOf(bill: StoredBill, policy: TaxPolicy): BillTotals {
  const { sale } = bill.order
  if (sale === null) return billTotals(bill, policy)
  const { subtotal, net, tax, total, taxes } = sale
  const paid = paidSoFar(bill.payments)
  return { subtotal, net, tax, total, taxes, paid, balance: minor(total - paid) }
}
