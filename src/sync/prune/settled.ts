import { isCounted, type Day } from '#domain/day/day.ts'
import type { Item } from '#domain/item/item.ts'
import { mergeGroups, type MergeGroup } from '#domain/order/merge-group.ts'
import type { Order } from '#domain/order/order.ts'
import { reviews } from '#domain/order/review.ts'
import type { Payment } from '#domain/payment/payment.ts'

/** Orders that were merged with each other, or one alone, with all that belongs to them. */
export interface OrderGroup {
  readonly orders: readonly Order[]
  readonly items: readonly Item[]
  readonly payments: readonly Payment[]
}

/** What stands around a group of orders. */
export interface Around {
  /** From this business date on everything stays. */
  readonly since: string
  /** The days of the dates the group touches, as far as they are here. */
  readonly days: ReadonlyMap<string, Day>
  /** Before this date nobody looks for what a Z may lack; empty: every date is looked at. */
  readonly booksSince: string
  /** Drawers its money is in: those that stay. */
  readonly keptShifts: ReadonlySet<string>
  /** There is no room left: days that nobody ever closed go as well. */
  readonly urgent: boolean
}

/** Whether nothing more is to be done about a group of orders, and all of it lies before `since`. [PRUNE1] [PRUNE2] */
export function isSettled(group: OrderGroup, around: Around): boolean {
  const groups = mergeGroups(group.orders)
  if (groups.some(({ root }) => root.status !== 'closed' && root.status !== 'cancelled')) return false
  if (datesOf(group).some((date) => date >= around.since)) return false
  if (group.payments.some(({ status }) => status === 'requested' || status === 'unknown')) return false
  if (shiftsOf(group).some((id) => around.keptShifts.has(id))) return false
  return groups.every((one) => reviews(billOf(group, one)).length === 0) && isInBooks(group, around)
}

/** Every business date a group touches. */
export function datesOf({ orders, payments }: OrderGroup): readonly string[] {
  const dates = [
    ...orders.flatMap(({ businessDate, sale }) => [
      businessDate,
      ...(sale === null ? [] : [sale.businessDate]),
    ]),
    ...payments.flatMap(({ businessDate, refunds }) => [
      businessDate,
      ...refunds.map((refund) => refund.businessDate),
    ]),
  ]
  return [...new Set(dates)]
}

/** The drawers its money came into or went out of. */
export function shiftsOf({ payments }: Pick<OrderGroup, 'payments'>): readonly string[] {
  return payments
    .flatMap(({ shiftId, refunds }) => [shiftId, ...refunds.map((refund) => refund.shiftId)])
    .filter((id) => id !== null)
}

function billOf(
  { items, payments }: OrderGroup,
  { root, merged }: MergeGroup,
): Parameters<typeof reviews>[0] {
  const ids = new Set([root, ...merged].map(({ id }) => id))
  return {
    order: root,
    merged,
    items: items.filter(({ orderId }) => ids.has(orderId)),
    payments: payments.filter(({ orderId }) => ids.has(orderId)),
  }
}

/** A sale or refund that its day's Z does not count must still be found, to be added to it. [ZDAY7] */
function isInBooks({ orders, payments }: OrderGroup, around: Around): boolean {
  const sold = orders.flatMap(({ id, sale }) => (sale === null ? [] : [{ date: sale.businessDate, id }]))
  const refunded = payments.flatMap(({ refunds }) =>
    refunds.map(({ businessDate: date, refundId: id }) => ({ date, id })),
  )
  return (
    sold.every(({ date, id }) => isCountedOn(date, 'orderIds', id, around)) &&
    refunded.every(({ date, id }) => isCountedOn(date, 'refundIds', id, around)) &&
    orders.every(({ businessDate, sale }) => sale !== null || isCountedOn(businessDate, null, '', around))
  )
}

function isCountedOn(
  date: string,
  kind: 'orderIds' | 'refundIds' | null,
  id: string,
  { days, booksSince, urgent }: Around,
): boolean {
  const day = days.get(date)
  if (day === undefined || day.closed === null) return urgent || date < booksSince
  return kind === null || isCounted(day, kind, id)
}
