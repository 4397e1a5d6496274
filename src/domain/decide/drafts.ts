import type { Draft } from '#domain/event/event.ts'
import type { ItemEvent } from '#domain/item/item.ts'
import type { OrderEvent } from '#domain/order/order.ts'
import type { PaymentEvent } from '#domain/payment/payment.ts'
import { ok } from '#domain/result.ts'
import type { Decision } from './reject.ts'

export function itemDraft(id: string, event: ItemEvent): Draft {
  return { ent: { type: 'item', id }, event }
}

export function orderDraft(id: string, event: OrderEvent): Draft {
  return { ent: { type: 'order', id }, event }
}

export function orderEvent(id: string, event: OrderEvent): Decision {
  return ok([orderDraft(id, event)])
}

export function paymentDraft(id: string, event: PaymentEvent): Draft {
  return { ent: { type: 'payment', id }, event }
}
