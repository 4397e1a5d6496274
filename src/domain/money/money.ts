/** An amount in the currency's smallest unit (cents, yen, fils). Always a safe integer. */
export type Minor = number & { readonly __brand: 'Minor' }

/** A currency as store data: `exponent` is the number of digits after the point (JPY 0, EUR 2, KWD 3). */
export interface Currency {
  readonly code: string
  readonly exponent: 0 | 2 | 3
}

export type RoundingMode = 'half_up' | 'half_even' | 'up' | 'down'

/** The largest amount a single price, payment or total may have: far above any bill, far below 2^53. */
export const AMOUNT_MAX = 1_000_000_000_00 as Minor

export function isMinor(value: unknown): value is Minor {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= AMOUNT_MAX
}

/** Brands a trusted integer. Anything else is a bug: input is checked with `isMinor` before it gets here. */
export function minor(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new Error(`assertion failed: ${value} is not a whole amount`)
  return value as Minor
}

export function sum(amounts: Iterable<Minor>): Minor {
  let total = 0
  for (const amount of amounts) total += amount
  return minor(total)
}
