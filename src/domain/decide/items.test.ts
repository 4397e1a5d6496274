import { describe, test } from 'vitest'
import { added, authority, noteSet, opened, qtySet, removed, sent } from '../../../tests/support/facts.ts'
import { taken, voided } from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'
import { changed } from '../../../tests/support/item-facts.ts'
import { merged } from '../../../tests/support/order-facts.ts'
import { minor } from '#domain/money/money.ts'

const QTY = { type: 'set_item_qty', orderId: 'o1', itemId: 'i1', qty: 3 } as const
const NOTE = { type: 'set_item_note', orderId: 'o1', itemId: 'i1', note: 'no sugar' } as const
const REMOVE = { type: 'remove_item', orderId: 'o1', itemId: 'i1' } as const
const CHANGE = { type: 'change_sent_item', orderId: 'o1', itemId: 'i1', note: 'no sugar' } as const
const TEN_MEGABYTES = 'x'.repeat(10 * 1024 * 1024)

const combo = { id: 'm1', menuItemId: 'menu', name: 'Menu' }
const COMBO = [added('m1-1', { combo }), added('m1-2', { combo })] as const

describe('changing a quantity', () => {
  test('[ITEM4] is free until the item is sent', () => {
    given(opened(), added('i1')).when(QTY).thenEvents(qtySet('i1', 3))
  })

  test('[ITEM4] is refused once the kitchen has it', () => {
    given(opened(), added('i1'), sent('i1')).when(QTY).thenRefused('item_already_sent', 'ITEM4')
  })

  test('[ITEM4] is refused on a line that is not there, or no longer', () => {
    given(opened()).when(QTY).thenRefused('unknown_item', 'ITEM4')
    given(opened(), added('i1'), removed('i1')).when(QTY).thenRefused('unknown_item', 'ITEM4')
  })

  test.each([0, -1, 0.5, 10_000, 10 ** 9, Number.NaN, 2 ** 53])('[ITEM6] is refused to %s', (qty) => {
    given(opened(), added('i1'))
      .when({ ...QTY, qty })
      .thenRefused('bad_qty', 'ITEM6')
  })

  test('[WEIGHT1] is refused on a weighed portion: another portion is weighed', () => {
    const weight = { milli: 350, unit: 'kg', unitPrice: minor(2_000) }
    given(opened(), added('i1', { weight })).when(QTY).thenRefused('bad_qty', 'WEIGHT1')
  })

  test('[BILL2] is refused when the total would leave exact amounts', () => {
    given(opened(), added('i1', { unitPrice: minor(100_000_000) }))
      .when({ ...QTY, qty: 1_001 })
      .thenRefused('total_too_large', 'BILL2')
  })

  test('[ITEM10] of a combo changes all its parts, whichever is named', () => {
    for (const itemId of ['m1', 'm1-1', 'm1-2']) {
      given(opened(), added('i1'), ...COMBO)
        .when({ ...QTY, itemId })
        .thenEvents(qtySet('m1-1', 3), qtySet('m1-2', 3))
    }
  })

  test('[ITEM10] of a combo is refused once the kitchen has a part of it', () => {
    given(opened(), ...COMBO, sent('m1-2'))
      .when({ ...QTY, itemId: 'm1-1' })
      .thenRefused('item_already_sent', 'ITEM4')
  })

  test('[ORDER12] is refused below what was already paid', () => {
    const paid = [opened(), added('i1', { qty: 4 }), taken('p1', 751)]
    given(...paid)
      .when(QTY)
      .thenRefused('less_than_paid', 'ORDER12')
    given(opened(), added('i1', { qty: 4 }), taken('p1', 750))
      .when(QTY)
      .thenEvents(qtySet('i1', 3))
  })

  test('[MERGE1] reaches a line of an order that is merged into this one', () => {
    given(opened(), opened({}, 'o2'), added('i1', { orderId: 'o2' }), merged('o2', 'o1'))
      .when(QTY)
      .thenEvents(qtySet('i1', 3))
  })
})

