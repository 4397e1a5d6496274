import { minor, type Minor, type RoundingMode } from './money.ts'

/**
 * `amount × numerator / denominator`, rounded once, exactly (through BigInt, never a float).
 * Rounding is symmetric: "half up" and "up" move away from zero, so a refund mirrors its sale.
 */
export function scale(amount: Minor, numerator: number, denominator: number, mode: RoundingMode): Minor {
  const product = BigInt(amount) * BigInt(numerator)
  const divisor = BigInt(denominator)
  const negative = product < 0n !== divisor < 0n
  const p = product < 0n ? -product : product
  const d = divisor < 0n ? -divisor : divisor
  const quotient = p / d
  const rounded = quotient + roundingStep(quotient, p % d, d, mode)
  return minor(Number(negative ? -rounded : rounded))
}

function roundingStep(quotient: bigint, remainder: bigint, divisor: bigint, mode: RoundingMode): bigint {
  if (remainder === 0n) return 0n
  const twice = remainder * 2n
  switch (mode) {
    case 'up':
      return 1n
    case 'down':
      return 0n
    case 'half_up':
      return twice >= divisor ? 1n : 0n
    case 'half_even':
      if (twice !== divisor) return twice > divisor ? 1n : 0n
      return quotient % 2n
  }
}
