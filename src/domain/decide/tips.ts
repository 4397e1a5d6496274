import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { isMinor } from '#domain/money/money.ts'
import { isCaptured } from '#domain/payment/captured.ts'
import { givenBack } from '#domain/payment/refunded.ts'
import { ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import { paymentDraft } from './drafts.ts'
import { tipOwner } from './money-facts.ts'
import { reject, type Decision } from './reject.ts'

const HOUR_MS = 3_600_000
const WINDOW_HOURS = 24

/** The tip the guest wrote on the slip, after the payment. `tip` in minor units. [PAY10] [PAY11] */
export function setTip(command: Of<'set_tip'>, context: Context): Decision {
  const { bill, settings, now, actor } = context
  if (bill === null) return reject('unknown_order', 'ORDER1')
  const payment = bill.payments.find(({ id }) => id === command.paymentId)
  if (payment?.status !== 'taken') return reject('unknown_payment', 'PAY11')
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  const { tip } = command
  if (!isMinor(tip) || tip < givenBack(payment).tip) return reject('bad_amount', 'PAY11')
  if (isCaptured(payment, context.drawer)) return reject('payment_captured', 'PAY11')
  const window = (settings.tipWindowHours ?? WINDOW_HOURS) * HOUR_MS
  if (now - payment.takenAt > window) return reject('tip_window_over', 'PAY11')
  const owner = tipOwner(tip, command.tipFor, bill.order.waiter, context)
  if (!owner.ok) return owner
  const allowed = authorize(context, 'adjust_tip', [payment.id])
  if (!allowed.ok) return allowed
  const payload = { tip, tipFor: owner.value, by: actor.id, at: now }
  return ok([paymentDraft(payment.id, { type: 'payment_tip_set', payload })])
}
