import { describe, expect, test } from 'vitest'
import { MENU, NOON, SETTINGS } from '../../../tests/support/facts.ts'
import { chosen, groupOf, itemOf, linkOf, optionOf } from '../../../tests/support/menu-facts.ts'
import { ALLERGENS, inOrder, isAllergens, isStatedOrNot, NOTHING_STATED, type Allergen } from './allergens.ts'
import { configure } from './configure.ts'
import { clashOf, comboAllergens, lineAllergens } from './line-allergens.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { MenuItem } from './menu.ts'
import { checkMenuRecord } from './menu-checks.ts'
import type { SaleTerms } from './menu-line.ts'

const MILK = groupOf('milk', [
  optionOf('whole', 0, { included: true, allergens: ['milk'] }),
  optionOf('oat', 0, { allergens: ['gluten'] }),
  optionOf('syrup', 0),
])
const SIDE = groupOf('side', [
  optionOf('salad', 0, { allergens: [], groups: [linkOf('dressing', { max: 1 })] }),
  optionOf('nuts', 0, { included: true, allergens: ['nuts'] }),
])
const DRESSING = groupOf('dressing', [optionOf('house', 0, { included: true, allergens: ['mustard'] })])
const GROUPS = [MILK, SIDE, DRESSING]

const coffee = itemOf('coffee', { allergens: [], groups: [linkOf('milk', { max: 1 })] })
const plate = itemOf('plate', { allergens: ['eggs'], groups: [linkOf('side')] })

const named = (groupId: string, optionId: string, prefix: '' | 'no' = '', depth = 0) => ({
  groupId,
  optionId,
  prefix,
  depth,
})

describe('the fourteen', () => {
  test('[ALLERGEN1] are those of the law, each once, and nothing else', () => {
    expect(ALLERGENS).toHaveLength(14)
    expect(isAllergens(['milk', 'nuts'])).toBe(true)
    expect(isAllergens(['milk', 'milk'])).toBe(false)
    expect(isAllergens(['strawberry'])).toBe(false)
    expect(isAllergens('milk')).toBe(false)
    expect(inOrder(['nuts', 'cats', 'gluten', 'nuts'])).toEqual(['gluten', 'nuts'])
  })

  test('[ALLERGEN1] a dish is not saved with anything else', () => {
    const saved = (allergens: RecordFields[string]) =>
      checkMenuRecord('menu_item', { allergens }, { menu: MENU }, 'dish')
    expect(saved(['cats'])).toEqual({ code: 'bad_record', rule: 'ALLERGEN1' })
    expect([saved(['milk']), saved([]), saved(null)]).toEqual([null, null, null])
    expect([isStatedOrNot(null), isStatedOrNot(undefined)]).toEqual([true, false])
  })
})

