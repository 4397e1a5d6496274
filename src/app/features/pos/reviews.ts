import type { ReviewReason } from '#domain/order/review.ts'

/** Those of an order as a whole: what is doubted of a line stands with the line's own words. */
export function ofTheOrder(reasons: readonly ReviewReason[]): readonly Exclude<ReviewReason, 'low_price'>[] {
  return reasons.filter((reason) => reason !== 'low_price')
}
