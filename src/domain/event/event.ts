import type { ItemEvent } from '#domain/item/item.ts'
import type { OrderEvent } from '#domain/order/order.ts'
import type { PaymentEvent } from '#domain/payment/payment.ts'
import type { RecordEvent } from '#domain/record/record.ts'
import type { CheckOutEvent } from '#domain/shift/check-out.ts'
import type { DayEvent } from '#domain/day/day-close.ts'
import type { ShiftEvent } from '#domain/shift/shift.ts'
import type { StockEvent } from '#domain/stock/stock.ts'
import type { EntityRef } from './envelope.ts'

export type DomainEvent =
  | OrderEvent
  | ItemEvent
  | PaymentEvent
  | ShiftEvent
  | CheckOutEvent
  | DayEvent
  | StockEvent
  | RecordEvent

/** A decided event that no device has written yet. */
export interface Draft {
  readonly ent: EntityRef
  readonly event: DomainEvent
}

/** The version of each event type this program writes and reads. A higher one is kept verbatim and deferred. */
export const EVENT_VERSIONS: { readonly [type in DomainEvent['type']]: number } = {
  order_opened: 1,
  order_covers_set: 1,
  order_table_set: 1,
  order_guest_set: 1,
  order_service_set: 1,
  order_transferred: 1,
  order_discounted: 1,
  order_discount_removed: 1,
  order_charge_set: 1,
  order_charge_waived: 1,
  order_exempted: 1,
  order_split: 1,
  order_merged: 1,
  order_unmerged: 1,
  order_closed: 1,
  order_reopened: 1,
  order_cancelled: 1,
  receipt_requested: 2,
  order_billed: 1,
  item_added: 2,
  item_qty_set: 1,
  item_note_set: 1,
  item_modifiers_set: 2,
  item_place_set: 1,
  item_moved: 1,
  item_taxes_set: 1,
  item_discounted: 1,
  item_discount_removed: 1,
  item_sent: 2,
  item_changed: 1,
  item_allergies_set: 1,
  item_preparation_set: 1,
  item_voided: 1,
  item_price_doubted: 1,
  item_price_settled: 1,
  payment_requested: 1,
  payment_unknown: 1,
  payment_declined: 1,
  payment_taken: 1,
  payment_tip_set: 1,
  payment_captured: 1,
  payment_voided: 1,
  payment_refunded: 1,
  shift_opened: 1,
  shift_cash_moved: 2,
  shift_counted: 1,
  shift_closed: 1,
  check_out_done: 1,
  day_closed: 1,
  day_addended: 1,
  day_reported: 1,
  stock_received: 1,
  stock_counted: 1,
  stock_wasted: 1,
  stock_taken_back: 1,
  record_changed: 1,
}

const UNCRITICAL: ReadonlySet<DomainEvent['type']> = new Set([
  'item_note_set',
  'item_changed',
  'item_price_doubted',
  'item_price_settled',
  'order_covers_set',
  'order_guest_set',
  'order_transferred',
  'receipt_requested',
  'order_billed',
  'shift_counted',
  'check_out_done',
  'day_reported',
])

/** Events that an old till must not overlook: not knowing one makes the entity read-only there. */
export function isCritical(type: DomainEvent['type']): boolean {
  return !UNCRITICAL.has(type)
}
