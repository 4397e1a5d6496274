import { standingDoubt } from '#domain/item/doubt.ts'
import { doubleVoids } from '#domain/item/void.ts'
import type { ItemDoubt, ItemVoid, LateEdit } from '#domain/item/item.ts'
import { minor, type Minor } from '#domain/money/money.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { givenBack, saleRefunded } from '#domain/payment/refunded.ts'
import { paidSoFar, type Bill } from './bill.ts'
import { priceBasis } from './price-basis.ts'
import { lateLines, type LateLine } from './late-lines.ts'
import type { Order } from './order.ts'
import type { Sale } from './sale.ts'

/** What a person must look at, with both versions of it. Amounts in minor units. */
export type Review =
  /** Added, changed or voided elsewhere before the close or the cancelling was seen there. */
  | { readonly reason: 'late_items'; readonly lines: readonly LateLine[] }
  /** A discount, comp, charge, exemption or service was changed before the close was seen there. */
  | { readonly reason: 'late_price'; readonly sold: string; readonly now: string }
  /** More was taken than it cost. */
  | { readonly reason: 'overpaid'; readonly total: Minor; readonly paid: Minor }
  /** The sale counts money that somebody else had taken back. */
  | { readonly reason: 'underpaid'; readonly total: Minor; readonly paid: Minor }
  | { readonly reason: 'closed_twice'; readonly sales: readonly Sale[] }
  | { readonly reason: 'over_refunded'; readonly paid: Minor; readonly refunded: Minor }
  | { readonly reason: 'double_void'; readonly itemId: string; readonly voids: readonly ItemVoid[] }
  /** A line as the kitchen has it, and what somebody wanted who had not seen that. */
  | {
      readonly reason: 'late_change'
      readonly itemId: string
      readonly qty: number
      readonly wanted: LateEdit
    }
  /** A line costs less than the menu asks: no till of ours writes that. */
  | { readonly reason: 'low_price'; readonly itemId: string; readonly doubt: ItemDoubt }
  /** Two open orders on one table. */
  | { readonly reason: 'table_shared'; readonly orders: readonly Pick<Order, 'id' | 'number' | 'openedAt'>[] }

export type ReviewReason = Review['reason']

/**
 * Why a person must look at an order that devices changed without seeing each other. Nothing is ever dropped, and
 * nothing is changed by looking. `sharing` is another open order on its table. A merged order is looked at as part
 * of the one it counts for. [REVIEW10]
 */
export function reviews(bill: Bill, sharing: Order | null = null): readonly Review[] {
  const { order } = bill
  if (order.status === 'merged') return []
  const closed =
    order.status === 'open'
      ? []
      : [...late(bill), ...latePrice(bill), ...paidWrong(bill), ...closedTwice(bill)]
  const always = [...refundedTooMuch(bill), ...touchedTwice(bill), ...lowPrices(bill)]
  return [...closed, ...always, ...tableShared(order, sharing)]
}

/** The same by name, each once. */
export function reviewReasons(bill: Bill, sharing: Order | null = null): readonly ReviewReason[] {
  return [...new Set(reviews(bill, sharing).map(({ reason }) => reason))]
}

/** [REVIEW1] [REVIEW4] A cancelled order sold nothing: whatever stands on it came from elsewhere. */
function late({ order, items }: Bill): readonly Review[] {
  const lines = lateLines(order.sale?.lines ?? [], items)
  return lines.length === 0 ? [] : [{ reason: 'late_items', lines }]
}

/** [REVIEW11] Only where the lines are those that were sold: else they are looked at first. */
function latePrice(bill: Bill): readonly Review[] {
  const { sale } = bill.order
  if (sale === null || sale.basis === '' || late(bill).length > 0) return []
  const now = priceBasis(bill)
  return now === sale.basis ? [] : [{ reason: 'late_price', sold: sale.basis, now }]
}

/** [REVIEW2] [REVIEW5] */
function paidWrong({ order, payments }: Bill): readonly Review[] {
  const total = order.sale?.total ?? minor(0)
  const paid = paidSoFar(payments)
  if (paid === total) return []
  return [{ reason: paid > total ? 'overpaid' : 'underpaid', total, paid }]
}

/** [REVIEW3] Until the payment that brought the other close was voided or given back. */
function closedTwice({ order, payments }: Bill): readonly Review[] {
  const others = order.otherSales.filter(({ closeId }) => isHeld(payments.find(({ id }) => id === closeId)))
  if (order.sale === null || others.length === 0) return []
  return [{ reason: 'closed_twice', sales: [order.sale, ...others] }]
}

function isHeld(payment: Payment | undefined): boolean {
  if (payment === undefined) return true
  if (payment.status !== 'taken') return false
  return payment.refunds.length === 0 || givenBack(payment).amount < payment.amount
}

/** [REVIEW6] Two devices gave back the same money. */
function refundedTooMuch({ order, payments }: Bill): readonly Review[] {
  const perPayment = payments.flatMap((payment): readonly Review[] => {
    const back = givenBack(payment)
    const paid = payment.status === 'taken' ? payment.amount + payment.tip : 0
    const refunded = back.amount + back.tip
    if (refunded <= paid) return []
    return [{ reason: 'over_refunded', paid: minor(paid), refunded: minor(refunded) }]
  })
  const paid = order.sale?.total ?? minor(0)
  const refunded = saleRefunded(payments)
  if (perPayment.length > 0 || refunded <= paid) return perPayment
  return [{ reason: 'over_refunded', paid, refunded }]
}

/** [REVIEW7] [REVIEW8] */
function touchedTwice({ items }: Bill): readonly Review[] {
  return items.flatMap((item): readonly Review[] => {
    const { id: itemId, qty, late: wanted, voids } = item
    const twice: readonly Review[] =
      doubleVoids(item).length > 0 ? [{ reason: 'double_void', itemId, voids }] : []
    return wanted === null ? twice : [...twice, { reason: 'late_change', itemId, qty, wanted }]
  })
}

/** [REVIEW12] Until the line is voided, or chosen anew at another price. */
function lowPrices({ items }: Bill): readonly Review[] {
  return items.flatMap((item): readonly Review[] => {
    const doubt = standingDoubt(item)
    return doubt === null ? [] : [{ reason: 'low_price', itemId: item.id, doubt }]
  })
}

/** [REVIEW9] The older is the table's. */
function tableShared(order: Order, sharing: Order | null): readonly Review[] {
  if (sharing === null || sharing.id === order.id || order.status !== 'open' || sharing.status !== 'open')
    return []
  if (order.tableId === null || order.tableId !== sharing.tableId) return []
  const orders = [order, sharing]
    .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
    .map(({ id, number, openedAt }) => ({ id, number, openedAt }))
  return [{ reason: 'table_shared', orders }]
}
