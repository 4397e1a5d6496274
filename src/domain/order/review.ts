import { minor } from '#domain/money/money.ts'
import { liveItems, lineAmount, paidSoFar, type Bill } from './bill.ts'

/** Why a person must look at an order that devices changed without seeing each other. Nothing is ever dropped. */
export type ReviewReason =
  | 'late_items' // added or changed elsewhere before the close was seen; not on the sale
  | 'overpaid' // two tills took money for the same bill
  | 'closed_twice'

/** [REVIEW1] [REVIEW2] [REVIEW3] */
export function reviewReasons(bill: Bill): readonly ReviewReason[] {
  const { order } = bill
  if (order.sale === null) return []
  const reasons: ReviewReason[] = []
  const sold = minor(order.sale.lines.reduce((total, line) => total + line.amount, 0))
  const standing = minor(liveItems(bill.items).reduce((total, item) => total + lineAmount(item), 0))
  if (sold !== standing) reasons.push('late_items')
  if (paidSoFar(bill.payments) > order.sale.total) reasons.push('overpaid')
  if (order.otherSales.length > 0) reasons.push('closed_twice')
  return reasons
}
