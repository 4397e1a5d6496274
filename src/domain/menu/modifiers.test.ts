import { describe, expect, test } from 'vitest'
import { chosen, groupOf, linkOf, optionOf } from '../../../tests/support/menu-facts.ts'
import { configured, EXTRAS, LETTUCE, MILK, priced } from '../../../tests/support/modifier-facts.ts'
import type { Known } from '#domain/context.ts'
import type { Prefix } from '#domain/item/item.ts'
import type { ChosenModifier } from './choice.ts'
import type { ModifierGroup } from './menu.ts'

const cheese = (over: Partial<ChosenModifier> = {}) => chosen('extras', 'cheese', over)
const bacon = (over: Partial<ChosenModifier> = {}) => chosen('extras', 'bacon', over)

describe('choosing modifiers', () => {
  test('[MOD1] keeps name, quantity, prefix and price, in the order of the menu', () => {
    const links = [linkOf('extras', { position: 2 }), linkOf('milk', { position: 1 })]
    expect(
      configured([bacon({ qty: 2 }), cheese({ prefix: 'side' }), chosen('milk', 'oat')], { links }),
    ).toEqual({
      ok: true,
      value: [
        { groupId: 'milk', optionId: 'oat', name: 'oat', prefix: '', qty: 1, price: 60, depth: 0 },
        {
          groupId: 'extras',
          optionId: 'cheese',
          name: 'cheese',
          prefix: 'side',
          qty: 1,
          price: 100,
          depth: 0,
        },
        { groupId: 'extras', optionId: 'bacon', name: 'bacon', prefix: '', qty: 2, price: 300, depth: 0 },
      ],
    })
  })

  test.each([
    ['an option that never was', chosen('extras', 'ketchup')],
    ['an option off the menu', chosen('extras', 'gone')],
    ['a group that is not asked', chosen('milk', 'oat')],
    ['a group that never was', chosen('sauces', 'ketchup')],
    ['something below an option that asks nothing', cheese({ below: [bacon()] })],
  ])('[MOD1] is refused for %s', (_, pick) => {
    expect(priced([pick])).toEqual({ code: 'unknown_modifier', rule: 'MOD1' })
  })

  test('[MENU1] a group that is off, missing or half arrived asks for nothing', () => {
    const must = [linkOf('extras', { min: 1 })]
    const half = { ...EXTRAS, options: undefined } as unknown as Known<ModifierGroup>
    for (const groups of [[], [{ ...EXTRAS, active: false }], [half]]) {
      expect(priced([], { links: must, groups })).toEqual([])
      expect(priced([cheese()], { links: must, groups })).toEqual({ code: 'unknown_modifier', rule: 'MOD1' })
    }
  })
})

describe('how many', () => {
  const missing = { code: 'modifier_missing', rule: 'MOD2' }
  const tooMany = { code: 'too_many_modifiers', rule: 'MOD2' }
  const no = (id: string) => chosen('extras', id, { prefix: 'no' })
  test.each([
    [1, 1, [], missing],
    [1, 1, [cheese()], 1],
    [1, 1, [cheese(), bacon()], tooMany],
    [1, 1, [cheese({ qty: 2 })], tooMany],
    [2, 3, [cheese()], missing],
    [2, 3, [cheese({ qty: 2 })], 1],
    [2, 3, [cheese({ qty: 2 }), bacon({ qty: 2 })], tooMany],
    [0, 0, [cheese({ qty: 3 }), bacon({ qty: 9 })], 2],
    [1, 1, [no('cheese')], missing],
    [1, 1, [no('cheese'), bacon()], 2],
    [0, 1, [cheese({ prefix: 'extra' })], 1],
    [0, 1, [cheese(), cheese({ prefix: 'side' })], tooMany],
  ] as const)('[MOD2] min %i, max %i, case %#', (min, max, picks, expected) => {
    const found = priced(picks, { links: [linkOf('extras', { min, max })] })
    expect(Array.isArray(found) ? found.length : found).toEqual(expected)
  })

  test.each([0, -1, -0, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 10_000])(
    '[MOD3] is refused for a quantity of %s',
    (qty) => expect(priced([bacon({ qty })])).toEqual({ code: 'bad_qty', rule: 'MOD3' }),
  )

  test('[MOD3] is as many as the option allows, all the times it is named', () => {
    expect(priced([cheese({ qty: 3 })])).toEqual([['cheese', 300]])
    const refused = { code: 'too_many_modifiers', rule: 'MOD3' }
    expect(priced([cheese({ qty: 4 })])).toEqual(refused)
    expect(priced([cheese({ qty: 2 }), cheese({ qty: 2 })])).toEqual(refused)
  })

  test('[MOD10] is at most a hundred on a line', () => {
    const one = optionOf('one', 0, { maxQty: 99 })
    const many = (count: number) => Array.from({ length: count }, () => chosen('g', 'one'))
    const below = groupOf('h', [one])
    const groups = [groupOf('g', [{ ...one, groups: [linkOf('h')] }]), below]
    const refused = { code: 'too_many_modifiers', rule: 'MOD10' }
    expect(priced(many(99), { links: [linkOf('g')], groups })).toHaveLength(99)
    expect(priced(many(10_000), { links: [linkOf('g')], groups })).toEqual(refused)
    const doubled = many(60).map((pick) => ({ ...pick, below: [chosen('h', 'one')] }))
    expect(priced(doubled, { links: [linkOf('g')], groups })).toEqual(refused)
  })
})

