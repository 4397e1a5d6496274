import { worthOf, type Pack } from './worth.ts'

/** What is known of an ingredient between two counts, in thousandths of its unit; all zero or more, but `used` as it is. */
export interface BetweenCounts {
  readonly opening: number
  readonly received: number
  /** By the recipes of what was sent. */
  readonly used: number
  readonly wasted: number
  readonly counted: number
}

export interface Variance {
  /** What should have been found. */
  readonly expected: number
  /** counted − expected: below zero is missing. */
  readonly difference: number
  /** At what the ingredient costs now, in thousandths of the currency's smallest unit. */
  readonly worth: number
}

/** What a count found beside what should have been there: by the count before it and all that moved since. [STOCK12] */
export function varianceOf(
  { opening, received, used, wasted, counted }: BetweenCounts,
  pack: Pack,
): Variance {
  const expected = opening + received - used - wasted
  const difference = counted - expected
  const worth = worthOf(Math.abs(difference), pack)
  return { expected, difference, worth: difference < 0 ? -worth : worth }
}
