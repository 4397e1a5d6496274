import { divide, times, type Whole } from '#domain/money/whole.ts'

/** `value / divisor`, rounded half up, at most `max`: no record, however odd, leads out of exact numbers. */
export function cappedRatio(value: Whole, divisor: Whole, max: number): number {
  const { quotient, rest } = divide(value, divisor)
  if (quotient >= max) return max
  return Number(quotient) + (times(rest, 2) >= divisor ? 1 : 0)
}
