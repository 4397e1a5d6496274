import { describe, test } from 'vitest'
import { added, cancelled, MENU, opened, removed, sent, taken } from '../../../tests/support/facts.ts'
import { TEA, voided } from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'
import { discounted, moved, placeSet, taxesSet } from '../../../tests/support/item-facts.ts'
import { minor } from '#domain/money/money.ts'

const PLACE = { type: 'place_item', orderId: 'o1', itemId: 'i1', seat: 2 } as const
const MOVE = { type: 'move_items', orderId: 'o1', itemIds: ['i1'], to: 'o2', reason: '' } as const
const TWO = [opened(), opened({}, 'o2')] as const
const combo = { id: 'm1', menuItemId: 'menu', name: 'Menu' }
const COMBO = [added('m1-1', { combo }), added('m1-2', { combo })] as const

describe('placing a line', () => {
  test('[PLACE1] gives it a seat, a course, and holds it back', () => {
    const place = { seat: 999, course: 20, held: true }
    given(opened(), added('i1'))
      .when({ ...PLACE, ...place })
      .thenEvents(placeSet('i1', place))
    given(opened(), added('i1'))
      .when({ type: 'place_item', orderId: 'o1', itemId: 'i1', course: 1 })
      .thenEvents(placeSet('i1', { course: 1 }))
  })

  test('[PLACE1] where it is already writes nothing', () => {
    given(opened(), added('i1', { seat: 2 }))
      .when(PLACE)
      .thenEvents()
    given(opened(), added('i1')).when({ type: 'place_item', orderId: 'o1', itemId: 'i1' }).thenEvents()
  })

  test('[PLACE1] once it is sent only changes its seat', () => {
    const facts = [opened(), added('i1'), sent('i1')]
    given(...facts)
      .when(PLACE)
      .thenEvents(placeSet('i1', { seat: 2 }))
    given(...facts)
      .when({ ...PLACE, course: 1 })
      .thenRefused('item_already_sent', 'PLACE1')
    given(...facts)
      .when({ ...PLACE, held: true })
      .thenRefused('item_already_sent', 'PLACE1')
  })

  test.each([-1, 1_000, 1.5, Number.NaN, 2 ** 53])('[MENU3] is refused to seat %s', (seat) => {
    given(opened(), added('i1'))
      .when({ ...PLACE, seat })
      .thenRefused('bad_seat', 'MENU3')
  })

  test.each([-1, 21, 0.5, Number.NaN])('[MENU3] is refused to course %s', (course) => {
    given(opened(), added('i1'))
      .when({ ...PLACE, course })
      .thenRefused('bad_course', 'MENU3')
  })

  test('[PLACE1] is refused on a line that is not there, or no longer', () => {
    given(opened()).when(PLACE).thenRefused('unknown_item', 'PLACE1')
    given(opened(), added('i1'), removed('i1')).when(PLACE).thenRefused('unknown_item', 'PLACE1')
  })

  test('[ITEM10] places one part of a combo, or all by the combo’s own id', () => {
    const place = { course: 3 } as const
    given(opened(), ...COMBO)
      .when({ type: 'place_item', orderId: 'o1', itemId: 'm1-2', ...place })
      .thenEvents(placeSet('m1-2', place))
    given(opened(), ...COMBO)
      .when({ type: 'place_item', orderId: 'o1', itemId: 'm1', ...place })
      .thenEvents(placeSet('m1-1', place), placeSet('m1-2', place))
  })
})

describe('moving lines to another order', () => {
  test('[MOVE1] takes them, sent or not, each once, in one action', () => {
    given(...TWO, added('i1'), added('i2'), sent('i2'), added('i3'))
      .when({ ...MOVE, itemIds: ['i2', 'i1', 'i2'], reason: ' other table ' })
      .thenEvents(moved('i2', 'o2', { reason: 'other table' }), moved('i1', 'o2', { reason: 'other table' }))
  })

  test('[ITEM10] takes every part of a combo', () => {
    given(...TWO, ...COMBO)
      .when({ ...MOVE, itemIds: ['m1-2'] })
      .thenEvents(moved('m1-1', 'o2'), moved('m1-2', 'o2'))
  })

  test('[SERVICE1] gives them the taxes of the service they go to', () => {
    const menu = { ...MENU, item: null, parts: [{ ...TEA, taxIdsByService: { takeaway: [] } }] }
    given(opened(), opened({ service: 'takeaway' }, 'o2'), added('i1'))
      .when(MOVE, { menu })
      .thenEvents(moved('i1', 'o2'), taxesSet('i1'))
  })

  test('[MOVE1] is refused for a line that is not there, or no longer, and for none', () => {
    given(...TWO, added('i1'))
      .when({ ...MOVE, itemIds: ['i1', 'i9'] })
      .thenRefused('unknown_item', 'MOVE1')
    given(...TWO, added('i1'), removed('i1'))
      .when(MOVE)
      .thenRefused('unknown_item', 'MOVE1')
    given(...TWO)
      .when({ ...MOVE, itemIds: [] })
      .thenRefused('unknown_item', 'MOVE1')
  })

  test('[MOVE1] is refused to the same order, and to one that is not here or not open', () => {
    given(...TWO, added('i1'))
      .when({ ...MOVE, to: 'o1' })
      .thenRefused('same_order', 'MOVE1')
    given(opened(), added('i1')).when(MOVE).thenRefused('unknown_order', 'ORDER1')
    given(opened(), opened({}, 'o2'), added('i1'), { ...cancelled(), ent: { type: 'order', id: 'o2' } })
      .when(MOVE)
      .thenRefused('order_not_open', 'ORDER4')
  })

  test('[MOVE1] is refused when the device looked up another order', () => {
    const { bill } = given(opened(), added('i1'))
    given(...TWO, added('i1'))
      .when(MOVE, { otherBill: bill })
      .thenRefused('unknown_order', 'MOVE1')
  })

  test('[MOVE1] is refused for more lines than one action holds', () => {
    const many = Array.from({ length: 301 }, (_, i) => added(`i${i}`))
    given(...TWO, ...many)
      .when({ ...MOVE, itemIds: many.map(({ ent }) => ent.id) })
      .thenRefused('too_many_lines', 'MOVE1')
  })

  test('[BILL2] is refused when the other order would leave exact amounts', () => {
    const dear = { unitPrice: minor(60_000_000_000) }
    given(...TWO, added('i1', dear), added('i2', { ...dear, orderId: 'o2' }))
      .when(MOVE)
      .thenRefused('total_too_large', 'BILL2')
  })

  test('[ORDER12] is refused below what was already paid for the order they leave', () => {
    given(...TWO, added('i1'), added('i2'), taken('p1', 251))
      .when(MOVE)
      .thenRefused('less_than_paid', 'ORDER12')
    given(...TWO, added('i1'), added('i2'), taken('p1', 250))
      .when(MOVE)
      .thenEvents(moved('i1', 'o2'))
  })

  test('[MOVE2] leaves their discounts and partial voids as they are', () => {
    given(...TWO, added('i1', { qty: 3 }), discounted('i1'), sent('i1'), voided('i1', { qty: 1 }))
      .when(MOVE)
      .thenEvents(moved('i1', 'o2'))
  })
})
