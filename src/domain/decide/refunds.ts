import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { cashDue } from '#domain/money/cash-due.ts'
import { isMinor, minor, type Minor } from '#domain/money/money.ts'
import { paidSoFar, type Bill } from '#domain/order/bill.ts'
import type { Payment, Refund } from '#domain/payment/payment.ts'
import { partsOfAmount, partsOfLines, saleLeft, type SaleParts } from '#domain/payment/refund-parts.ts'
import { givenBack, refundsOf } from '#domain/payment/refunded.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { authorityFor } from './authority.ts'
import { paymentDraft } from './drafts.ts'
import { drawerFor, methodName } from './money-facts.ts'
import { reject, type Decision } from './reject.ts'

/** Gives money back of one payment, today and in any tender. Amounts in minor units. [REFUND1] [REFUND2] [REFUND7] */
export function refundPayment(command: Of<'refund_payment'>, context: Context): Decision {
  const { bill, settings } = context
  if (bill === null) return reject('unknown_order', 'ORDER1')
  if (bill.order.status === 'merged') return reject('order_is_merged', 'BILL5')
  if (refundsOf(bill.payments).some(({ refundId }) => refundId === command.refundId)) return ok([])
  const payment = bill.payments.find(({ id }) => id === command.paymentId)
  if (payment?.status !== 'taken') return reject('unknown_payment', 'REFUND1')
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  const parts = partsOf(command, payment, bill)
  if (!parts.ok) return parts
  const tip = tipOf(command, payment)
  if (!tip.ok) return tip
  const { method, refundId, reason } = command
  const { amount } = parts.value
  if (amount + tip.value === 0) return reject('refund_above_paid', 'REFUND2')
  const name = methodName(command, context)
  if (!name.ok) return name
  const shift = drawerFor(method, context)
  if (!shift.ok) return shift
  const limit = { value: amount + tip.value, aloneMax: context.actor.rights.refundMax }
  const asked = {
    action: 'refund',
    subjects: [payment.id],
    reason,
    reasonRule: 'REFUND1',
    amount: limit,
  } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const { cashRounding = null } = settings
  const refund: Refund = {
    refundId,
    method,
    methodName: name.value,
    ...parts.value,
    tip: tip.value,
    rounding: minor(method === 'cash' ? cashDue(amount, cashRounding) - amount : 0),
    shiftId: shift.value,
    businessDate: businessDate(context.now, settings.zone, settings.cutoverHour),
    ...authority.value,
  }
  return ok([paymentDraft(payment.id, { type: 'payment_refunded', payload: refund })])
}

type Parts = SaleParts & Pick<Refund, 'excess'>

function partsOf({ what }: Of<'refund_payment'>, payment: Payment, bill: Bill): Result<Parts, Rejection> {
  const left = minor(payment.amount - givenBack(payment).amount)
  const { sale } = bill.order
  const earlier = refundsOf(bill.payments)
  if (what.kind === 'lines') {
    if (sale === null) return err({ code: 'not_closed', rule: 'REFUND5' })
    const parts = partsOfLines(sale, earlier, what.lines)
    if (!parts.ok) return parts
    const { amount } = parts.value
    if (amount > left || amount > saleLeft(sale, earlier))
      return err({ code: 'refund_above_paid', rule: 'REFUND2' })
    return ok({ ...parts.value, excess: minor(0) })
  }
  const amount = what.kind === 'full' ? left : what.amount
  if (!isMinor(amount) || amount < 0) return err({ code: 'bad_amount', rule: 'REFUND2' })
  if (amount > left) return err({ code: 'refund_above_paid', rule: 'REFUND2' })
  if (sale === null) return ok({ amount, excess: amount, lines: [], taxes: [] })
  // Money beyond what the order costs goes back first: it never was a sale. [REFUND5]
  const excess = minor(Math.min(amount, Math.max(0, paidSoFar(bill.payments) - sale.total)))
  const ofSale = minor(amount - excess)
  if (ofSale > saleLeft(sale, earlier)) return err({ code: 'refund_above_paid', rule: 'REFUND2' })
  return ok({ ...partsOfAmount(sale, earlier, ofSale), amount, excess })
}

/** The tip is named by itself; only a full refund gives back all of it unasked. */
function tipOf({ what, tip }: Of<'refund_payment'>, payment: Payment): Result<Minor, Rejection> {
  const left = minor(payment.tip - givenBack(payment).tip)
  const wanted = tip ?? (what.kind === 'full' ? left : 0)
  if (!isMinor(wanted) || wanted < 0) return err({ code: 'bad_amount', rule: 'REFUND2' })
  return wanted > left ? err({ code: 'refund_above_paid', rule: 'REFUND2' }) : ok(wanted)
}
