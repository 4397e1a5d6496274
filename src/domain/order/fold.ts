import type { Order, OrderEvent } from './order.ts'

/**
 * An order after one more event. Total: never throws, and an event before the opening changes nothing.
 * Closed only moves forward: a second close (two tills, one table) is kept beside the first, never instead of it.
 */
export function foldOrder(id: string, order: Order | null, event: OrderEvent): Order | null {
  if (event.type === 'order_opened') return order ?? opened(id, event.payload)
  if (order === null) return null
  switch (event.type) {
    case 'order_covers_set':
      return { ...order, covers: event.payload.covers }
    case 'order_table_set':
      return { ...order, tableId: event.payload.tableId }
    case 'order_closed':
      if (order.sale !== null) return { ...order, otherSales: [...order.otherSales, event.payload.sale] }
      return { ...order, status: 'closed', sale: event.payload.sale }
    case 'order_cancelled':
      return order.status === 'open' ? { ...order, status: 'cancelled' } : order
    case 'receipt_requested':
      return { ...order, receipts: order.receipts + 1 }
  }
}

function opened(id: string, payload: Extract<OrderEvent, { type: 'order_opened' }>['payload']): Order {
  return { ...payload, id, status: 'open', sale: null, otherSales: [], receipts: 0 }
}
