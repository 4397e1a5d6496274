import { WORTH_MAX } from '#domain/limits.ts'
import { roundRatio } from '#domain/money/ratio.ts'
import { times } from '#domain/money/whole.ts'
import { cappedRatio } from './capped.ts'

/** As much of an ingredient as has arrived. */
export interface Pack {
  readonly packSize?: number
  readonly packCost?: number
}

/** Thousandths of the currency's smallest unit: seven grams of coffee cost less than a cent can say. */
export const WORTH_OF_MINOR = 1_000

/** What so much of an ingredient is worth, at what its pack costs now. Nothing while that is not known. [STOCK7] */
export function worthOf(qty: number, { packSize = 0, packCost }: Pack): number {
  if (packSize <= 0 || packCost === undefined) return 0
  return cappedRatio(times(times(qty, packCost), WORTH_OF_MINOR), packSize, WORTH_MAX)
}

/** Worth as an amount of money, rounded once. */
export function worthInMinor(worth: number): number {
  return roundRatio(worth, WORTH_OF_MINOR, 'half_up')
}
