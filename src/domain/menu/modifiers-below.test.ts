import { describe, expect, test } from 'vitest'
import { chosen, groupOf, linkOf, optionOf } from '../../../tests/support/menu-facts.ts'
import { configured, priced } from '../../../tests/support/modifier-facts.ts'
import type { Known } from '#domain/context.ts'
import type { ChosenModifier } from './choice.ts'
import type { GroupLink, ModifierGroup } from './menu.ts'

describe('modifiers of modifiers', () => {
  /** g0 asks g1 asks g2 … asks the last, each once at most and at a price of its level's number. */
  function chain(length: number, ...links: readonly GroupLink[]): readonly Known<ModifierGroup>[] {
    return Array.from({ length }, (_, index) => {
      const groups = index === length - 1 ? links : [linkOf(`g${index + 1}`)]
      return groupOf(`g${index}`, [optionOf(`o${index}`, index + 1, { groups })])
    })
  }
  function chosenTo(depth: number, at = 0): ChosenModifier {
    return chosen(`g${at}`, `o${at}`, { below: at === depth ? [] : [chosenTo(depth, at + 1)] })
  }

  test('[MOD9] follow what they hang on, one level deeper', () => {
    const found = configured([chosenTo(3)], { links: [linkOf('g0')], groups: chain(4) })
    expect(found.ok && found.value.map(({ name, depth }) => [name, depth])).toEqual([
      ['o0', 0],
      ['o1', 1],
      ['o2', 2],
      ['o3', 3],
    ])
  })

  test('[MOD9] are four levels at most', () => {
    const asked = { links: [linkOf('g0')], groups: chain(5) }
    expect(priced([chosenTo(3)], asked)).toHaveLength(4)
    expect(priced([chosenTo(4)], asked)).toEqual({ code: 'unknown_modifier', rule: 'MOD1' })
  })

  test('[MOD9] a group below itself is not asked, and the item still sells', () => {
    const groups = chain(2, linkOf('g0', { min: 1 }))
    const circle = chosen('g0', 'o0', { below: [chosen('g1', 'o1', { below: [chosen('g0', 'o0')] })] })
    expect(priced([chosenTo(1)], { links: [linkOf('g0')], groups })).toHaveLength(2)
    expect(priced([circle], { links: [linkOf('g0')], groups })).toEqual({
      code: 'unknown_modifier',
      rule: 'MOD1',
    })
  })

  test('[MOD2] [MOD9] limits hold on every level', () => {
    const must = groupOf('g0', [optionOf('o0', 0, { groups: [linkOf('g1', { min: 1 })] })])
    const asked = { links: [linkOf('g0')], groups: [must, groupOf('g1', [optionOf('o1')])] }
    expect(priced([chosenTo(0)], asked)).toEqual({ code: 'modifier_missing', rule: 'MOD2' })
    expect(priced([chosenTo(1)], asked)).toHaveLength(2)
  })

  test('[MOD10] [COMBO4] cost as much more as there are pieces of what they hang on', () => {
    const salad = chosen('g0', 'o0', { qty: 2, below: [chosen('g1', 'o1', { qty: 3 })] })
    const asked = { links: [linkOf('g0')], groups: chain(2), pieces: 5 }
    expect(priced([salad], asked)).toEqual([
      ['o0', 2 * 5 * 1],
      ['o1', 3 * 2 * 5 * 2],
    ])
  })

  test('[BILL2] are refused beyond the largest amount', () => {
    const dear = optionOf('a', 99_000_000_000, { maxQty: 99 })
    const asked = { links: [linkOf('g')], groups: [groupOf('g', [dear])] }
    expect(priced([chosen('g', 'a')], asked)).toHaveLength(1)
    const refused = { code: 'total_too_large', rule: 'BILL2' }
    expect(priced([chosen('g', 'a', { qty: 99 })], asked)).toEqual(refused)
  })
})
