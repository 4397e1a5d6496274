import type { Discount } from './discount.ts'

/** The same discount given again takes the place of the first: it never compounds. [PRICE5] */
export function upsert(discounts: readonly Discount[], discount: Discount): readonly Discount[] {
  if (!discounts.some(({ id }) => id === discount.id)) return [...discounts, discount]
  return discounts.map((one) => (one.id === discount.id ? discount : one))
}

export function without(discounts: readonly Discount[], id: string): readonly Discount[] {
  return discounts.filter((one) => one.id !== id)
}
