import { describe, test } from 'vitest'
import {
  added,
  cancelled,
  closed,
  coversSet,
  opened,
  removed,
  saleOf,
  taken,
} from '../../../tests/support/facts.ts'
import { DATE, NOON, SETTINGS, TABLE } from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'
import type { Command } from '#domain/command.ts'

const OPEN = { type: 'open_order', orderId: 'o1', service: 'dine_in', tableId: 't1', covers: 2 } as const
const COVERS = { type: 'set_covers', orderId: 'o1', covers: 5 } as const
const CANCEL = { type: 'cancel_order', orderId: 'o1', reason: 'guests left' } as const

describe('opening an order', () => {
  test('[ORDER1] writes what was asked, the number and the business date', () => {
    given()
      .when(OPEN, { nextNumber: 'B-017' })
      .thenEvents(opened({ number: 'B-017' }))
  })

  test('[DAY1] before the cut-over it belongs to the evening before', () => {
    const twoAtNight = NOON - 10 * 3_600_000
    given()
      .when(OPEN, { now: twoAtNight })
      .thenEvents(opened({ businessDate: '2026-11-19', openedAt: twoAtNight }))
  })

  test('[ORDER2] takeaway needs no table', () => {
    given()
      .when({ ...OPEN, service: 'takeaway', tableId: null }, { table: null })
      .thenEvents(opened({ service: 'takeaway', tableId: null }))
  })

  test('[ORDER1] is refused before the settings have arrived', () => {
    given().when(OPEN, { settings: null }).thenRefused('store_not_ready', 'ORDER1')
  })

  test('[ORDER1] is refused when the order is already there, whatever became of it', () => {
    given(opened()).when(OPEN).thenRefused('order_exists', 'ORDER1')
    given(opened(), cancelled()).when(OPEN).thenRefused('order_exists', 'ORDER1')
  })

  test('[ORDER2] is refused on a table nobody knows, or one that is gone', () => {
    given().when(OPEN, { table: null }).thenRefused('unknown_table', 'ORDER2')
    given()
      .when(OPEN, { table: { ...TABLE, active: false } })
      .thenRefused('unknown_table', 'ORDER2')
  })

  test('[ORDER2] is refused on a table that has an open order', () => {
    given().when(OPEN, { tableOrderId: 'o9' }).thenRefused('table_taken', 'ORDER2')
  })

  test.each([0, -1, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000, 2 ** 53])(
    '[ORDER3] is refused for %s guests',
    (covers) =>
      given()
        .when({ ...OPEN, covers })
        .thenRefused('bad_covers', 'ORDER3'),
  )

  test.each([1, 999])('[ORDER3] is taken for %s guests', (covers) => {
    given()
      .when({ ...OPEN, covers })
      .thenEvents(opened({ covers }))
  })
})

describe('changing the number of guests', () => {
  test('[ORDER3] writes the new number', () => {
    given(opened()).when(COVERS).thenEvents(coversSet(5))
  })

  test.each([0, -1, 1.5, Number.NaN, 1_000])('[ORDER3] is refused for %s guests', (covers) => {
    given(opened())
      .when({ ...COVERS, covers })
      .thenRefused('bad_covers', 'ORDER3')
  })
})

describe('cancelling an order', () => {
  test('[ORDER5] is allowed when nothing stands on it', () => {
    given(opened()).when(CANCEL).thenEvents(cancelled('guests left'))
  })

  test('[ORDER5] is allowed when all its items were removed', () => {
    given(opened(), added('i1'), removed('i1')).when(CANCEL).thenEvents(cancelled('guests left'))
  })

  test('[ORDER5] is refused while an item stands on it', () => {
    given(opened(), added('i1')).when(CANCEL).thenRefused('order_has_items', 'ORDER5')
  })

  test('[ORDER5] is refused while money was taken for it', () => {
    given(opened(), added('i1'), taken('p1', 100), removed('i1'))
      .when(CANCEL)
      .thenRefused('order_has_payments', 'ORDER5')
  })

  test('[ITEM2] is refused with a reason that is too long', () => {
    given(opened())
      .when({ ...CANCEL, reason: 'x'.repeat(201) })
      .thenRefused('note_too_long', 'ITEM2')
  })
})

const ON_AN_ORDER: readonly Command[] = [
  { type: 'add_item', orderId: 'o1', itemId: 'i2', menuItemId: 'tea', qty: 1, note: '' },
  { type: 'set_item_qty', orderId: 'o1', itemId: 'i1', qty: 2 },
  { type: 'set_item_note', orderId: 'o1', itemId: 'i1', note: 'hot' },
  { type: 'remove_item', orderId: 'o1', itemId: 'i1' },
  { type: 'void_item', orderId: 'o1', itemId: 'i1', reason: 'cold' },
  COVERS,
  CANCEL,
  { type: 'send_order', orderId: 'o1' },
  { type: 'take_payment', orderId: 'o1', paymentId: 'p1', method: 'cash', amount: 250, tendered: 250 },
]

describe.each(ON_AN_ORDER)('$type', (command) => {
  const manager = { actor: { id: 'rui', role: 'manager' as const } }

  test('[ORDER1] is refused on an order this device does not know', () => {
    given().when(command, manager).thenRefused('unknown_order', 'ORDER1')
  })

  test('[ORDER4] is refused once the order is closed', () => {
    const sale = saleOf({ businessDate: DATE, currency: SETTINGS.currency.code })
    given(opened(), added('i1'), closed(sale)).when(command, manager).thenRefused('order_not_open', 'ORDER4')
  })

  test('[ORDER4] is refused once the order is cancelled', () => {
    given(opened(), cancelled()).when(command, manager).thenRefused('order_not_open', 'ORDER4')
  })
})
