import { upsert, without } from '#domain/discount/kept.ts'
import { closed, reopened } from './closes.ts'
import { receiptAsked } from './receipts.ts'
import type { Order, OrderEvent, OrderOpened } from './order.ts'
import { statusOf } from './status.ts'

type Payload<T extends OrderEvent['type']> = Extract<OrderEvent, { type: T }>['payload']

/**
 * An order after one more event. Total: never throws, and an event before the opening changes nothing. Its status
 * is not written anywhere: it follows from what happened.
 */
export function foldOrder(id: string, order: Order | null, event: OrderEvent): Order | null {
  if (event.type === 'order_opened') return order ?? opened(id, event.payload)
  if (order === null) return null
  const after = changed(order, event)
  const status = statusOf(after)
  return status === after.status ? after : { ...after, status }
}

function opened(id: string, payload: OrderOpened): Order {
  return {
    ...payload,
    id,
    status: 'open',
    waiter: payload.openedBy,
    discounts: [],
    openCharges: {},
    waivedCharges: [],
    exempt: [],
    checks: [],
    mergedInto: null,
    cancelled: null,
    sale: null,
    otherSales: [],
    reopened: [],
    receipts: 0,
  }
}

function changed(order: Order, event: Exclude<OrderEvent, { type: 'order_opened' }>): Order {
  switch (event.type) {
    case 'order_covers_set':
      return { ...order, covers: event.payload.covers }
    case 'order_table_set':
      return { ...order, tableId: event.payload.tableId }
    case 'order_guest_set':
      return guestSet(order, event.payload)
    case 'order_service_set':
      return { ...order, service: event.payload.service }
    case 'order_transferred':
      return { ...order, waiter: event.payload.to }
    case 'order_discounted':
      return { ...order, discounts: upsert(order.discounts, event.payload) }
    case 'order_discount_removed':
      return { ...order, discounts: without(order.discounts, event.payload.id) }
    case 'order_charge_set':
      return chargeSet(order, event.payload)
    case 'order_charge_waived':
      return chargeWaived(order, event.payload)
    case 'order_exempted':
      return { ...order, exempt: event.payload.exempt }
    case 'order_split':
      return { ...order, checks: event.payload.checks }
    case 'order_merged':
      return event.payload.into === order.id ? order : { ...order, mergedInto: event.payload.into }
    case 'order_unmerged':
      return order.mergedInto === event.payload.from ? { ...order, mergedInto: null } : order
    case 'order_closed':
      return closed(order, event.payload.sale)
    case 'order_reopened':
      return reopened(order, event.payload)
    case 'order_cancelled':
      return order.cancelled === null ? { ...order, cancelled: event.payload } : order
    case 'order_billed':
      // Paper, and no sale: nothing of the order changes.
      return order
    case 'receipt_requested':
      return receiptAsked(order, event.payload.check?.id ?? null)
  }
}

function guestSet(order: Order, payload: Payload<'order_guest_set'>): Order {
  const { name, contact, address, dueAt } = payload
  return { ...order, guest: { name, contact, address }, dueAt }
}

function chargeSet(order: Order, { chargeId, amount }: Payload<'order_charge_set'>): Order {
  const others = Object.entries(order.openCharges).filter(([id]) => id !== chargeId)
  const own = amount === null ? [] : [[chargeId, amount] as const]
  return { ...order, openCharges: Object.fromEntries([...others, ...own]) }
}

function chargeWaived(order: Order, { chargeId, waived }: Payload<'order_charge_waived'>): Order {
  const others = order.waivedCharges.filter((id) => id !== chargeId)
  return { ...order, waivedCharges: waived ? [...others, chargeId] : others }
}
