import { foldItem } from '#domain/item/fold.ts'
import type { Item, ItemEvent } from '#domain/item/item.ts'
import { foldOrder } from '#domain/order/fold.ts'
import type { Order, OrderEvent } from '#domain/order/order.ts'
import { foldPayment, type Payment, type PaymentEvent } from '#domain/payment/payment.ts'
import { foldRecord, isRecordType, type RecordEvent, type RecordFields } from '#domain/record/record.ts'
import type { DomainEvent } from './event.ts'

export type EntityState = Order | Item | Payment | RecordFields

/**
 * The state of any entity after one more event: events of an entity in `(hlc, dev, seq)` order give the same
 * state on every replica. An event of another kind of entity changes nothing.
 */
export function foldEntity(
  type: string,
  id: string,
  state: EntityState | null,
  event: DomainEvent,
): EntityState | null {
  if (type === 'order' && isOrderEvent(event)) return foldOrder(id, state as Order | null, event)
  if (type === 'item' && isItemEvent(event)) return foldItem(id, state as Item | null, event)
  if (type === 'payment' && isPaymentEvent(event)) return foldPayment(id, state as Payment | null, event)
  if (isRecordType(type) && isRecordEvent(event)) return foldRecord(state as RecordFields | null, event)
  return state
}

function isOrderEvent(event: DomainEvent): event is OrderEvent {
  return event.type.startsWith('order_') || event.type === 'receipt_requested'
}

function isItemEvent(event: DomainEvent): event is ItemEvent {
  return event.type.startsWith('item_')
}

function isPaymentEvent(event: DomainEvent): event is PaymentEvent {
  return event.type.startsWith('payment_')
}

function isRecordEvent(event: DomainEvent): event is RecordEvent {
  return event.type === 'record_changed'
}
