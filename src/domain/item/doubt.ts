import type { Item, ItemDoubt } from './item.ts'

/** Why this line's price is to be looked at; null: it is not, or not any more. [REVIEW12] */
export function standingDoubt({ doubt, status, unitPrice, priceSettled }: Item): ItemDoubt | null {
  if (doubt === undefined || status === 'voided' || doubt.unitPrice !== unitPrice) return null
  return priceSettled?.unitPrice === unitPrice ? null : doubt
}
