import { Fraction } from 'fraction.js'
import type { RoundingMode } from '#domain/money/money.ts'

/** Whole minor units as the oracle counts them: nothing here is ever a float. */
export type Units = bigint

export const ZERO = new Fraction(0)
const MILLION = 1_000_000n

const rates = new Map<number, Fraction>()

/** Millionths as an exact rational. Kept, because a run asks for the same few rates a million times. */
export function rateOf(ppm: number): Fraction {
  const known = rates.get(ppm)
  if (known !== undefined) return known
  const rate = new Fraction(BigInt(ppm), MILLION)
  rates.set(ppm, rate)
  return rate
}

/** [TAX3] Once, and symmetric: up is away from zero. */
export function rounded(exact: Fraction, mode: RoundingMode): Units {
  const whole = exact.n / exact.d
  const twiceRest = 2n * (exact.n % exact.d)
  return exact.s * (awayFromZero(whole, twiceRest, exact.d, mode) ? whole + 1n : whole)
}

function awayFromZero(whole: bigint, twiceRest: bigint, unit: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'up':
      return twiceRest > 0n
    case 'down':
      return false
    case 'half_up':
      return twiceRest >= unit
    case 'half_even':
      return twiceRest > unit || (twiceRest === unit && whole % 2n === 1n)
  }
}

/** The page's "share out": whole units first, then one each to the largest remainders, an earlier part first. */
export function shareOut(total: Units, weights: readonly Fraction[]): readonly Units[] {
  if (weights.length === 0) return []
  const all = weights.reduce((sum, weight) => sum.add(weight), ZERO)
  const one = all.n === 0n ? new Fraction(total, BigInt(weights.length)) : new Fraction(total).div(all)
  const exact = weights.map((weight) => (all.n === 0n ? one : one.mul(weight)))
  const parts = exact.map((share) => share.s * (share.n / share.d))
  const byRemainder = exact
    .map((share, index) => ({ index, rest: new Fraction(share.n % share.d, share.d) }))
    .sort((a, b) => b.rest.compare(a.rest) || a.index - b.index)
  let missing = total - added(parts)
  const step = missing < 0n ? -1n : 1n
  for (const { index } of byRemainder) {
    if (missing === 0n) break
    parts[index] = (parts[index] ?? 0n) + step
    missing -= step
  }
  return parts
}

export function shareOutBy(total: Units, weights: readonly Units[]): readonly Units[] {
  return shareOut(
    total,
    weights.map((weight) => new Fraction(weight)),
  )
}

export function added(units: readonly Units[]): Units {
  return units.reduce((sum, one) => sum + one, 0n)
}

export function least(a: Units, b: Units): Units {
  return a < b ? a : b
}

/** By code unit, as every text on the page compares. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
