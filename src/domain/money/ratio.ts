import { minor, type Minor, type RoundingMode } from './money.ts'
import { divide, times, type Whole } from './whole.ts'

/** 100 %, in millionths. */
export const PPM = 1_000_000

/**
 * `amount × numerator / denominator`, rounded once, exactly. Rounding is symmetric: "half up" and "up" move away
 * from zero, so a refund mirrors its sale. [TAX3]
 */
export function scale(amount: Minor, numerator: number, denominator: number, mode: RoundingMode): Minor {
  if (denominator < 0) return scale(amount, -numerator, -denominator, mode)
  return roundRatio(times(amount, numerator), denominator, mode)
}

/** `value / divisor`, rounded once, exactly; `divisor` above zero. [TAX3] */
export function roundRatio(value: Whole, divisor: Whole, mode: RoundingMode): Minor {
  if (value < 0) return minor(0 - roundRatio(times(value, -1), divisor, mode))
  const { quotient, rest } = divide(value, divisor)
  const down = Number(quotient)
  return minor(goesUp(down, rest, divisor, mode) ? down + 1 : down)
}

function goesUp(quotient: number, rest: Whole, divisor: Whole, mode: RoundingMode): boolean {
  const twice = times(rest, 2)
  switch (mode) {
    case 'up':
      return rest > 0
    case 'down':
      return false
    case 'half_up':
      return twice >= divisor
    case 'half_even':
      return twice > divisor || (twice >= divisor && quotient % 2 === 1)
  }
}

/** An exact fraction in lowest terms, its denominator above zero. */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Ratio = { n: 0n, d: 1n }

export function ratio(n: Whole, d: Whole): Ratio {
  const common = gcd(BigInt(n), BigInt(d))
  return { n: BigInt(n) / common, d: BigInt(d) / common }
}

export function addRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function timesRatio(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.n, a.d * b.d)
}

/** The least number that all of these, above zero, divide. */
export function leastMultiple(numbers: readonly bigint[]): bigint {
  return numbers.reduce((multiple, number) => (multiple / gcd(multiple, number)) * number, 1n)
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b)
}