describe('changing a note', () => {
  test('[ITEM4] is free until the item is sent', () => {
    given(opened(), added('i1')).when(NOTE).thenEvents(noteSet('i1', 'no sugar'))
  })

  test('[ITEM4] is refused once the kitchen has it, and on a line that is not there', () => {
    given(opened(), added('i1'), sent('i1')).when(NOTE).thenRefused('item_already_sent', 'ITEM4')
    given(opened()).when(NOTE).thenRefused('unknown_item', 'ITEM4')
    given(opened(), added('i1'), removed('i1')).when(NOTE).thenRefused('unknown_item', 'ITEM4')
  })

  test('[ITEM2] is refused when it is too long', () => {
    given(opened(), added('i1'))
      .when({ ...NOTE, note: TEN_MEGABYTES })
      .thenRefused('note_too_long', 'ITEM2')
    given(opened(), added('i1'))
      .when({ ...NOTE, note: 'x'.repeat(201) })
      .thenRefused('note_too_long', 'ITEM2')
  })

  test('[ITEM10] of a combo is the part’s own', () => {
    given(opened(), ...COMBO)
      .when({ ...NOTE, itemId: 'm1-2' })
      .thenEvents(noteSet('m1-2', 'no sugar'))
    given(opened(), ...COMBO)
      .when({ ...NOTE, itemId: 'm1' })
      .thenRefused('unknown_item', 'ITEM4')
  })
})

describe('removing an item', () => {
  test('[ITEM7] before sending is free, and still recorded with who did it', () => {
    given(opened(), added('i1')).when(REMOVE).thenEvents(removed('i1', 'ana'))
  })

  test('[ITEM4] after sending is refused: that is a void', () => {
    given(opened(), added('i1'), sent('i1')).when(REMOVE).thenRefused('item_already_sent', 'ITEM4')
  })

  test('[ITEM4] twice is refused', () => {
    given(opened(), added('i1'), removed('i1')).when(REMOVE).thenRefused('unknown_item', 'ITEM4')
  })

  test('[ITEM10] of a part removes the combo', () => {
    given(opened(), ...COMBO)
      .when({ ...REMOVE, itemId: 'm1-2' })
      .thenEvents(removed('m1-1'), removed('m1-2'))
  })

  test('[ORDER12] is refused below what was already paid', () => {
    given(opened(), added('i1'), taken('p1', 1)).when(REMOVE).thenRefused('less_than_paid', 'ORDER12')
  })
})

describe('a word to the kitchen', () => {
  const SENT = [opened(), added('i1'), sent('i1')] as const

  test('[CHANGE1] is written on a line the kitchen has', () => {
    given(...SENT)
      .when({ ...CHANGE, note: ' no sugar ' })
      .thenEvents(changed('i1', 'no sugar'))
  })

  test('[CHANGE1] the same again writes nothing', () => {
    given(...SENT, changed('i1', 'no sugar'))
      .when(CHANGE)
      .thenEvents()
  })

  test('[CHANGE1] is refused on a line the kitchen does not have, or no longer', () => {
    given(opened(), added('i1')).when(CHANGE).thenRefused('item_not_sent', 'CHANGE1')
    given(...SENT, voided('i1'))
      .when(CHANGE)
      .thenRefused('unknown_item', 'CHANGE1')
    given(opened()).when(CHANGE).thenRefused('unknown_item', 'CHANGE1')
  })

  test('[ITEM2] is refused when it is too long', () => {
    given(...SENT)
      .when({ ...CHANGE, note: 'x'.repeat(201) })
      .thenRefused('note_too_long', 'ITEM2')
  })
})

describe('who removed it', () => {
  test('[ITEM7] is the one who did, at the time they did', () => {
    given(opened(), added('i1'))
      .when(REMOVE, { now: 99 })
      .thenEvents(voided('i1', { kind: 'removed', ...authority({ at: 99 }) }))
  })
})
