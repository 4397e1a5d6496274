import type { PaymentEvent } from '#domain/payment/payment.ts'
import type { StoryFact } from '#device/messages/history-views.ts'
import { allowed, fact } from './fact.ts'
import type { StoryNames } from './names.ts'

/** What happened to the money. */
export function paymentFacts(event: PaymentEvent, names: StoryNames): readonly StoryFact[] {
  switch (event.type) {
    case 'payment_requested': {
      const { method, methodName: name, amount, tip } = event.payload
      return [fact('asked', { method, name, amount, tip })]
    }
    case 'payment_unknown':
      return [fact('unclear')]
    case 'payment_declined':
      return [fact('declined')]
    case 'payment_taken': {
      const { method, methodName: name, amount, tip } = event.payload
      return [fact('paid', { method, name, amount, tip })]
    }
    case 'payment_tip_set':
      return [fact('tip', { amount: event.payload.tip, name: names.person(event.payload.tipFor) })]
    case 'payment_captured':
      return [fact('captured')]
    case 'payment_voided':
      return [fact('paymentVoided', allowed(event.payload, names))]
    case 'payment_refunded': {
      const { method, methodName: name, amount, tip, lines } = event.payload
      const refunded = lines.map(({ itemId, qty }) => `${qty} × ${names.line(itemId).name}`)
      return [
        fact('refunded', { method, name, amount, tip, lines: refunded, ...allowed(event.payload, names) }),
      ]
    }
  }
}
