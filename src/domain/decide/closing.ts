import type { Context } from '#domain/context.ts'
import { businessDate, localHour } from '#domain/day/business-date.ts'
import type { Draft } from '#domain/event/event.ts'
import { SENDING_MAX } from '#domain/limits.ts'
import type { Bill } from '#domain/order/bill.ts'
import { saleOf, unsentItems } from '#domain/order/close.ts'
import { foldPayment } from '#domain/payment/fold.ts'
import type { PaymentTaken } from '#domain/payment/payment.ts'
import type { Settings } from '#domain/store/settings.ts'
import { orderDraft } from './drafts.ts'
import { receiptsAfter } from './receipts.ts'
import { sentDraft } from './sent-draft.ts'

/** One action is one frame on the wire: more than so many lines are sent before paying. [SEND3] */
export function canClose(bill: Bill): boolean {
  return unsentItems(bill).length <= SENDING_MAX
}

/** What the last payment brings with it: what nobody sent, the close with its frozen sale, the receipt. [PAY1] [PAY6] */
export function closing(
  bill: Bill,
  paymentId: string,
  payment: PaymentTaken,
  settings: Settings,
  context: Context,
): readonly Draft[] {
  const { now, actor } = context
  const sent = unsentItems(bill).map((item) => sentDraft(item, context))
  const after = withPayment(bill, paymentId, payment)
  const sale = saleOf(after, {
    closeId: paymentId,
    closedAt: now,
    closedBy: actor.id,
    businessDate: businessDate(now, settings.zone, settings.cutoverHour),
    hour: localHour(now, settings.zone),
    currency: settings.currency.code,
  })
  const close = orderDraft(bill.order.id, { type: 'order_closed', payload: { sale } })
  return [...sent, close, ...receiptsAfter(bill, after, { closes: true, settings, now })]
}

/** The bill once this payment was taken. */
export function withPayment(bill: Bill, paymentId: string, payment: PaymentTaken): Bill {
  const earlier = bill.payments.filter(({ id }) => id !== paymentId)
  const asked = bill.payments.find(({ id }) => id === paymentId) ?? null
  const last = foldPayment(paymentId, asked, { type: 'payment_taken', payload: payment })
  return { ...bill, payments: last === null ? earlier : [...earlier, last] }
}
