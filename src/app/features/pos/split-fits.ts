import { touchedChecks } from '#domain/check/balances.ts'
import type { Check } from '#domain/check/check.ts'
import { checkTotals } from '#domain/check/check-totals.ts'
import { billTotals, liveItems, type Bill } from '#domain/order/bill.ts'

/**
 * Whether every check that something was paid on would still cost what it does. Cents are shared out in the order of
 * the checks: without the ones before it, a later one may cost a cent more or less. [CHECK5] [CHECK11]
 */
export function keepsPaid(bill: Bill, checks: readonly Check[]): boolean {
  const touched = touchedChecks(bill.payments)
  const totals = billTotals(bill)
  const costs = (split: readonly Check[]): ReadonlyMap<string, number> =>
    new Map(checkTotals(totals, liveItems(bill.items), split).map(({ id, total }) => [id, total]))
  const [before, after] = [costs(bill.order.checks), costs(checks)]
  return bill.order.checks.every(({ id }) => !touched.has(id) || before.get(id) === after.get(id))
}
