import { describe, expect, test } from 'vitest'
import { MENU } from '../../../tests/support/facts.ts'
import { groupOf, itemOf, linkOf, listOf, optionOf, sizeOf } from '../../../tests/support/menu-facts.ts'
import type { MenuFacts } from '#domain/context.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'
import { minor } from '#domain/money/money.ts'
import { checkMenuRecord } from './menu-checks.ts'

function check(type: RecordType, fields: RecordFields, menu: Partial<MenuFacts> = {}, id = 'it') {
  return checkMenuRecord(type, fields, { menu: { ...MENU, item: null, ...menu } }, id)
}

const SLOT = { id: 's', name: 'Main', pieces: 1, choices: [{ menuItemId: 'burger', upcharge: 0 }] }
const LIST = listOf(
  'l',
  { tea: 1, 'tea:large': 0 },
  { services: ['tab'], weekdays: [1, 7], from: 1_320, to: 120 },
)

describe('what the menu may say', () => {
  test.each<[RecordType, RecordFields]>([
    ['category', { course: 0 }],
    ['category', { course: 20, color: 'amber' }],
    ['menu_item', { taxIds: [], taxIdsByService: { takeaway: ['vat-7'], drone: [] }, available: false }],
    ['menu_item', { pricing: 'weight', unit: 'kg', countdown: null }],
    ['menu_item', { countdown: { qty: 0, at: 1 }, course: 3 }],
    [
      'menu_item',
      {
        variants: [sizeOf('s', 0), sizeOf('l', 100)],
        groups: [linkOf('a'), linkOf('b', { min: 1, max: 1 })],
      },
    ],
    ['menu_item', { slots: [SLOT] }],
    ['menu_item', { groups: [linkOf('a', { min: 1, max: 0 })] }],
    ['menu_item', { slots: [], variants: [], groups: [] }],
    [
      'modifier_group',
      { pricing: 'group', price: 50, active: true, options: [optionOf('a', 1), optionOf('b')] },
    ],
    ['modifier_group', { options: [optionOf('a', 1, { priceByVariant: { L: minor(150) } })] }],
    ['price_list', { ...LIST }],
    ['price_list', { from: 0, to: 1_440, areaIds: [] }],
    ['table', { seats: 4 }],
    ['settings', { course: 99 }],
  ])('[RECORD2] a %s (case %#)', (type, fields) => expect(check(type, fields)).toBeNull())

  const option = (over: object) => ({ options: [{ ...optionOf('a'), ...over }] })
  const variant = (over: object) => ({ variants: [{ ...sizeOf('s', 0), ...over }] })
  const link = (over: object) => ({ groups: [{ ...linkOf('a'), ...over }] })
  const slot = (over: object) => ({ slots: [{ ...SLOT, ...over }] })
  test.each<[RecordType, RecordFields, string]>([
    ['category', { course: -1 }, 'MENU2'],
    ['category', { course: 21 }, 'MENU2'],
    ['menu_item', { course: 1.5 }, 'MENU2'],
    ['menu_item', { taxIds: 'vat-23' }, 'RECORD2'],
    ['menu_item', { taxIds: Array.from({ length: 11 }, (_, index) => `t${index}`) }, 'RECORD2'],
    ['menu_item', { taxIdsByService: ['vat-23'] }, 'TAX4'],
    ['menu_item', { taxIdsByService: { takeaway: 'vat-7' } }, 'TAX4'],
    ['menu_item', { available: 1 }, 'RECORD2'],
    ['menu_item', { pricing: 'haggle' }, 'OPEN1'],
    ['menu_item', { unit: 'x'.repeat(21) }, 'WEIGHT1'],
    ['menu_item', { countdown: { qty: -1, at: 1 } }, 'LEFT1'],
    ['menu_item', { countdown: { qty: 1 } }, 'LEFT1'],
    ['menu_item', variant({ price: -1 }), 'VARIANT1'],
    ['menu_item', variant({ name: ' ' }), 'VARIANT1'],
    ['menu_item', variant({ active: undefined }), 'VARIANT1'],
    ['menu_item', { variants: [sizeOf('a', 1), sizeOf('a', 2, { name: 'b' })] }, 'VARIANT1'],
    ['menu_item', { variants: [sizeOf('a', 1), sizeOf('b', 2, { name: 'a' })] }, 'VARIANT1'],
    ['menu_item', link({ min: 2, max: 1 }), 'MOD2'],
    ['menu_item', link({ min: -1 }), 'MOD2'],
    ['menu_item', link({ max: 100 }), 'MOD2'],
    ['menu_item', link({ free: Number.NaN }), 'MOD2'],
    ['menu_item', { groups: [linkOf('a'), linkOf('a')] }, 'MOD2'],
    ['menu_item', slot({ pieces: 0 }), 'COMBO1'],
    ['menu_item', slot({ choices: [] }), 'COMBO1'],
    ['menu_item', slot({ choices: [{ menuItemId: 'a', upcharge: -1 }] }), 'COMBO1'],
    ['menu_item', { slots: [SLOT, SLOT] }, 'COMBO1'],
    [
      'menu_item',
      { slots: Array.from({ length: 21 }, (_, index) => ({ ...SLOT, id: `${index}` })) },
      'COMBO1',
    ],
    ['modifier_group', { pricing: 'sequence' }, 'MOD7'],
    ['modifier_group', { price: -1 }, 'MOD7'],
    ['modifier_group', { options: {} }, 'MOD1'],
    ['modifier_group', { options: [optionOf('a'), optionOf('a')] }, 'MOD1'],
    ['modifier_group', option({ price: -1 }), 'MOD1'],
    ['modifier_group', option({ maxQty: 0 }), 'MOD1'],
    ['modifier_group', option({ included: 'yes' }), 'MOD1'],
    ['modifier_group', option({ priceByVariant: { L: -1 } }), 'MOD1'],
    ['modifier_group', option({ groups: [linkOf('b', { min: 2, max: 1 })] }), 'MOD1'],
    ['price_list', { prices: { tea: -1 } }, 'LEVEL1'],
    ['price_list', { prices: [1] }, 'LEVEL1'],
    ['price_list', { priority: 0.5 }, 'LEVEL1'],
    ['price_list', { weekdays: [0] }, 'LEVEL2'],
    ['price_list', { weekdays: [8] }, 'LEVEL2'],
    ['price_list', { services: 'tab' }, 'LEVEL2'],
    ['price_list', { from: -1 }, 'LEVEL2'],
    ['price_list', { to: 1_441 }, 'LEVEL2'],
    ['price_list', { active: null }, 'RECORD2'],
  ])('[RECORD2] [VARIANT1] [COMBO1] a %s is refused (case %#)', (type, fields, rule) => {
    expect(check(type, fields)).toEqual({ code: 'bad_record', rule })
  })
})

