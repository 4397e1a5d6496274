import { ingredients, openingStock } from '#demo/stock/ingredients.ts'

/** What the evening begins with of one ingredient, in thousandths of its unit. */
export interface Shelf {
  readonly id: string
  readonly name: string
  readonly unit: 'g' | 'ml' | 'piece'
  readonly opening: number
}

export const STORE_STOCK: readonly Shelf[] = ingredients.flatMap((record) => {
  if (record.type !== 'ingredient') return []
  const { name, unit } = record.fields
  const opening = openingStock.find(({ ingredientId }) => ingredientId === record.id)?.qty ?? 0
  return [{ id: record.id, name, unit, opening }]
})
