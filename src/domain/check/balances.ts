import { minor, sum, type Minor } from '#domain/money/money.ts'
import { billTotals, liveItems, paidBy, type Bill, type BillTotals } from '#domain/order/bill.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { REST } from './check.ts'
import { checkTotals, type CheckTotals } from './check-totals.ts'

/** A check with what was paid of it. Over all checks these are the order's. */
export interface CheckBalance extends CheckTotals {
  readonly paid: Minor
  readonly balance: Minor
}

/** Every check of an open order and its rest, with what is left to pay of each. [CHECK8] [CHECK13] */
export function checkBalances(bill: Bill, totals: BillTotals = billTotals(bill)): readonly CheckBalance[] {
  const checks = checkTotals(totals, liveItems(bill.items), bill.order.checks)
  const known = new Set(checks.map(({ id }) => id))
  const paid = new Map(checks.map(({ id }) => [id, minor(0)]))
  for (const payment of bill.payments.filter(({ status }) => status === 'taken')) {
    const id = payment.checkId !== null && known.has(payment.checkId) ? payment.checkId : REST
    paid.set(id, minor((paid.get(id) ?? 0) + paidBy(payment)))
  }
  return spread(checks.map((check) => withPaid(check, paid.get(check.id) ?? minor(0))))
}

/** The checks somebody paid on, or asked a card for: they stay as they are. [CHECK11] */
export function touchedChecks(payments: readonly Payment[]): ReadonlySet<string> {
  const counting = payments.filter(({ status }) => status !== 'voided' && status !== 'declined')
  return new Set(counting.flatMap(({ checkId }) => checkId ?? []))
}

/** What was paid beyond the rest pays the other checks, in their order; the sums over all checks stay. */
function spread(checks: readonly CheckBalance[]): readonly CheckBalance[] {
  const rest = checks.find(({ id }) => id === REST)
  let over = Math.max(0, -(rest?.balance ?? 0))
  const others = checks
    .filter(({ id }) => id !== REST)
    .map((check) => {
      const helped = Math.min(over, Math.max(0, check.balance))
      over -= helped
      return withPaid(check, minor(check.paid + helped))
    })
  const given =
    sum(others.map(({ paid }) => paid)) - sum(checks.filter(({ id }) => id !== REST).map(({ paid }) => paid))
  return rest === undefined ? others : [...others, withPaid(rest, minor(rest.paid - given))]
}

function withPaid(check: CheckTotals, paid: Minor): CheckBalance {
  return { ...check, paid, balance: minor(check.total - paid) }
}
