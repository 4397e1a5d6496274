import type { Item, ItemDoubt } from './item.ts'

/** Why this line's price is to be looked at; null: it is not, or not any more. [REVIEW12] */
export function standingDoubt({ doubt, status, unitPrice }: Item): ItemDoubt | null {
  if (doubt === undefined || status === 'voided') return null
  return doubt.unitPrice === unitPrice ? doubt : null
}
