import { describe, test } from 'vitest'
import { added, authority, cancelled, coversSet, MENU, NOBODY } from '../../../tests/support/facts.ts'
import { NOON, opened, removed, RULES, SETTINGS, TABLE, taken, TEA } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { taxesSet } from '../../../tests/support/item-facts.ts'
import { guestSet, merged, serviceSet, tableSet, transferred } from '../../../tests/support/order-facts.ts'
import { requested } from '../../../tests/support/payment-facts.ts'
import { minor } from '#domain/money/money.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'

const OPEN = { type: 'open_order', orderId: 'o1', service: 'dine_in', tableId: 't1', covers: 2 } as const
const COVERS = { type: 'set_covers', orderId: 'o1', covers: 5 } as const
const CANCEL = { type: 'cancel_order', orderId: 'o1', reason: 'guests left' } as const
const GUEST = { type: 'set_guest', orderId: 'o1', guest: NOBODY, dueAt: null } as const
const SERVICE = { type: 'set_service', orderId: 'o1', service: 'takeaway' } as const
const MOVE = { type: 'move_table', orderId: 'o1', tableId: 't2' } as const
const TRANSFER = { type: 'transfer_order', orderId: 'o1', to: 'eva', reason: '' } as const
const EVA = { person: { id: 'eva', role: 'waiter' } } as const
const T2 = { table: { ...TABLE, id: 't2' } } as const
const YEAR_MS = 366 * 24 * 3_600_000

const PARTY: ChargeRule = {
  id: 'party',
  name: 'Large party',
  how: { kind: 'percent', ratePpm: 100_000 },
  phase: 'before_tax',
  base: 'discounted',
  taxes: 'lines',
  gratuity: true,
  services: [],
  minCovers: 6,
  minSubtotal: minor(0),
  active: true,
}

