import { touchedChecks } from '#domain/check/balances.ts'
import type { Check } from '#domain/check/check.ts'
import { checkTotals } from '#domain/check/check-totals.ts'
import { brokenRule } from '#domain/check/valid-split.ts'
import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import { billTotals, liveItems, type Bill } from '#domain/order/bill.ts'
import { ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import { orderEvent } from './drafts.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'

/** Says who pays which share, all checks at once; with none, everything is on one bill again. [CHECK1] [CHECK12] */
export function splitOrder(command: Of<'split_order'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, checks } = command
  const lines = liveItems(bill.items)
  if (canonicalJson(checks) === canonicalJson(bill.order.checks)) return ok([])
  const broken = brokenRule(lines, checks)
  if (broken !== null) return reject('bad_split', broken)
  const totals = billTotals(bill)
  const before = new Map(checkTotals(totals, lines, bill.order.checks).map(({ id, total }) => [id, total]))
  const after = new Map(checkTotals(totals, lines, checks).map(({ id, total }) => [id, total]))
  for (const paid of paidChecks(bill)) {
    const now = checks.find(({ id }) => id === paid.id)
    const same =
      canonicalJson(now ?? null) === canonicalJson(paid) && before.get(paid.id) === after.get(paid.id)
    if (!same) return reject('check_paid', 'CHECK11')
  }
  const touched = new Set(paidChecks(bill).map(({ id }) => id))
  const short = checks.some(
    ({ id, amount }) => amount !== null && !touched.has(id) && after.get(id) !== amount,
  )
  if (short) return reject('bad_split', 'CHECK3')
  const allowed = authorize(context, 'split_order', [orderId])
  if (!allowed.ok) return allowed
  return orderEvent(orderId, { type: 'order_split', payload: { checks } })
}

function paidChecks(bill: Bill): readonly Check[] {
  const touched = touchedChecks(bill.payments)
  return bill.order.checks.filter(({ id }) => touched.has(id))
}
