import { describe, test } from 'vitest'
import { modifiersSet } from '../../../tests/support/item-facts.ts'
import {
  added,
  MENU,
  NOON,
  opened,
  qtySet,
  removed,
  sent,
  taken,
  TEA,
  VAT_23,
} from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { chosen, groupOf, itemOf, linkOf, optionOf } from '../../../tests/support/menu-facts.ts'
import type { MenuFacts } from '#domain/context.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import type { Action, Right } from '#domain/staff/permissions.ts'

const ADD = { type: 'add_item', orderId: 'o1', itemId: 'i1', menuItemId: 'tea', qty: 1, note: '' } as const
const TEN_MEGABYTES = 'x'.repeat(10 * 1024 * 1024)
const G = groupOf('g', [optionOf('lemon', 20)])

function menu(over: Partial<MenuItem> = {}, more: Partial<MenuFacts> = {}): { readonly menu: MenuFacts } {
  return { menu: { ...MENU, item: { ...TEA, ...over }, ...more } }
}

describe('adding an item', () => {
  test('[ITEM1] copies name, price, taxes and station onto the line', () => {
    given(opened())
      .when({ ...ADD, qty: 2, note: 'milk' })
      .thenEvents(added('i1', { qty: 2, note: 'milk' }))
  })

  test('[ITEM1] [TAX4] copies only taxes that are its own and active', () => {
    const taxes = [
      { ...VAT_23, active: true },
      { ...VAT_23, id: 'vat-6', active: true },
      { ...VAT_23, id: 'old', active: false },
    ]
    given(opened())
      .when(ADD, menu({ taxIds: ['old', 'vat-23'] }, { taxes }))
      .thenEvents(added('i1', { taxes: [VAT_23] }))
  })

  test('[ITEM1] [MENU2] keeps seat, course and whether it is held; what is said beats the menu', () => {
    const place = { seat: 2, course: 0, held: true }
    given(opened())
      .when({ ...ADD, ...place }, menu({ course: 3 }))
      .thenEvents(added('i1', place))
    given(opened())
      .when(ADD, menu({ course: 3 }))
      .thenEvents(added('i1', { course: 3 }))
  })

  test('[ITEM1] is refused when the menu item is not known, another, or no longer on the menu', () => {
    given(opened())
      .when(ADD, { menu: { ...MENU, item: null } })
      .thenRefused('unknown_menu_item', 'ITEM1')
    given(opened())
      .when({ ...ADD, menuItemId: 'beer' })
      .thenRefused('unknown_menu_item', 'ITEM1')
    given(opened())
      .when(ADD, menu({ active: false }))
      .thenRefused('unknown_menu_item', 'ITEM1')
  })

  test('[ITEM5] is refused when it is sold out (86)', () => {
    given(opened())
      .when(ADD, menu({ available: false }))
      .thenRefused('item_sold_out', 'ITEM5')
  })

  test('[LEFT2] is taken when none are left by the count', () => {
    given(opened())
      .when(ADD, menu({ countdown: { qty: 0, at: NOON } }))
      .thenEvents(added('i1'))
  })

  test.each([0, -0, -1, 1.5, 10_000, 10 ** 9, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    '[ITEM6] is refused for a quantity of %s',
    (qty) =>
      given(opened())
        .when({ ...ADD, qty })
        .thenRefused('bad_qty', 'ITEM6'),
  )

  test('[ITEM6] is taken for a quantity of 9,999', () => {
    given(opened())
      .when({ ...ADD, qty: 9_999 })
      .thenEvents(added('i1', { qty: 9_999 }))
  })

  test('[ITEM2] a note of 200 characters is taken, one of 201 or of ten megabytes refused', () => {
    given(opened())
      .when({ ...ADD, note: 'x'.repeat(200) })
      .thenEvents(added('i1', { note: 'x'.repeat(200) }))
    for (const note of ['x'.repeat(201), TEN_MEGABYTES]) {
      given(opened())
        .when({ ...ADD, note })
        .thenRefused('note_too_long', 'ITEM2')
    }
  })

  test.each([-1, 0.5, 1_000, Number.NaN, 2 ** 53])('[MENU3] is refused at seat %s', (seat) => {
    given(opened())
      .when({ ...ADD, seat })
      .thenRefused('bad_seat', 'MENU3')
  })

  test.each([-1, 0.5, 21, Number.NaN, 2 ** 53])('[MENU3] is refused in course %s', (course) => {
    given(opened())
      .when({ ...ADD, course })
      .thenRefused('bad_course', 'MENU3')
  })

  test('[MENU3] is taken at a seat beyond the covers', () => {
    given(opened({ covers: 2 }))
      .when({ ...ADD, seat: 999, course: 20 })
      .thenEvents(added('i1', { seat: 999, course: 20 }))
  })

  test('[BILL2] is refused when the total would leave exact amounts', () => {
    const dear = menu({ price: minor(50_000_000_000) })
    given(opened())
      .when({ ...ADD, qty: 2 }, dear)
      .thenEvents(added('i1', { qty: 2, unitPrice: minor(50_000_000_000) }))
    given(opened(), added('i0'))
      .when({ ...ADD, qty: 2 }, dear)
      .thenRefused('total_too_large', 'BILL2')
    given(opened())
      .when({ ...ADD, qty: 9_999 }, dear)
      .thenRefused('total_too_large', 'BILL2')
  })

  test('[ITEM9] the same line again changes nothing', () => {
    given(opened(), added('i1')).when(ADD).thenEvents()
    given(opened(), added('i1'), removed('i1'))
      .when({ ...ADD, qty: 4 })
      .thenEvents()
  })

  test('[ORDER1] is refused without an order, and before the settings arrived', () => {
    given().when(ADD).thenRefused('unknown_order', 'ORDER1')
    given(opened()).when(ADD, { settings: null }).thenRefused('store_not_ready', 'ORDER1')
  })

  test('[MOD1] [MOD11] keeps its modifiers, in its price', () => {
    const lemon = {
      groupId: 'g',
      optionId: 'lemon',
      name: 'lemon',
      prefix: '',
      qty: 2,
      price: minor(40),
      depth: 0,
    } as const
    given(opened())
      .when(
        { ...ADD, modifiers: [chosen('g', 'lemon', { qty: 2 })] },
        menu({ groups: [linkOf('g')] }, { groups: [G] }),
      )
      .thenEvents(added('i1', { modifiers: [lemon], unitPrice: minor(290) }))
  })

  test('[WEIGHT1] a weighed portion is one', () => {
    const ham = menu({ pricing: 'weight', unit: 'kg' })
    const weight = { milli: 500, unit: 'kg', unitPrice: minor(250) }
    given(opened())
      .when({ ...ADD, weightMilli: 500 }, ham)
      .thenEvents(added('i1', { weight, unitPrice: minor(125), priceFrom: 'weight' }))
    given(opened())
      .when({ ...ADD, weightMilli: 500, qty: 2 }, ham)
      .thenRefused('bad_qty', 'WEIGHT1')
  })
})

describe('typing a price', () => {
  const OPEN = { ...ADD, openPrice: 700 }
  const open = menu({ pricing: 'open' })
  const line = { unitPrice: minor(700), priceFrom: 'open' }

  function waiterWho(right: Right) {
    const { actor } = as('waiter')
    const actions: { readonly [action in Action]: Right } = { ...actor.rights.actions, open_price: right }
    return { actor: { ...actor, rights: { ...actor.rights, actions } } }
  }
  const yes = { by: 'rui', action: 'open_price', commandId: 'c1', subjects: ['i1'], limit: 700 } as const

  test('[OPEN2] is for those who may', () => {
    given(opened())
      .when(OPEN, { ...open, ...waiterWho('alone') })
      .thenEvents(added('i1', line))
    given(opened())
      .when(OPEN, { ...open, ...waiterWho('no') })
      .thenRefused('not_allowed', 'ROLE1')
    given(opened())
      .when(OPEN, { ...open, ...waiterWho('approval') })
      .thenRefused('approval_needed', 'ROLE3')
  })

  test('[OPEN2] who allowed it stays on the line; a higher price needs another yes', () => {
    const asking = { ...open, ...waiterWho('approval'), approval: yes }
    given(opened())
      .when(OPEN, asking)
      .thenEvents(added('i1', { ...line, approvedBy: 'rui' }))
    given(opened())
      .when({ ...OPEN, openPrice: 701 }, asking)
      .thenRefused('approval_does_not_fit', 'ROLE4')
  })

  test('[OPEN1] nobody is asked to allow what is refused anyway', () => {
    const asking = { ...open, ...waiterWho('approval') }
    given(opened())
      .when({ ...OPEN, openPrice: -1 }, asking)
      .thenRefused('bad_price', 'OPEN1')
    given(opened(), added('i0', { unitPrice: minor(100_000_000_000) }))
      .when(OPEN, asking)
      .thenRefused('total_too_large', 'BILL2')
  })
})

describe('adding a combo', () => {
  const slots = ['burger', 'cola'].map((id) => ({
    id,
    name: id,
    pieces: 1,
    choices: [{ menuItemId: id, upcharge: minor(0) }],
  }))
  const parts = [itemOf('burger', { price: minor(900), course: 2 }), itemOf('cola', { price: minor(300) })]
  const meal = menu({ name: 'Meal', price: minor(1_000), slots }, { parts })
  const combo = { id: 'i1', menuItemId: 'tea', name: 'Meal' }
  const burger = {
    menuItemId: 'burger',
    name: 'burger',
    unitPrice: minor(750),
    priceFrom: 'combo',
    combo,
    course: 2,
  }
  const cola = { menuItemId: 'cola', name: 'cola', unitPrice: minor(250), priceFrom: 'combo', combo }

  test('[COMBO2] makes a line for each part, together the price', () => {
    const common = { qty: 3, note: 'no nuts', seat: 1, held: true }
    given(opened())
      .when({ ...ADD, ...common }, meal)
      .thenEvents(added('i1-1', { ...burger, ...common }), added('i1-2', { ...cola, ...common }))
  })

  test('[COMBO2] [ITEM9] the same combo again changes nothing', () => {
    given(opened(), added('i1-1', burger), added('i1-2', cola), removed('i1-1')).when(ADD, meal).thenEvents()
  })

  test('[MENU2] a course that is said is that of all its parts', () => {
    given(opened())
      .when({ ...ADD, course: 1 }, meal)
      .thenEvents(added('i1-1', { ...burger, course: 1 }), added('i1-2', { ...cola, course: 1 }))
  })

  test('[BILL2] is refused by what all its parts cost together', () => {
    given(opened(), added('i0', { unitPrice: minor(99_999_999_001) }))
      .when(ADD, meal)
      .thenRefused('total_too_large', 'BILL2')
  })
})

describe('choosing modifiers anew', () => {
  const CHOOSE = { type: 'choose_modifiers', orderId: 'o1', itemId: 'i1' } as const
  const lemon = { ...CHOOSE, modifiers: [chosen('g', 'lemon')] }
  const asked = menu({ groups: [linkOf('g')] }, { groups: [G] })
  const kept = {
    groupId: 'g',
    optionId: 'lemon',
    name: 'lemon',
    prefix: '',
    qty: 1,
    price: minor(20),
    depth: 0,
  } as const

  test('[MOD12] is free until the item is sent', () => {
    given(opened(), added('i1'))
      .when(lemon, asked)
      .thenEvents(modifiersSet('i1', { modifiers: [kept], unitPrice: minor(270) }))
    given(opened(), added('i1'), modifiersSet('i1', { modifiers: [kept], unitPrice: minor(270) }))
      .when(CHOOSE, asked)
      .thenEvents(modifiersSet('i1', {}))
  })

  test('[ITEM4] is refused once the kitchen has it, and on a line that is not there, or no longer', () => {
    given(opened(), added('i1'), sent('i1')).when(lemon, asked).thenRefused('item_already_sent', 'ITEM4')
    given(opened()).when(lemon, asked).thenRefused('unknown_item', 'ITEM4')
    given(opened(), added('i1'), removed('i1')).when(lemon, asked).thenRefused('unknown_item', 'ITEM4')
  })

  test('[MOD1] is refused for what the menu does not offer', () => {
    given(opened(), added('i1')).when(lemon).thenRefused('unknown_modifier', 'MOD1')
  })

  test('[ORDER1] is refused without an order, and before the settings arrived', () => {
    given().when(lemon, asked).thenRefused('unknown_order', 'ORDER1')
    given(opened(), added('i1'))
      .when(lemon, { ...asked, settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })

  test('[BILL2] is refused when the total would leave exact amounts', () => {
    given(
      opened(),
      added('i1', { unitPrice: minor(10_000_000) }),
      qtySet('i1', 9_999),
      added('i2', { unitPrice: minor(9_999_900) }),
    )
      .when(lemon, asked)
      .thenRefused('total_too_large', 'BILL2')
  })

  test('[ORDER12] is refused when less would stand than was paid', () => {
    const facts = [opened(), added('i1', { modifiers: [kept], unitPrice: minor(270) }), taken('p1', 260)]
    given(...facts)
      .when(CHOOSE, asked)
      .thenRefused('less_than_paid', 'ORDER12')
    given(...facts)
      .when(lemon, asked)
      .thenLike({ ent: { id: 'i1' } })
  })
})
