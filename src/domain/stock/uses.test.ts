import { describe, expect, test } from 'vitest'
import { foldItem } from '#domain/item/fold.ts'
import type { Item, ItemEvent, ItemModifier } from '#domain/item/item.ts'
import type { MenuItem, ModifierGroup } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import { added, opened, sent } from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'
import { groupOf, itemOf, linkOf, optionOf } from '../../../tests/support/menu-facts.ts'
import { ingredientOf, recipeOf, stockOf } from '../../../tests/support/stock-facts.ts'
import { usesOf, type RecipedLine } from './uses.ts'
import { worthOf } from './worth.ts'

const MILK = groupOf(
  'milk',
  [optionOf('whole', 0, { included: true }), optionOf('oat', 50), optionOf('none')],
  { recipes: { whole: recipeOf({ milk: 200_000 }), oat: recipeOf({ oatmilk: 200_000 }) } },
)
const SHOTS = groupOf('shots', [optionOf('shot', 80, { groups: [linkOf('syrup')] })], {
  recipes: { shot: recipeOf({ beans: 9_000 }) },
})
const SYRUP = groupOf('syrup', [optionOf('vanilla', 30)], {
  recipes: { vanilla: recipeOf({ vanilla: 10_000 }) },
})

const LATTE: Partial<MenuItem> = {
  groups: [linkOf('milk', { max: 1 }), linkOf('shots')],
  recipe: recipeOf({ beans: 18_000, milk: 200_000 }),
}

function chosen(groupId: string, optionId: string, over: Partial<ItemModifier> = {}): ItemModifier {
  return { groupId, optionId, name: optionId, prefix: '', qty: 1, price: minor(0), depth: 0, ...over }
}

function uses(
  line: Partial<RecipedLine> = {},
  dish: Partial<MenuItem> = LATTE,
  groups: readonly (ModifierGroup & { readonly id: string })[] = [MILK, SHOTS, SYRUP],
): { readonly [ingredient: string]: number } {
  const found = usesOf(
    { menuItemId: 'latte', variantId: '', modifiers: [], pieces: 1, weight: null, ...line },
    { dishes: [itemOf('latte', dish)], groups, ingredients: [] },
  )
  return Object.fromEntries(found.map(([id, qty]) => [id, qty]))
}

describe('what a line takes from stock', () => {
  test('[STOCK2] is its dish’s recipe, or its size’s, and nothing without one', () => {
    const sizes = { recipeBySize: { large: recipeOf({ beans: 27_000, milk: 350_000 }) } }
    expect(uses()).toEqual({ beans: 18_000, milk: 200_000 })
    expect(uses({ variantId: 'large' }, { ...LATTE, ...sizes })).toEqual({ beans: 27_000, milk: 350_000 })
    expect(uses({ variantId: 'small' }, { ...LATTE, ...sizes })).toEqual({ beans: 18_000, milk: 200_000 })
    expect(uses({}, {})).toEqual({})
    expect(uses({ menuItemId: 'other' })).toEqual({})
  })

  test('[STOCK2] is a share of a recipe that makes many, to the thousandth', () => {
    expect(uses({}, { recipe: recipeOf({ beans: 1_000_000 }, 3) })).toEqual({ beans: 333_333 })
    expect(uses({}, { recipe: recipeOf({ beans: 2_000_000 }, 3) })).toEqual({ beans: 666_667 })
  })

  test('[STOCK3] changes with what is chosen: another choice takes the place of what is included', () => {
    expect(uses({ modifiers: [chosen('milk', 'oat')] })).toEqual({ beans: 18_000, oatmilk: 200_000 })
    expect(uses({ modifiers: [chosen('milk', 'whole')] })).toEqual({ beans: 18_000, milk: 200_000 })
    expect(uses({ modifiers: [chosen('milk', 'whole', { prefix: 'no' })] })).toEqual({ beans: 18_000 })
    expect(uses({ modifiers: [chosen('milk', 'whole', { prefix: 'extra' })] })).toEqual({
      beans: 18_000,
      milk: 400_000,
    })
  })

  test('[STOCK3] grows with each piece of an option, and of what is below it', () => {
    const modifiers = [chosen('shots', 'shot', { qty: 2 }), chosen('syrup', 'vanilla', { depth: 1 })]
    expect(uses({ modifiers })).toEqual({ beans: 36_000, milk: 200_000, vanilla: 20_000 })
    const extra = [chosen('shots', 'shot', { prefix: 'extra' })]
    expect(uses({ modifiers: extra })).toEqual({ beans: 36_000, milk: 200_000 })
  })

  test('[STOCK3] never goes below nothing', () => {
    const bare = { ...LATTE, recipe: recipeOf({ beans: 18_000, milk: 50_000 }) }
    expect(uses({ modifiers: [chosen('milk', 'whole', { prefix: 'no' })] }, bare)).toEqual({ beans: 18_000 })
  })

  test('[STOCK3] is for every piece of a combo’s part, and goes by the weight of a weighed dish', () => {
    expect(uses({ pieces: 3 })).toEqual({ beans: 54_000, milk: 600_000 })
    const weight = { milli: 250, unit: 'kg', unitPrice: minor(100) }
    expect(uses({ weight })).toEqual({ beans: 4_500, milk: 50_000 })
  })

  test('[STOCK2] is nothing where a record is not whole, and stays exact where it is absurd', () => {
    const odd = { ...MILK, recipes: { oat: 'much' } } as unknown as typeof MILK
    expect(uses({ modifiers: [chosen('milk', 'oat')] }, {}, [odd])).toEqual({})
    expect(uses({}, { recipe: { makes: 0, lines: [] } })).toEqual({})
    const most = uses({ pieces: 9_999 }, { recipe: recipeOf({ beans: 10_000_000_000 }) })
    expect(most).toEqual({ beans: 10_000_000_000 })
    expect(worthOf(10_000_000_000, { packSize: 1, packCost: minor(999_999_999) })).toBe(100_000_000_000)
  })
})

describe('sending', () => {
  const stock = {
    dishes: [itemOf('tea', { recipe: recipeOf({ leaves: 2_500 }) })],
    groups: [],
    ingredients: [ingredientOf('leaves', { unit: 'g', packSize: 100_000, packCost: minor(490) })],
    document: null,
  }
  // 2.5 g of what costs 4.90 for 100 g: 12.25 cents.
  const uses = stockOf(['leaves', 2_500, 12_250])

  test('[STOCK2] [STOCK7] freezes what a line uses, and what that cost', () => {
    given(opened(), added('i1'))
      .when({ type: 'send_order', orderId: 'o1' }, { stock })
      .thenEvents(sent('i1', undefined, uses))
  })

  test('[STOCK2] happens with paying as well', () => {
    const pay = { type: 'take_payment', orderId: 'o1', paymentId: 'p1', method: 'cash' } as const
    given(opened(), added('i1'))
      .when({ ...pay, amount: 250, tendered: 250 }, { stock })
      .thenLike({ event: { type: 'payment_taken' } }, sent('i1', undefined, uses), {}, {})
  })

  test('[STOCK2] counts the first time: a second sending by somebody else changes nothing', () => {
    const facts = [added('i1'), sent('i1', undefined, uses), sent('i1', undefined, stockOf(['milk', 1, 1]))]
    const item = facts.reduce<Item | null>(
      (before, { event }) => foldItem('i1', before, event as ItemEvent),
      null,
    )
    expect(item?.stock).toEqual(uses)
  })
})