describe('what a dish contains', () => {
  test('[ALLERGEN2] is not known until somebody says so: not stated is never none', () => {
    const none: readonly Allergen[] = []
    expect(lineAllergens(itemOf('dish'), [], [])).toEqual(NOTHING_STATED)
    expect(lineAllergens(itemOf('dish', { allergens: null }), [], [])).toEqual(NOTHING_STATED)
    expect(lineAllergens(itemOf('dish', { allergens: none }), [], [])).toEqual({
      contains: [],
      complete: true,
    })
  })

  test('[ALLERGEN2] is not all known where a chosen option says nothing', () => {
    expect(lineAllergens(coffee, [named('milk', 'syrup')], GROUPS)).toEqual({ contains: [], complete: false })
  })

  test('[ALLERGEN2] is not all known before a choice that must be made, unless it changes nothing', () => {
    const bun = groupOf('bun', [
      optionOf('rye', 0, { allergens: ['gluten'] }),
      optionOf('none', 0, { allergens: [] }),
    ])
    const cooked = groupOf('cooked', [
      optionOf('rare', 0, { allergens: [] }),
      optionOf('done', 0, { allergens: [] }),
    ])
    const burger = itemOf('burger', { allergens: [], groups: [linkOf('bun', { min: 1 })] })
    const steak = itemOf('steak', { allergens: [], groups: [linkOf('cooked', { min: 1 })] })
    expect(lineAllergens(burger, [], [bun])).toEqual({ contains: [], complete: false })
    expect(lineAllergens(burger, [named('bun', 'rye', 'no')], [bun]).complete).toBe(false)
    expect(lineAllergens(burger, [named('bun', 'none')], [bun])).toEqual({ contains: [], complete: true })
    expect(lineAllergens(steak, [], [cooked])).toEqual({ contains: [], complete: true })
  })

  test('[ALLERGEN3] a choice below another takes the place of nothing above it', () => {
    const below = named('milk', 'oat', '', 1)
    expect(lineAllergens(coffee, [below], GROUPS).contains).toEqual(['gluten', 'milk'])
  })

  test('[ALLERGEN3] is what it has, what comes with it and what was chosen', () => {
    expect(lineAllergens(coffee, [], GROUPS)).toEqual({ contains: ['milk'], complete: true })
    expect(lineAllergens(coffee, [named('milk', 'oat')], GROUPS).contains).toEqual(['gluten'])
    expect(lineAllergens(plate, [], GROUPS).contains).toEqual(['eggs', 'nuts'])
    expect(lineAllergens(plate, [named('side', 'salad')], GROUPS).contains).toEqual([
      'eggs',
      'nuts',
      'mustard',
    ])
  })

  test('[ALLERGEN3] counts what is left off, too', () => {
    expect(lineAllergens(plate, [named('side', 'nuts', 'no')], GROUPS).contains).toEqual(['eggs', 'nuts'])
    expect(lineAllergens(coffee, [named('milk', 'whole', 'no')], GROUPS).contains).toEqual(['milk'])
  })

  test('[ALLERGEN4] of a combo is what is in it whatever is chosen; else it is not known', () => {
    const parts: { readonly [id: string]: readonly Allergen[] } = {
      soup: ['celery'],
      pie: ['milk', 'gluten'],
      roll: ['gluten'],
    }
    const partOf = (id: string) => ({ contains: parts[id] ?? [], complete: true })
    const slot = (...ids: readonly string[]) => ({ choices: ids.map((menuItemId) => ({ menuItemId })) })
    expect(comboAllergens([slot('soup'), slot('pie')], partOf)).toEqual({
      contains: ['gluten', 'milk', 'celery'],
      complete: true,
    })
    expect(comboAllergens([slot('pie', 'roll')], partOf)).toEqual({ contains: ['gluten'], complete: false })
    expect(comboAllergens([slot('soup')], () => NOTHING_STATED).complete).toBe(false)
  })
})

describe('a line', () => {
  const TERMS: SaleTerms = { service: 'dine_in', mode: 'half_up', now: NOON, settings: SETTINGS }
  const line = (item: MenuItem & { readonly id: string }, option?: string) => {
    const modifiers = option === undefined ? [] : [chosen('milk', option)]
    const found = configure({ modifiers }, { ...MENU, item, groups: GROUPS }, TERMS)
    if (!found.ok) throw new Error(`assertion failed: ${found.error.code}`)
    return found.value[0]
  }

  test('[ALLERGEN5] copies what it contains as it was chosen, and nothing where nobody said anything', () => {
    expect(line(coffee)?.allergens).toEqual({ contains: ['milk'], complete: true })
    expect(line(coffee, 'oat')?.allergens).toEqual({ contains: ['gluten'], complete: true })
    expect(line(itemOf('dish'))).not.toHaveProperty('allergens')
  })
})

describe('for a guest who must not eat something', () => {
  test('[ALLERGEN6] a dish has it, may have it, or is stated to be without', () => {
    const milky = { contains: ['milk'], complete: true } as const
    expect(clashOf(milky, ['milk', 'nuts'])).toEqual({ contains: ['milk'], unknown: false })
    expect(clashOf(milky, ['nuts'])).toEqual({ contains: [], unknown: false })
    expect(clashOf({ ...milky, complete: false }, ['milk'])).toEqual({ contains: ['milk'], unknown: false })
    expect(clashOf({ ...milky, complete: false }, ['nuts'])).toEqual({ contains: [], unknown: true })
    expect(clashOf(NOTHING_STATED, [])).toEqual({ contains: [], unknown: false })
  })
})
