import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chosen, groupOf, linkOf, optionOf } from '../../../tests/support/menu-facts.ts'
import { configured, priced } from '../../../tests/support/modifier-facts.ts'
import type { Known } from '#domain/context.ts'
import type { Prefix } from '#domain/item/item.ts'
import { minor } from '#domain/money/money.ts'
import type { ChosenModifier } from './choice.ts'
import type { ModifierGroup } from './menu.ts'
import { modifiersPrice } from './menu-line.ts'

const cheese = (over: Partial<ChosenModifier> = {}) => chosen('extras', 'cheese', over)
const bacon = (over: Partial<ChosenModifier> = {}) => chosen('extras', 'bacon', over)

describe('free ones', () => {
  const free = (count: number) => ({ links: [linkOf('extras', { free: count })] })

  test.each([
    [0, [cheese(), bacon()], [100, 150]],
    [1, [cheese(), bacon()], [100, 0]],
    [2, [cheese(), bacon()], [0, 0]],
    [9, [cheese(), bacon()], [0, 0]],
    [1, [cheese({ qty: 3 })], [200]],
    [2, [cheese({ qty: 2 }), bacon()], [100, 0]],
    // Equally dear: the one earlier on the menu.
    [1, [chosen('extras', 'egg'), cheese()], [0, 100]],
    // What "extra" adds is paid.
    [1, [bacon({ prefix: 'extra' })], [150]],
    [1, [bacon({ prefix: 'no' }), cheese()], [0, 0]],
  ] as const)('[MOD5] with %i free, case %#', (count, picks, prices) => {
    const found = configured(picks, free(count))
    expect(found.ok ? found.value.map(({ price }) => price) : found).toEqual(prices)
  })
})

describe('what an option costs', () => {
  const group = (over: Partial<ModifierGroup>) => ({
    links: [linkOf('g', { free: 1 })],
    groups: [groupOf('g', [optionOf('a', 100), optionOf('b', 300)], over)],
  })
  const both = [chosen('g', 'a', { qty: 2 }), chosen('g', 'b')]

  test.each([
    ['option', [200, 0]],
    // The first piece on the menu is the free one of equally dear ones.
    ['group', [70, 70]],
    ['none', [0, 0]],
  ] as const)('[MOD7] priced by %s', (pricing, prices) => {
    expect(priced(both, group({ pricing, price: minor(70) }))).toEqual([
      ['a', prices[0]],
      ['b', prices[1]],
    ])
  })

  test('[VARIANT2] may be another for a size, found by name', () => {
    const option = optionOf('a', 100, { priceByVariant: { Large: minor(150), Tasting: minor(0) } })
    const asked = (variant: string) => ({ links: [linkOf('g')], groups: [groupOf('g', [option])], variant })
    expect(priced([chosen('g', 'a')], asked('Large'))).toEqual([['a', 150]])
    expect(priced([chosen('g', 'a')], asked('Tasting'))).toEqual([['a', 0]])
    expect(priced([chosen('g', 'a')], asked('Small'))).toEqual([['a', 100]])
    expect(priced([chosen('g', 'a')], asked('constructor'))).toEqual([['a', 100]])
  })
})

const OPTIONS = ['a', 'b', 'c', 'd'] as const
const anyGroup = fc
  .record({
    prices: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999)),
    included: fc.subarray([...OPTIONS]),
    pricing: fc.constantFrom('option', 'group', 'none'),
  })
  .map(({ prices, included, pricing }) =>
    groupOf(
      'g',
      OPTIONS.map((id, index) =>
        optionOf(id, prices[index], { included: included.includes(id), maxQty: 99 }),
      ),
      { pricing, price: minor(77) },
    ),
  )
const anyPicks = fc
  .array(
    fc.record({
      optionId: fc.constantFrom(...OPTIONS),
      qty: fc.integer({ min: 1, max: 3 }),
      prefix: fc.constantFrom<Prefix>('', 'extra', 'side'),
    }),
    { maxLength: 6 },
  )
  .map((picks) => picks.map(({ optionId, ...over }) => chosen('g', optionId, over)))

function total(picks: readonly ChosenModifier[], group: Known<ModifierGroup>, free: number): number {
  const found = configured(picks, { links: [linkOf('g', { free })], groups: [group] })
  if (!found.ok) throw new Error(`assertion failed: refused by ${found.error.rule}`)
  return modifiersPrice(found.value)
}

describe('whatever is chosen', () => {
  const shuffled = anyPicks.chain((picks) =>
    fc.tuple(
      fc.constant(picks),
      fc.shuffledSubarray([...picks], { minLength: picks.length, maxLength: picks.length }),
    ),
  )

  test('[MOD5] the order of choosing changes no price', () => {
    fc.assert(
      fc.property(anyGroup, shuffled, fc.nat(8), (group, [picks, other], free) => {
        expect(total(other, group, free)).toBe(total(picks, group, free))
      }),
    )
  })

  test('[MOD5] [MOD6] nothing free or included makes a price negative, or dearer', () => {
    fc.assert(
      fc.property(anyGroup, anyPicks, fc.nat(8), (group, picks, free) => {
        const found = total(picks, group, free)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(total(picks, group, free + 1)).toBeLessThanOrEqual(found)
        const bare = { ...group, options: group.options.map((option) => ({ ...option, included: false })) }
        expect(found).toBeLessThanOrEqual(total(picks, bare, free))
      }),
    )
  })

  test('[MOD5] no other pieces than the dearest, made free, would be a better offer', () => {
    fc.assert(
      fc.property(anyGroup, anyPicks, fc.nat(8), (group, picks, free) => {
        const none = {
          ...group,
          pricing: 'option' as const,
          options: group.options.map((one) => ({ ...one, included: false })),
        }
        const plain = picks.map((pick) => ({ ...pick, prefix: '' as const }))
        const each = plain.flatMap(({ optionId, qty }) =>
          Array.from({ length: qty }, () => none.options.find(({ id }) => id === optionId)?.price ?? 0),
        )
        const paid: readonly number[] = [...each].sort((a, b) => b - a).slice(free)
        expect(total(plain, none, free)).toBe(paid.reduce((all: number, price) => all + price, 0))
      }),
    )
  })
})
