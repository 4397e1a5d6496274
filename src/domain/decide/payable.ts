import { checkBalances } from '#domain/check/balances.ts'
import { isMinor, type Minor } from '#domain/money/money.ts'
import { billTotals, liveItems, type Bill } from '#domain/order/bill.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** An amount that may be paid now. */
export interface Payable {
  readonly amount: Minor
  /** Nothing is left to pay afterwards, of the order or of its check. */
  readonly settles: boolean
}

/** May this much be paid of this check, or, without one, of the order? [PAY1] [PAY2] [PAY3] [CHECK13] */
export function payable(bill: Bill, checkId: string | null, amount: number): Result<Payable, Rejection> {
  if (liveItems(bill.items).length === 0) return err({ code: 'order_empty', rule: 'PAY1' })
  const totals = billTotals(bill)
  if (!isMinor(amount) || amount < 0) return err({ code: 'bad_amount', rule: 'PAY2' })
  if (totals.balance < 0) return err({ code: 'nothing_to_pay', rule: 'PAY1' })
  if (amount === 0 && totals.balance !== 0) return err({ code: 'bad_amount', rule: 'PAY2' })
  if (amount > totals.balance) return err({ code: 'amount_above_balance', rule: 'PAY3' })
  if (checkId === null) return ok({ amount, settles: amount === totals.balance })
  const check = checkBalances(bill, totals).find(({ id }) => id === checkId)
  if (check === undefined) return err({ code: 'unknown_check', rule: 'CHECK13' })
  if (amount > check.balance) return err({ code: 'amount_above_balance', rule: 'CHECK13' })
  return ok({ amount, settles: amount === check.balance || amount === totals.balance })
}