describe('no, extra and on the side', () => {
  test('[MOD4] "no" costs nothing and is said of every option, included or not', () => {
    const no = [chosen('burger', 'lettuce', { prefix: 'no' }), chosen('burger', 'onion', { prefix: 'no' })]
    expect(priced(no, { links: [linkOf('burger')] })).toEqual([
      ['lettuce', 0],
      ['onion', 0],
    ])
  })

  test('[MOD4] "no" is said once, alone, with nothing below', () => {
    const no = cheese({ prefix: 'no' })
    expect(priced([no, cheese()])).toEqual({ code: 'too_many_modifiers', rule: 'MOD4' })
    expect(priced([no, no])).toEqual({ code: 'too_many_modifiers', rule: 'MOD4' })
    expect(priced([{ ...no, qty: 2 }])).toEqual({ code: 'bad_qty', rule: 'MOD3' })
    const groups = [groupOf('extras', [optionOf('cheese', 0, { groups: [linkOf('milk')] })]), MILK]
    expect(priced([{ ...no, below: [chosen('milk', 'oat')] }], { groups })).toEqual({
      code: 'unknown_modifier',
      rule: 'MOD1',
    })
  })

  test('[MOD4] "extra" costs the price once more for each piece, "side" what it costs', () => {
    expect(priced([cheese({ prefix: 'extra' })])).toEqual([['cheese', 200]])
    expect(priced([cheese({ prefix: 'extra', qty: 2 })])).toEqual([['cheese', 400]])
    expect(priced([cheese({ prefix: 'side' })])).toEqual([['cheese', 100]])
  })

  test('[MOD4] a prefix that is none is refused', () => {
    expect(priced([cheese({ prefix: 'half' as Prefix })])).toEqual({ code: 'unknown_modifier', rule: 'MOD4' })
  })
})

describe('what comes with the item', () => {
  const asked = { links: [linkOf('burger', { max: 3 })] }
  const lettuce = (over: Partial<ChosenModifier> = {}) => chosen('burger', 'lettuce', over)

  test('[MOD6] costs nothing, named or not, and is written only when it is named', () => {
    expect(priced([], asked)).toEqual([])
    expect(priced([lettuce()], asked)).toEqual([['lettuce', 0]])
  })

  test('[MOD6] lowers no price when it is left off', () => {
    expect(priced([lettuce({ prefix: 'no' })], asked)).toEqual([['lettuce', 0]])
  })

  test('[MOD6] costs its price from the second piece on, and for the more of an "extra"', () => {
    expect(priced([lettuce({ qty: 2 })], asked)).toEqual([['lettuce', 40]])
    expect(priced([lettuce({ prefix: 'extra' })], asked)).toEqual([['lettuce', 40]])
    expect(priced([lettuce(), lettuce({ prefix: 'side' })], asked)).toEqual([
      ['lettuce', 0],
      ['lettuce', 40],
    ])
  })

  test('[MOD6] takes up no free piece', () => {
    const links = [linkOf('burger', { free: 1 })]
    expect(priced([lettuce(), chosen('burger', 'onion')], { links })).toEqual([
      ['lettuce', 0],
      ['onion', 0],
    ])
  })

  test('[MOD6] counts: a third is too many where two come anyway, unless one is left off', () => {
    const links = [linkOf('burger', { min: 2, max: 2 })]
    const onion = chosen('burger', 'onion')
    expect(priced([], { links })).toEqual([])
    expect(priced([onion], { links })).toEqual({ code: 'too_many_modifiers', rule: 'MOD2' })
    expect(priced([onion, lettuce({ prefix: 'no' })], { links })).toHaveLength(2)
    expect(priced([lettuce({ prefix: 'no' })], { links })).toEqual({ code: 'modifier_missing', rule: 'MOD2' })
  })

  test('[MOD6] gives its place to another where one only may be chosen', () => {
    const links = [linkOf('milk', { min: 1, max: 1 })]
    expect(priced([], { links })).toEqual([])
    expect(priced([chosen('milk', 'oat')], { links })).toEqual([['oat', 60]])
  })

  test('[MOD8] must be left off by name when it is sold out, or changed for another', () => {
    const out = groupOf('burger', [{ ...LETTUCE, available: false }, optionOf('onion', 20)])
    const at = (max: number) => ({ links: [linkOf('burger', { max })], groups: [out] })
    const refused = { code: 'modifier_sold_out', rule: 'MOD8' }
    expect(priced([], at(0))).toEqual(refused)
    expect(priced([lettuce()], at(0))).toEqual(refused)
    expect(priced([lettuce({ prefix: 'no' })], at(0))).toEqual([['lettuce', 0]])
    expect(priced([chosen('burger', 'onion')], at(1))).toEqual([['onion', 20]])
  })

  test('[MOD8] an option that is sold out is refused, and may be left off', () => {
    const truffle = chosen('extras', 'truffle')
    expect(priced([truffle])).toEqual({ code: 'modifier_sold_out', rule: 'MOD8' })
    expect(priced([{ ...truffle, prefix: 'no' }])).toEqual([['truffle', 0]])
  })
})
