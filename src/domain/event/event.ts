import type { ItemEvent } from '#domain/item/item.ts'
import type { OrderEvent } from '#domain/order/order.ts'
import type { PaymentEvent } from '#domain/payment/payment.ts'
import type { RecordEvent } from '#domain/record/record.ts'
import type { EntityRef } from './envelope.ts'

export type DomainEvent = OrderEvent | ItemEvent | PaymentEvent | RecordEvent

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
  order_closed: 1,
  order_cancelled: 1,
  receipt_requested: 1,
  item_added: 1,
  item_qty_set: 1,
  item_note_set: 1,
  item_sent: 1,
  item_preparation_set: 1,
  item_voided: 1,
  payment_taken: 1,
  payment_voided: 1,
  record_changed: 1,
}

/** Events that an old till must not overlook: not knowing one makes the entity read-only there. */
export function isCritical(type: DomainEvent['type']): boolean {
  return type !== 'item_note_set' && type !== 'order_covers_set' && type !== 'receipt_requested'
}
