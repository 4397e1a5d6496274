import { describe, test } from 'vitest'
import { added, noteSet, opened, qtySet, removed, sent, voided } from '../../../tests/support/facts.ts'
import { TEA, VAT_23 } from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'
import { minor } from '#domain/money/money.ts'

const ADD = { type: 'add_item', orderId: 'o1', itemId: 'i1', menuItemId: 'tea', qty: 1, note: '' } as const
const QTY = { type: 'set_item_qty', orderId: 'o1', itemId: 'i1', qty: 3 } as const
const NOTE = { type: 'set_item_note', orderId: 'o1', itemId: 'i1', note: 'no sugar' } as const
const REMOVE = { type: 'remove_item', orderId: 'o1', itemId: 'i1' } as const
const VOID = { type: 'void_item', orderId: 'o1', itemId: 'i1', reason: 'wrong table' } as const
const MANAGER = { actor: { id: 'rui', role: 'manager' } } as const
const TEN_MEGABYTES = 'x'.repeat(10 * 1024 * 1024)

describe('adding an item', () => {
  test('[ITEM1] copies name, price, taxes and station onto the line', () => {
    given(opened())
      .when({ ...ADD, qty: 2, note: 'milk' })
      .thenEvents(added('i1', { qty: 2, note: 'milk' }))
  })

  test('[ITEM1] [TAX4] copies only taxes that are its own and active', () => {
    const taxes = [
      { ...VAT_23, active: true },
      { id: 'vat-6', name: 'IVA 6%', ratePpm: 60_000, inclusive: true, active: true },
      { id: 'old', name: 'Old', ratePpm: 10_000, inclusive: true, active: false },
    ]
    given(opened())
      .when(ADD, { taxes, menuItem: { ...TEA, taxIds: ['old', 'vat-23'] } })
      .thenEvents(added('i1', { taxes: [VAT_23] }))
  })

  test('[ITEM1] is refused when the menu item is not known, or no longer on the menu', () => {
    given(opened()).when(ADD, { menuItem: null }).thenRefused('unknown_menu_item', 'ITEM1')
    given(opened())
      .when(ADD, { menuItem: { ...TEA, active: false } })
      .thenRefused('unknown_menu_item', 'ITEM1')
  })

  test.each(['name', 'price', 'taxIds', 'categoryId', 'stationId'])(
    '[ITEM1] is refused while the %s of the menu item has not arrived',
    (field) => {
      const menuItem = { ...TEA, [field]: undefined }
      given(opened()).when(ADD, { menuItem }).thenRefused('unknown_menu_item', 'ITEM1')
    },
  )

  test('[ITEM5] is refused when it is sold out (86)', () => {
    given(opened())
      .when(ADD, { menuItem: { ...TEA, available: false } })
      .thenRefused('item_sold_out', 'ITEM5')
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
    given(opened())
      .when({ ...ADD, note: 'x'.repeat(201) })
      .thenRefused('note_too_long', 'ITEM2')
    given(opened())
      .when({ ...ADD, note: TEN_MEGABYTES })
      .thenRefused('note_too_long', 'ITEM2')
  })

  test('[BILL2] is refused when the total would leave exact amounts', () => {
    const dear = { menuItem: { ...TEA, price: minor(50_000_000_000) } }
    given(opened())
      .when({ ...ADD, qty: 2 }, dear)
      .thenEvents(added('i1', { qty: 2, unitPrice: minor(50_000_000_000) }))
    given(opened(), added('i0'))
      .when({ ...ADD, qty: 2 }, dear)
      .thenRefused('total_too_large', 'BILL2')
  })

  test('[ITEM9] the same line again changes nothing', () => {
    given(opened(), added('i1')).when(ADD).thenEvents()
    given(opened(), added('i1'), removed('i1'))
      .when({ ...ADD, qty: 4 })
      .thenEvents()
  })
})

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

  test.each([0, -1, 0.5, 10 ** 9, Number.NaN, 2 ** 53])('[ITEM6] is refused to %s', (qty) => {
    given(opened(), added('i1'))
      .when({ ...QTY, qty })
      .thenRefused('bad_qty', 'ITEM6')
  })

  test('[BILL2] is refused when the total would leave exact amounts', () => {
    given(opened(), added('i1', { unitPrice: minor(100_000_000) }))
      .when({ ...QTY, qty: 1_001 })
      .thenRefused('total_too_large', 'BILL2')
  })
})

describe('changing a note', () => {
  test('[ITEM4] is free until the item is sent', () => {
    given(opened(), added('i1')).when(NOTE).thenEvents(noteSet('i1', 'no sugar'))
  })

  test('[ITEM4] is refused once the kitchen has it, and on a line that is not there', () => {
    given(opened(), added('i1'), sent('i1')).when(NOTE).thenRefused('item_already_sent', 'ITEM4')
    given(opened()).when(NOTE).thenRefused('unknown_item', 'ITEM4')
  })

  test('[ITEM2] is refused when it is too long', () => {
    given(opened(), added('i1'))
      .when({ ...NOTE, note: TEN_MEGABYTES })
      .thenRefused('note_too_long', 'ITEM2')
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
})

describe('voiding an item', () => {
  test('[ITEM8] after sending keeps reason and who did it', () => {
    given(opened(), added('i1'), sent('i1'))
      .when({ ...VOID, reason: '  wrong table ' }, MANAGER)
      .thenEvents(voided('i1', 'wrong table', 'rui'))
  })

  test('[ITEM8] is refused without a reason', () => {
    given(opened(), added('i1'), sent('i1'))
      .when({ ...VOID, reason: '  ' }, MANAGER)
      .thenRefused('reason_missing', 'ITEM8')
  })

  test('[ITEM2] is refused with a reason that is too long', () => {
    given(opened(), added('i1'), sent('i1'))
      .when({ ...VOID, reason: 'x'.repeat(201) }, MANAGER)
      .thenRefused('note_too_long', 'ITEM2')
  })

  test('[ITEM8] is refused before sending: nobody cooked it', () => {
    given(opened(), added('i1')).when(VOID, MANAGER).thenRefused('item_not_sent', 'ITEM8')
  })

  test('[ITEM8] is refused on a line that is not there, or voided already', () => {
    given(opened()).when(VOID, MANAGER).thenRefused('unknown_item', 'ITEM8')
    given(opened(), added('i1'), sent('i1'), voided('i1'))
      .when(VOID, MANAGER)
      .thenRefused('unknown_item', 'ITEM8')
  })

  test('[ROLE1] is refused to a waiter', () => {
    given(opened(), added('i1'), sent('i1')).when(VOID).thenRefused('not_allowed', 'ROLE1')
  })
})
