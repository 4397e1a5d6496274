import { cashDue } from '#domain/money/cash-due.ts'
import { minor, type Minor } from '#domain/money/money.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { CashRounding } from '#domain/store/settings.ts'
import type { Method } from './payment.ts'

/** What is handed over for an amount; all in minor units. */
export interface Tendering {
  readonly method: Method
  readonly amount: Minor
  readonly tip: Minor
  readonly tendered: Minor
  /** The guest says that what is beyond the amount is a tip. */
  readonly restIsTip: boolean
  /** It settles the order or the check, so that cash may be rounded. */
  readonly settles: boolean
  readonly cashRounding: CashRounding | null
}

export interface Tendered {
  readonly tip: Minor
  readonly rounding: Minor
  readonly change: Minor
}

/** How what is handed over divides into amount, rounding, tip and change. [PAY4] [PAY5] [PAY15] */
export function tender(given: Tendering): Result<Tendered, Rejection> {
  const { method, amount, tip, tendered, restIsTip, settles } = given
  const cash = method === 'cash'
  const due = cash ? cashDue(amount, given.cashRounding) : amount
  if (due !== amount && !settles) return err({ code: 'coins_cannot_pay', rule: 'PAY15' })
  const rounding = minor(due - amount)
  const rest = minor(tendered - due - tip)
  if (rest < 0) return err({ code: 'tendered_too_little', rule: 'PAY4' })
  if (rest > 0 && restIsTip && method !== 'voucher') {
    return ok({ tip: minor(tip + rest), rounding, change: minor(0) })
  }
  if (rest > 0 && !cash) return err({ code: 'bad_amount', rule: 'PAY5' })
  return ok({ tip, rounding, change: rest })
}
