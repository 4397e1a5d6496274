import type { Order, OrderStatus } from './order.ts'

/** What an order is follows from what happened to it: a sale beats a cancellation, and both beat a merge. [ORDER7] */
export function statusOf(order: Pick<Order, 'sale' | 'cancelled' | 'mergedInto'>): OrderStatus {
  if (order.sale !== null) return 'closed'
  if (order.cancelled !== null) return 'cancelled'
  return order.mergedInto === null ? 'open' : 'merged'
}
