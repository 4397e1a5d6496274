import { minor } from '#domain/money/money.ts'
import { liveItems, lineAmount, paidSoFar, type Bill } from './bill.ts'
import type { Sale } from './order.ts'

/** Why a person must look at an order that devices changed without seeing each other. Nothing is ever dropped. */
export type ReviewReason =
  | 'late_items' // added or changed elsewhere before the close was seen; not on the sale
  | 'overpaid' // two tills took money for the same bill
  | 'closed_twice'

/** [REVIEW1] [REVIEW2] [REVIEW3] [REVIEW4] */
export function reviewReasons(bill: Bill): readonly ReviewReason[] {
  const { order } = bill
  if (order.status === 'open') return []
  // A cancelled order sold nothing: whatever stands on it came from a device that had not seen the cancelling.
  const { lines, total } = order.sale ?? NOTHING_SOLD
  const reasons: ReviewReason[] = []
  const standing = liveItems(bill.items).map((item) => ({ itemId: item.id, amount: lineAmount(item) }))
  if (lineKeys(lines) !== lineKeys(standing)) reasons.push('late_items')
  if (paidSoFar(bill.payments) > total) reasons.push('overpaid')
  if (order.otherSales.length > 0) reasons.push('closed_twice')
  return reasons
}

const NOTHING_SOLD: Pick<Sale, 'lines' | 'total'> = { lines: [], total: minor(0) }

/** Line by line, not by sum: one dish swapped for another of the same price is a change too. */
function lineKeys(lines: readonly { readonly itemId: string; readonly amount: number }[]): string {
  return lines
    .map(({ itemId, amount }) => `${itemId} ${amount}`)
    .sort()
    .join('\n')
}
