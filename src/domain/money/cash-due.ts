import type { CashRounding } from '#domain/store/settings.ts'
import { minor, type Minor } from './money.ts'
import { scale } from './ratio.ts'

/**
 * What is due in coins for `amount` (minor units): the nearest step by the store's rounding; the amount itself
 * without one. The difference is the payment's, never the sale's. [ROUND1]
 */
export function cashDue(amount: Minor, rounding: CashRounding | null): Minor {
  if (rounding === null) return amount
  return minor(scale(amount, 1, rounding.increment, rounding.mode) * rounding.increment)
}
