import { describe, expect, test } from 'vitest'
import { recipeOf } from '../../../../../tests/support/stock-facts.ts'
import { draftOfRecipe, NO_RECIPE, readRecipe, readRecipes } from './recipe-draft.ts'

describe('a recipe’s form', () => {
  test('[STOCK2] says again what is there', () => {
    const recipe = recipeOf({ beans: 18_000, avocado: 500 }, 4)
    const draft = draftOfRecipe(recipe)
    expect(draft.lines.map(({ qty }) => qty)).toEqual(['18', '0.5'])
    expect(readRecipe(draft, 'recipe').recipe).toEqual(recipe)
    expect(readRecipe(draftOfRecipe(undefined), 'recipe').recipe).toEqual({ makes: 1, lines: [] })
  })

  test('[STOCK2] tells a quantity that is none, and a recipe that makes nothing', () => {
    const lines = ['', '0', '-1', '1.0001', '18'].map((qty, index) => ({ ingredientId: `i${index}`, qty }))
    const { errors } = readRecipe({ makes: '0', lines }, 'r')
    expect(errors).toEqual({
      'r:makes': 'numberBad',
      'r:i0': 'quantityBad',
      'r:i1': 'quantityBad',
      'r:i2': 'quantityBad',
      'r:i3': 'quantityBad',
      'r:i4': null,
    })
  })

  test('[STOCK2] keeps none of a size that is gone or says nothing', () => {
    const drafts = { small: NO_RECIPE, large: draftOfRecipe(recipeOf({ beans: 1 })), gone: NO_RECIPE }
    expect(readRecipes(drafts, ['small', 'large'], 'size')).toEqual({
      recipes: { large: recipeOf({ beans: 1 }) },
      errors: { 'size:large:makes': null, 'size:large:beans': null },
    })
  })
})
