import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import type { Order } from '#domain/order/order.ts'
import type { Sale } from '#domain/order/sale.ts'
import { isCaptured } from '#domain/payment/captured.ts'
import { saleRefunded } from '#domain/payment/refunded.ts'
import { ok } from '#domain/result.ts'
import { authorityFor } from './authority.ts'
import { orderDraft, paymentDraft } from './drafts.ts'
import { reject, type Decision } from './reject.ts'

/** Takes a payment back before it is captured, and with it every close that counted it. [PAY16] [PAY17] [REFUND8] [ZDAY9] */
export function voidPayment(command: Of<'void_payment'>, context: Context): Decision {
  const { bill, settings } = context
  if (bill === null) return reject('unknown_order', 'ORDER1')
  if (bill.order.status === 'merged') return reject('order_is_merged', 'BILL5')
  const payment = bill.payments.find(({ id }) => id === command.paymentId)
  if (payment?.status === 'voided') return ok([])
  if (payment?.status !== 'taken') return reject('unknown_payment', 'PAY16')
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  const today = businessDate(context.now, settings.zone, settings.cutoverHour)
  if (isCaptured(payment, context.drawer) || payment.businessDate !== today) {
    return reject('payment_captured', 'PAY16')
  }
  if (payment.refunds.length > 0) return reject('payment_refunded', 'PAY16')
  const closes = closesCounting(payment.id, bill.order)
  if (closes.length > 0 && saleRefunded(bill.payments) > 0) return reject('order_refunded', 'REFUND8')
  if (closes.length > 0 && context.saleInZ) return reject('sale_in_z', 'ZDAY9')
  const { reason, paymentId } = command
  const asked = { action: 'void_payment', subjects: [paymentId], reason, reasonRule: 'PAY16' } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  return ok([
    paymentDraft(payment.id, { type: 'payment_voided', payload: authority.value }),
    ...closes.map(({ closeId }) =>
      orderDraft(bill.order.id, { type: 'order_reopened', payload: { closeId, ...authority.value } }),
    ),
  ])
}

function closesCounting(paymentId: string, order: Order): readonly Sale[] {
  const standing = order.sale === null ? [] : [order.sale, ...order.otherSales]
  return standing.filter(({ payments }) => payments.some((one) => one.paymentId === paymentId))
}
