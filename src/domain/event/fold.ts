import { foldDay, type Day } from '#domain/day/day.ts'
import type { DayEvent } from '#domain/day/day-close.ts'
import { foldItem } from '#domain/item/fold.ts'
import type { Item, ItemEvent } from '#domain/item/item.ts'
import { foldOrder } from '#domain/order/fold.ts'
import type { Order, OrderEvent } from '#domain/order/order.ts'
import { foldPayment } from '#domain/payment/fold.ts'
import type { Payment, PaymentEvent } from '#domain/payment/payment.ts'
import { foldRecord, isRecordType, type RecordEvent, type RecordFields } from '#domain/record/record.ts'
import { foldCheckOut, foldShift } from '#domain/shift/fold.ts'
import type { CheckOut, CheckOutEvent } from '#domain/shift/check-out.ts'
import type { Shift, ShiftEvent } from '#domain/shift/shift.ts'
import { foldStock, type StockDocument, type StockEvent } from '#domain/stock/stock.ts'
import { EVENT_VERSIONS, type DomainEvent } from './event.ts'

/**
 * Raised whenever the same events give other states than before: the golden journals say when. Replicas compare what
 * they made of their events only with programs that fold alike.
 */
export const FOLD_VERSION = 2

export type EntityState = Order | Item | Payment | Shift | CheckOut | Day | StockDocument | RecordFields

/**
 * The state of any entity after one more event: events of an entity in `(hlc, dev, seq)` order give the same
 * state on every replica. An event of another kind of entity, or of a newer program, changes nothing.
 */
export function foldEntity(
  type: string,
  id: string,
  state: EntityState | null,
  event: DomainEvent,
): EntityState | null {
  if (!Object.hasOwn(EVENT_VERSIONS, event.type)) return state
  if (type === 'order' && isOrderEvent(event)) return foldOrder(id, state as Order | null, event)
  if (type === 'item' && isItemEvent(event)) return foldItem(id, state as Item | null, event)
  if (type === 'payment' && isPaymentEvent(event)) return foldPayment(id, state as Payment | null, event)
  if (type === 'shift' && isShiftEvent(event)) return foldShift(id, state as Shift | null, event)
  if (type === 'check_out' && isCheckOutEvent(event)) return foldCheckOut(id, state as CheckOut | null, event)
  if (type === 'day' && isDayEvent(event)) return foldDay(id, state as Day | null, event)
  if (type === 'stock' && isStockEvent(event)) return foldStock(id, state as StockDocument | null, event)
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

function isShiftEvent(event: DomainEvent): event is ShiftEvent {
  return event.type.startsWith('shift_')
}

function isCheckOutEvent(event: DomainEvent): event is CheckOutEvent {
  return event.type === 'check_out_done'
}

function isDayEvent(event: DomainEvent): event is DayEvent {
  return event.type.startsWith('day_')
}

function isStockEvent(event: DomainEvent): event is StockEvent {
  return event.type.startsWith('stock_')
}

function isRecordEvent(event: DomainEvent): event is RecordEvent {
  return event.type === 'record_changed'
}
