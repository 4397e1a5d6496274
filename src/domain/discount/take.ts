import { minor, type Minor, type RoundingMode } from '#domain/money/money.ts'
import { PPM, scale } from '#domain/money/ratio.ts'
import type { Discount } from './discount.ts'

/** What a discount took, in minor units. */
export interface Taken {
  readonly discount: Discount
  readonly amount: Minor
}

/**
 * What these discounts take of `amount`, one after the other: percentages, each of the full amount, then amounts,
 * then comps; each at most what is left. The same for a line and for an order. [PRICE3] [PRICE4] [PRICE6]
 */
export function takeDiscounts(
  amount: Minor,
  discounts: readonly Discount[],
  mode: RoundingMode,
): readonly Taken[] {
  let left = amount
  return inTurn(discounts).map((discount) => {
    const taken = minor(Math.min(left, wanted(discount, amount, left, mode)))
    left = minor(left - taken)
    return { discount, amount: taken }
  })
}

function wanted(discount: Discount, amount: Minor, left: Minor, mode: RoundingMode): Minor {
  if (discount.kind === 'comp') return left
  const { how } = discount
  if (how.kind === 'amount') return how.amount
  const percentage = scale(amount, how.ratePpm, PPM, mode)
  return how.cap === null ? percentage : minor(Math.min(how.cap, percentage))
}

/** Each rule once, as it was given last; by when they were given, whatever the order of the list. [PRICE5] [PRICE8] */
function inTurn(discounts: readonly Discount[]): readonly Discount[] {
  if (discounts.length < 2) return discounts
  const byTime = [...discounts].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const last = byTime.filter(({ id }, i) => byTime.findLastIndex((other) => other.id === id) === i)
  return last.sort((a, b) => turnOf(a) - turnOf(b))
}

function turnOf(discount: Discount): number {
  if (discount.kind === 'comp') return 2
  return discount.how.kind === 'percent' ? 0 : 1
}
