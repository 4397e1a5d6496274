import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { isMinor } from '#domain/money/money.ts'
import { isPending, pendingBefore } from '#domain/payment/attempts.ts'
import { ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import { paymentDraft } from './drafts.ts'
import { methodName } from './money-facts.ts'
import { isDecision, openBill } from './open-bill.ts'
import { payable } from './payable.ts'
import { reject, type Decision } from './reject.ts'

/** Asks a terminal for an amount and tip in minor units; nothing counts until it is taken. [CARD1] [CARD3] */
export function requestPayment(command: Of<'request_payment'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, paymentId, method, checkId = null, tip = 0 } = command
  if (bill.payments.some(({ id }) => id === paymentId)) return ok([])
  const { settings, now, actor } = context
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  if (method === 'cash') return reject('unknown_method', 'CARD1')
  const fits = payable(bill, checkId, command.amount)
  if (!fits.ok) return fits
  const { amount } = fits.value
  if (amount === 0 || !isMinor(tip) || tip < 0) return reject('bad_amount', 'CARD1')
  if (pendingBefore(bill.payments, checkId) !== null) return reject('payment_unclear_first', 'CARD3')
  const name = methodName(command, context)
  if (!name.ok) return name
  const allowed = authorize(context, 'take_payment', [paymentId])
  if (!allowed.ok) return allowed
  const payload = {
    orderId,
    checkId,
    method,
    methodName: name.value,
    amount,
    tip,
    requestedAt: now,
    requestedBy: actor.id,
    businessDate: businessDate(now, settings.zone, settings.cutoverHour),
  }
  return ok([paymentDraft(paymentId, { type: 'payment_requested', payload })])
}

/** The terminal's answer was lost: nobody knows whether the card was charged. [CARD2] [CARD3] */
export function paymentUnclear(command: Of<'payment_unclear'>, context: Context): Decision {
  const attempt = context.bill?.payments.find(({ id }) => id === command.paymentId)
  if (attempt === undefined) return reject('unknown_payment', 'CARD2')
  if (attempt.status !== 'requested') return ok([])
  return ok([paymentDraft(attempt.id, { type: 'payment_unknown', payload: { at: context.now } })])
}

/** The terminal says, or somebody read on it, that nothing was charged. [CARD2] */
export function declinePayment(command: Of<'decline_payment'>, context: Context): Decision {
  const attempt = context.bill?.payments.find(({ id }) => id === command.paymentId)
  if (attempt === undefined) return reject('unknown_payment', 'CARD2')
  if (attempt.status === 'declined') return ok([])
  if (!isPending(attempt)) return reject('payment_answered', 'CARD2')
  const payload = { at: context.now, by: context.actor.id }
  return ok([paymentDraft(attempt.id, { type: 'payment_declined', payload })])
}