describe('groups below groups', () => {
  const asking = (...ids: readonly string[]) => [optionOf('o', 0, { groups: ids.map((id) => linkOf(id)) })]
  const refused = { code: 'modifiers_too_deep', rule: 'MOD9' }

  test('[MOD9] a group below itself is refused', () => {
    expect(check('modifier_group', { options: asking('it') })).toEqual(refused)
    const groups = [groupOf('a', asking('b')), groupOf('b', asking('it'))]
    expect(check('modifier_group', { options: asking('a') }, { groups })).toEqual(refused)
    expect(check('modifier_group', { options: asking('a') }, { groups }, 'other')).toBeNull()
  })

  test('[MOD9] what the group said before counts no more', () => {
    const groups = [groupOf('it', asking('it'))]
    expect(check('modifier_group', { options: asking() }, { groups })).toBeNull()
    expect(check('modifier_group', { name: 'It' }, { groups })).toBeNull()
  })

  test('[MOD9] four levels are taken, five refused', () => {
    const groups = [groupOf('b', asking('c')), groupOf('c', asking('d')), groupOf('d', asking())]
    expect(check('modifier_group', { options: asking('b') }, { groups }, 'a')).toBeNull()
    const deeper = [...groups.slice(0, 2), groupOf('d', asking('e'))]
    expect(check('modifier_group', { options: asking('b') }, { groups: deeper }, 'a')).toEqual(refused)
  })
})

describe('combos', () => {
  const refused = { code: 'bad_record', rule: 'COMBO5' }

  test.each([
    { variants: [sizeOf('s', 1)] },
    { groups: [linkOf('a')] },
    { pricing: 'open' },
    { pricing: 'weight' },
  ])('[COMBO5] have nothing of their own but a price: %j', (over) => {
    expect(check('menu_item', { slots: [SLOT], ...over })).toEqual(refused)
    const item = { ...itemOf('it'), ...over } as ReturnType<typeof itemOf>
    expect(check('menu_item', { slots: [SLOT] }, { item })).toEqual(refused)
    expect(check('menu_item', { slots: [SLOT] }, { item: { ...item, id: 'other' } })).toBeNull()
    expect(check('menu_item', over, { item: itemOf('it') })).toBeNull()
    const plain = { pricing: 'fixed', variants: [], groups: [] }
    expect(check('menu_item', { slots: [SLOT], ...plain }, { item })).toBeNull()
  })

  test('[COMBO5] are made of plain items, not of themselves', () => {
    expect(check('menu_item', { slots: [SLOT] }, {}, 'burger')).toEqual(refused)
    const parts = [itemOf('burger', { pricing: 'weight' })]
    expect(check('menu_item', { slots: [SLOT] }, { parts })).toEqual(refused)
    expect(check('menu_item', { slots: [SLOT] }, { parts: [itemOf('burger')] })).toBeNull()
    const others = [itemOf('meal', { pricing: 'open' }), itemOf('burger')]
    expect(check('menu_item', { slots: [SLOT] }, { parts: others })).toBeNull()
  })
})
