import type { ChosenModifier } from './choice.ts'
import type { ModifierGroup, ModifierOption } from './menu.ts'

/** A chosen modifier with the option it names. */
export interface Picked {
  readonly chosen: ChosenModifier
  readonly option: ModifierOption
}

/**
 * What each of a group's picks costs, in their order, in minor units for one of what they hang on. The dearest of the
 * link's free pieces cost nothing; of equally dear ones the earlier. [MOD4] [MOD5] [MOD6]
 */
export function pickPrices(
  picks: readonly Picked[],
  group: Pick<ModifierGroup, 'pricing' | 'price'>,
  free: number,
  variant: string,
): readonly number[] {
  const priced = withPaidPieces(picks).map(({ chosen, option, pieces }) => ({
    pieces,
    each: optionPrice(option, group, variant),
    again: chosen.prefix === 'extra' ? chosen.qty : 0,
  }))
  const freed = new Map<object, number>()
  let left = free
  for (const one of [...priced].sort((a, b) => b.each - a.each)) {
    const pieces = Math.min(left, one.pieces)
    freed.set(one, pieces)
    left -= pieces
  }
  return priced.map((one) => one.each * (one.pieces - (freed.get(one) ?? 0) + one.again))
}

/** Pieces that would have to be paid: not those left off, and not the first of what comes with the item anyway. */
function withPaidPieces(picks: readonly Picked[]): readonly (Picked & { readonly pieces: number })[] {
  const given = new Set<string>()
  return picks.map(({ chosen, option }) => {
    if (chosen.prefix === 'no') return { chosen, option, pieces: 0 }
    const isGiven = option.included && !given.has(option.id)
    given.add(option.id)
    return { chosen, option, pieces: isGiven ? chosen.qty - 1 : chosen.qty }
  })
}

/** What one piece costs where nothing is free. [MOD7] [VARIANT2] */
export function optionPrice(
  option: ModifierOption,
  group: Pick<ModifierGroup, 'pricing' | 'price'>,
  variant: string,
): number {
  if (group.pricing === 'none') return 0
  if (group.pricing === 'group') return group.price
  const prices = option.priceByVariant
  return prices !== undefined && Object.hasOwn(prices, variant) ? (prices[variant] ?? 0) : option.price
}
