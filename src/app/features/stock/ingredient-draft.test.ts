import { describe, expect, test } from 'vitest'
import type { StockItemView } from '#device/messages/stock-views.ts'
import { changedOf, draftOf, readIngredient } from './ingredient-draft.ts'

const MILK: StockItemView = {
  id: 'milk',
  name: 'Milk',
  unit: 'ml',
  packName: 'Bottle',
  packSize: 1_000_000,
  packCost: 95,
  low: 5_500_000,
  par: 0,
  supplier: 'Dairy',
  active: true,
  level: 0,
  countedAt: null,
}

describe('an ingredient’s form', () => {
  test('[STOCK1] shows what is there and changes nothing by itself', () => {
    const draft = draftOf(MILK, 2)
    expect(draft).toMatchObject({ packSize: '1000', packCost: '0.95', low: '5500', par: '' })
    const { fields, errors } = readIngredient(draft, 2)
    expect(errors).toEqual({})
    expect(changedOf(fields, MILK)).toEqual({})
  })

  test('[RECORD1] saves what was changed and nothing else', () => {
    const { fields } = readIngredient({ ...draftOf(MILK, 2), low: '250.5', supplier: ' Farm ' }, 2)
    expect(changedOf(fields, MILK)).toEqual({ low: 250_500, supplier: 'Farm' })
  })

  test('[STOCK1] says what is missing or odd', () => {
    const { errors } = readIngredient({ ...draftOf(null, 2), low: '-1', par: 'much', packSize: '0' }, 2)
    expect(errors).toEqual({
      name: 'name',
      packSize: 'size',
      packCost: 'cost',
      low: 'quantity',
      par: 'quantity',
    })
    const long = readIngredient({ ...draftOf(MILK, 2), supplier: 'x'.repeat(81), packCost: '12345678901' }, 2)
    expect(long.errors).toEqual({ supplier: 'text', packCost: 'cost' })
  })
})