describe('opening an order', () => {
  test('[ORDER1] writes what was asked, the number and the business date', () => {
    given()
      .when(OPEN, { nextNumber: 'B-017' })
      .thenEvents(opened({ number: 'B-017' }))
  })

  test('[PRICE9] copies the store’s rules for money, without charges that are off', () => {
    const settings = {
      ...SETTINGS,
      taxRounded: 'net',
      charges: [PARTY, { ...PARTY, id: 'x', active: false }],
    } as const
    given()
      .when(OPEN, { settings })
      .thenEvents(opened({ rules: { ...RULES, rounded: 'net', charges: [PARTY] } }))
  })

  test('[DAY1] before the cut-over it belongs to the evening before', () => {
    const twoAtNight = NOON - 10 * 3_600_000
    given()
      .when(OPEN, { now: twoAtNight })
      .thenEvents(opened({ businessDate: '2026-11-19', openedAt: twoAtNight }))
  })

  test.each(['takeaway', 'delivery', 'tab'] as const)('[ORDER2] %s needs no table', (service) => {
    given()
      .when({ ...OPEN, service, tableId: null }, { table: null, tableOrderId: 'o9' })
      .thenEvents(opened({ service, tableId: null }))
  })

  test('[ORDER9] takes a guest and a time', () => {
    const guest = { name: 'Eva', contact: '555', address: 'Rua 1' }
    given()
      .when({ ...OPEN, guest, dueAt: NOON + 1 })
      .thenEvents(opened({ guest, dueAt: NOON + 1 }))
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

  test('[SERVICE1] is refused for a service nobody knows', () => {
    given()
      .when({ ...OPEN, service: 'drive_in' as never })
      .thenRefused('bad_service', 'SERVICE1')
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

  test('[ORDER12] is refused when a charge for large parties would go that was already paid', () => {
    const party = opened({ covers: 6, rules: { ...RULES, charges: [PARTY] } })
    given(party, added('i1', { qty: 4 }), taken('p1', 1_050))
      .when(COVERS)
      .thenRefused('less_than_paid', 'ORDER12')
    given(party, added('i1', { qty: 4 }), taken('p1', 1_000))
      .when(COVERS)
      .thenEvents(coversSet(5))
  })
})

describe('naming the guest', () => {
  const LONG = 'x'.repeat(81)

  test('[ORDER9] writes who it is for, and when', () => {
    const guest = { name: 'x'.repeat(80), contact: 'x'.repeat(80), address: 'x'.repeat(200) }
    given(opened())
      .when({ ...GUEST, guest, dueAt: NOON + YEAR_MS })
      .thenEvents(guestSet(guest, NOON + YEAR_MS))
  })

  test('[ORDER9] the same again writes nothing', () => {
    given(opened()).when(GUEST).thenEvents()
    given(opened(), guestSet({ name: 'Eva' }, NOON))
      .when({ ...GUEST, guest: { ...NOBODY, name: 'Eva' }, dueAt: NOON })
      .thenEvents()
  })

  test.each([
    ['name', { name: LONG }],
    ['contact', { contact: LONG }],
    ['address', { address: 'x'.repeat(201) }],
  ])('[ORDER9] is refused with a %s that is too long', (_, guest) => {
    given(opened())
      .when({ ...GUEST, guest: { ...NOBODY, ...guest } })
      .thenRefused('bad_guest', 'ORDER9')
  })

  test.each([0, -1, NOON - 1, NOON + 0.5, NOON + YEAR_MS + 1, Number.NaN, 2 ** 53])(
    '[ORDER9] is refused for the time %s',
    (dueAt) =>
      given(opened())
        .when({ ...GUEST, dueAt })
        .thenRefused('bad_guest', 'ORDER9'),
  )

  test('[ORDER9] is refused the same when the order opens', () => {
    given()
      .when({ ...OPEN, guest: { ...NOBODY, name: LONG } })
      .thenRefused('bad_guest', 'ORDER9')
    given()
      .when({ ...OPEN, dueAt: NOON - 1 })
      .thenRefused('bad_guest', 'ORDER9')
  })
})

describe('changing the service', () => {
  const VAT_6 = { id: 'vat-6', name: 'IVA 6%', ratePpm: 60_000, inclusive: true }
  const item = { ...TEA, taxIdsByService: { takeaway: ['vat-6'] } }
  const menu = { ...MENU, item: null, parts: [item], taxes: [...MENU.taxes, { ...VAT_6, active: true }] }

  test('[SERVICE1] taxes every standing line anew, sent or not, and only where the taxes differ', () => {
    given(opened(), added('i1'), added('i2', { taxes: [VAT_6] }), added('i3'), removed('i3'))
      .when(SERVICE, { menu })
      .thenEvents(serviceSet('takeaway'), taxesSet('i1', VAT_6))
  })

  test('[SERVICE1] to what it is writes nothing', () => {
    given(opened())
      .when({ ...SERVICE, service: 'dine_in' }, { menu })
      .thenEvents()
  })

  test('[SERVICE1] is refused for a service nobody knows', () => {
    given(opened())
      .when({ ...SERVICE, service: '' as never })
      .thenRefused('bad_service', 'SERVICE1')
  })

  test('[ORDER12] is refused when less tax on top would be less than was paid', () => {
    const onTop = { id: 'sales', name: 'Sales tax', ratePpm: 100_000, inclusive: false }
    const free = { ...menu, parts: [{ ...item, taxIdsByService: { takeaway: [] } }] }
    given(opened(), added('i1', { taxes: [onTop] }), taken('p1', 260))
      .when(SERVICE, { menu: free })
      .thenRefused('less_than_paid', 'ORDER12')
  })
})

describe('moving to another table', () => {
  test('[ORDER10] goes to a free table, or to none', () => {
    given(opened()).when(MOVE, T2).thenEvents(tableSet('t2'))
    given(opened())
      .when({ ...MOVE, tableId: null }, { table: null })
      .thenEvents(tableSet(null))
  })

  test('[ORDER10] to where it is writes nothing', () => {
    given(opened())
      .when({ ...MOVE, tableId: 't1' }, { tableOrderId: 'o1' })
      .thenEvents()
  })

  test('[ORDER10] is refused where another order is open', () => {
    given(opened())
      .when(MOVE, { ...T2, tableOrderId: 'o2' })
      .thenRefused('table_taken', 'ORDER10')
  })

  test('[ORDER2] is refused to a table nobody knows, or one that is gone', () => {
    given(opened()).when(MOVE, { table: null }).thenRefused('unknown_table', 'ORDER2')
    given(opened())
      .when(MOVE, { table: { ...T2.table, active: false } })
      .thenRefused('unknown_table', 'ORDER2')
  })
})

describe('transferring an order', () => {
  test('[ORDER11] writes who answers for it now', () => {
    given(opened())
      .when({ ...TRANSFER, reason: ' end of shift ' }, EVA)
      .thenEvents(transferred('eva', { reason: 'end of shift' }))
  })

  test('[ORDER11] to whom it belongs writes nothing', () => {
    given(opened(), transferred('eva')).when(TRANSFER, EVA).thenEvents()
  })

  test('[ORDER11] is refused to somebody who does not work here', () => {
    given(opened()).when(TRANSFER).thenRefused('unknown_person', 'ORDER11')
    given(opened())
      .when(TRANSFER, { person: { id: 'rui', role: 'waiter' } })
      .thenRefused('unknown_person', 'ORDER11')
  })

  test('[ITEM2] is refused with a reason that is too long', () => {
    given(opened())
      .when({ ...TRANSFER, reason: 'x'.repeat(201) }, EVA)
      .thenRefused('note_too_long', 'ITEM2')
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

  test('[ORDER5] is refused while money was taken for it, or a card payment is on its way', () => {
    given(opened(), added('i1'), taken('p1', 100), removed('i1'))
      .when(CANCEL)
      .thenRefused('order_has_payments', 'ORDER5')
    given(opened(), requested('p1', 100)).when(CANCEL).thenRefused('order_has_payments', 'ORDER5')
  })

  test('[ORDER5] is refused while another order is merged into it', () => {
    given(opened(), opened({}, 'o2'), merged('o2', 'o1'))
      .when(CANCEL)
      .thenRefused('order_has_merged', 'ORDER5')
  })

  test('[ITEM2] is refused with a reason that is too long', () => {
    given(opened())
      .when({ ...CANCEL, reason: 'x'.repeat(201) })
      .thenRefused('note_too_long', 'ITEM2')
  })
})

describe('who did it', () => {
  test('[ORDER5] stands on the event, with who allowed it', () => {
    const careful = as('waiter')
    const rights = {
      ...careful.actor.rights,
      actions: { ...careful.actor.rights.actions, cancel_order: 'approval' },
    } as const
    const actor = { ...careful.actor, rights }
    const approval = {
      by: 'rui',
      action: 'cancel_order',
      commandId: 'c1',
      subjects: ['o1'],
      limit: null,
    } as const
    given(opened()).when(CANCEL, { actor }).thenRefused('approval_needed', 'ROLE3')
    given(opened())
      .when(CANCEL, { actor, approval })
      .thenEvents(cancelled('guests left', authority({ approvedBy: 'rui', reason: 'guests left' })))
  })
})
