import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { NAME_LENGTH_MAX } from '#domain/limits.ts'
import { isMinor } from '#domain/money/money.ts'
import { billTotals, liveItems, type Bill } from '#domain/order/bill.ts'
import { pendingBefore } from '#domain/payment/attempts.ts'
import type { Payment, PaymentTaken } from '#domain/payment/payment.ts'
import { tender } from '#domain/payment/tender.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import type { Settings } from '#domain/store/settings.ts'
import { canClose, closing, withPayment } from './closing.ts'
import { drawerFor, methodName, tipOwner } from './money-facts.ts'
import { paymentDraft } from './drafts.ts'
import { isDecision, openBill } from './open-bill.ts'
import { payable } from './payable.ts'
import { receiptsAfter } from './receipts.ts'
import { reject, type Decision } from './reject.ts'

/**
 * Takes money; the payment that brings the balance to nothing closes the order and asks for the receipt. What a
 * terminal answers about an attempt of ours is a fact, and recorded whatever became of the order. [PAY1] [PAY8] [CARD4]
 */
export function takePayment(command: Of<'take_payment'>, context: Context): Decision {
  const { bill, settings } = context
  if (bill === null) return reject('unknown_order', 'ORDER1')
  const known = bill.payments.find(({ id }) => id === command.paymentId)
  if (known?.status === 'taken' || known?.status === 'voided') return ok([])
  const allowed = authorize(context, 'take_payment', [command.paymentId])
  if (!allowed.ok) return allowed
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  const how = known === undefined ? freshPayment(command, context) : answered(known, command)
  if (!how.ok) return how
  const payment = paymentTaken(bill, how.value, command, context, settings)
  if (!payment.ok) return payment
  const taken = paymentDraft(command.paymentId, { type: 'payment_taken', payload: payment.value })
  const left = billTotals(bill).balance - payment.value.amount
  if (bill.order.status !== 'open' || liveItems(bill.items).length === 0) return ok([taken])
  if (left > 0) {
    const after = withPayment(bill, command.paymentId, payment.value)
    return ok([taken, ...receiptsAfter(bill, after, { closes: false, settings, now: context.now })])
  }
  if (canClose(bill))
    return ok([taken, ...closing(bill, command.paymentId, payment.value, settings, context)])
  return known === undefined ? reject('too_many_unsent', 'SEND3') : ok([taken])
}

interface How extends Pick<PaymentTaken, 'checkId' | 'method' | 'methodName' | 'amount'> {
  /** It settles the order or its check, so that cash may be rounded. */
  readonly settles: boolean
}

/** A payment that begins here: it must fit what is left to pay. */
function freshPayment(command: Of<'take_payment'>, context: Context): Result<How, Rejection> {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { method, checkId = null } = command
  const fits = payable(bill, checkId, command.amount)
  if (!fits.ok) return fits
  if (method === 'card' && pendingBefore(bill.payments, checkId) !== null) {
    return err({ code: 'payment_unclear_first', rule: 'CARD3' })
  }
  const name = methodName(command, context)
  return name.ok ? ok({ checkId, method, methodName: name.value, ...fits.value }) : name
}

/** What a terminal says about what it was asked: check and method are those it was asked with. [CARD2] [CARD4] */
function answered(asked: Payment, { amount }: Of<'take_payment'>): Result<How, Rejection> {
  if (!isMinor(amount) || amount <= 0) return err({ code: 'bad_amount', rule: 'PAY2' })
  const { checkId, method, methodName: name } = asked
  return ok({ checkId, method, methodName: name, amount, settles: true })
}

function paymentTaken(
  bill: Bill,
  { settles, ...how }: How,
  command: Of<'take_payment'>,
  context: Context,
  settings: Settings,
): Result<PaymentTaken, Rejection> {
  const { tip = 0, tendered, restIsTip = false, tipFor = null } = command
  if (!isMinor(tip) || tip < 0 || !isMinor(tendered)) return err({ code: 'bad_amount', rule: 'PAY2' })
  const { cashRounding = null } = settings
  const given = tender({ ...how, tip, tendered, restIsTip, settles, cashRounding })
  if (!given.ok) return given
  const shift = drawerFor(how.method, context)
  if (!shift.ok) return shift
  const owner = tipOwner(given.value.tip, tipFor, bill.order.waiter, context)
  if (!owner.ok) return owner
  const reference = (command.reference ?? '').trim()
  if (reference.length > NAME_LENGTH_MAX) return err({ code: 'reference_too_long', rule: 'PAY13' })
  if (isUsed(reference, how, bill.payments)) return err({ code: 'reference_used', rule: 'PAY13' })
  return ok({
    orderId: command.orderId,
    ...how,
    ...given.value,
    tipFor: owner.value,
    tendered,
    shiftId: shift.value,
    reference,
    takenAt: context.now,
    takenBy: context.actor.id,
    businessDate: businessDate(context.now, settings.zone, settings.cutoverHour),
  })
}

function isUsed(reference: string, how: Omit<How, 'settles'>, payments: readonly Payment[]): boolean {
  if (reference === '') return false
  const same = payments.filter(
    ({ method, methodName: name }) => method === how.method && name === how.methodName,
  )
  return same.some((payment) => payment.status === 'taken' && payment.reference === reference)
}
