import type { OrderRow } from '#device/messages.ts'

export const ORDER_FILTERS = ['all', 'review', 'open'] as const
export type OrderFilter = (typeof ORDER_FILTERS)[number]

/** The orders a person wants to see. */
export function filterOrders(orders: readonly OrderRow[], filter: OrderFilter): readonly OrderRow[] {
  switch (filter) {
    case 'all':
      return orders
    case 'review':
      return orders.filter((order) => order.review.length > 0)
    case 'open':
      return orders.filter((order) => order.status === 'open')
  }
}
