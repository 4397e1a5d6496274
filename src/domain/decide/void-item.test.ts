import { describe, test } from 'vitest'
import { added, opened, qtySet, removed, sent, taken, voided } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { splitInto } from '../../../tests/support/order-facts.ts'
import type { Approval } from '#domain/staff/approval.ts'

const VOID = {
  type: 'void_item',
  orderId: 'o1',
  itemId: 'i1',
  kind: 'wasted',
  reason: 'wrong table',
} as const
const SENT = [opened(), added('i1', { qty: 3 }), sent('i1')] as const
const BY_RUI = { by: 'rui' } as const
const APPROVAL: Approval = {
  by: 'rui',
  action: 'void_sent_item',
  commandId: 'c1',
  subjects: ['i1'],
  limit: null,
}

describe('voiding a line', () => {
  test('[ITEM8] after sending keeps reason and who did it', () => {
    given(...SENT)
      .when({ ...VOID, reason: '  wrong table ' }, as('manager'))
      .thenEvents(voided('i1', BY_RUI))
  })

  test('[VOID1] says whether it was made', () => {
    given(...SENT)
      .when({ ...VOID, kind: 'unmade' }, as('manager'))
      .thenEvents(voided('i1', { kind: 'unmade', ...BY_RUI }))
  })

  test('[VOID2] takes so many of it; all that stand is the whole line', () => {
    given(...SENT)
      .when({ ...VOID, qty: 2 }, as('manager'))
      .thenEvents(voided('i1', { qty: 2, ...BY_RUI }))
    given(...SENT)
      .when({ ...VOID, qty: 3 }, as('manager'))
      .thenEvents(voided('i1', { qty: null, ...BY_RUI }))
    given(...SENT, voided('i1', { qty: 2 }))
      .when({ ...VOID, qty: 1 }, as('manager'))
      .thenEvents(voided('i1', { qty: null, ...BY_RUI }))
  })

  test.each([0, -1, 4, 1.5, Number.NaN, 2 ** 53])('[VOID2] is refused for %s of three', (qty) => {
    given(...SENT)
      .when({ ...VOID, qty }, as('manager'))
      .thenRefused('bad_qty', 'VOID2')
  })

  test('[VOID2] is refused for more than others left', () => {
    given(...SENT, voided('i1', { qty: 2 }))
      .when({ ...VOID, qty: 2 }, as('manager'))
      .thenRefused('bad_qty', 'VOID2')
  })

  test('[ITEM8] is refused without a reason', () => {
    given(...SENT)
      .when({ ...VOID, reason: '  ' }, as('manager'))
      .thenRefused('reason_missing', 'ITEM8')
  })

  test('[ITEM2] is refused with a reason that is too long', () => {
    given(...SENT)
      .when({ ...VOID, reason: 'x'.repeat(201) }, as('manager'))
      .thenRefused('note_too_long', 'ITEM2')
  })

  test('[ITEM8] is refused before sending: nobody cooked it', () => {
    given(opened(), added('i1')).when(VOID, as('manager')).thenRefused('item_not_sent', 'ITEM8')
  })

  test('[ITEM8] is refused on a line that is not there, or voided already', () => {
    given(opened()).when(VOID, as('manager')).thenRefused('unknown_item', 'ITEM8')
    given(...SENT, voided('i1'))
      .when(VOID, as('manager'))
      .thenRefused('unknown_item', 'ITEM8')
  })

  test('[ROLE3] [ITEM8] a waiter asks a manager, for this line and this once', () => {
    given(...SENT)
      .when(VOID)
      .thenRefused('approval_needed', 'ROLE3')
    given(...SENT)
      .when(VOID, { approval: APPROVAL })
      .thenEvents(voided('i1', { approvedBy: 'rui' }))
    for (const other of [{ subjects: ['i2'] }, { commandId: 'c0' }, { action: 'comp' as const }]) {
      given(...SENT)
        .when(VOID, { approval: { ...APPROVAL, ...other } })
        .thenRefused('approval_does_not_fit', 'ROLE4')
    }
  })

  test('[ORDER12] is refused below what was already paid', () => {
    given(...SENT, taken('p1', 501))
      .when({ ...VOID, qty: 1 }, as('manager'))
      .thenRefused('less_than_paid', 'ORDER12')
    given(...SENT, taken('p1', 500))
      .when({ ...VOID, qty: 1 }, as('manager'))
      .thenEvents(voided('i1', { qty: 1, ...BY_RUI }))
  })

  test('[ORDER12] what two tills overpaid may change as long as it gets no worse', () => {
    const overpaid = [
      ...SENT,
      added('i2', { unitPrice: 0 as never }),
      sent('i2'),
      taken('p1', 750),
      taken('p2', 750),
    ]
    given(...overpaid)
      .when(VOID, as('manager'))
      .thenRefused('less_than_paid', 'ORDER12')
    given(...overpaid)
      .when({ ...VOID, itemId: 'i2' }, as('manager'))
      .thenEvents(voided('i2', BY_RUI))
  })
})

describe('voiding a line of a split order', () => {
  const half = { seats: [], amount: null } as const
  const own = [
    { id: 'k1', name: 'Ana', shares: [{ itemId: 'i1', parts: 1, of: 1 }], ...half },
    { id: 'k2', name: 'Rui', shares: [{ itemId: 'i2', parts: 1, of: 1 }], ...half },
  ]
  const SPLIT = [
    ...SENT,
    added('i2'),
    sent('i2'),
    splitInto(...own),
    taken('p1', 750, 'cash', { checkId: 'k1' }),
  ]

  test('[ORDER12] is refused on a check that is paid, though the order still owes more', () => {
    given(...SPLIT)
      .when({ ...VOID, qty: 1 }, as('manager'))
      .thenRefused('less_than_paid', 'ORDER12')
  })

  test('[ORDER12] is allowed on a check nobody paid', () => {
    given(...SPLIT)
      .when({ ...VOID, itemId: 'i2' }, as('manager'))
      .thenEvents(voided('i2', BY_RUI))
  })
})

describe('voiding a combo', () => {
  const combo = { id: 'm1', menuItemId: 'menu', name: 'Menu' }
  const COMBO = [opened(), added('m1-1', { combo, qty: 2 }), added('m1-2', { combo, qty: 2 })] as const

  test('[ITEM10] voids all its parts, whichever is named', () => {
    for (const itemId of ['m1', 'm1-1', 'm1-2']) {
      given(...COMBO, sent('m1-1'), sent('m1-2'))
        .when({ ...VOID, itemId, qty: 1 }, as('manager'))
        .thenEvents(voided('m1-1', { qty: 1, ...BY_RUI }), voided('m1-2', { qty: 1, ...BY_RUI }))
    }
  })

  test('[VOID2] what the kitchen does not have yet is taken off, or there is less of it', () => {
    given(...COMBO, sent('m1-1'))
      .when({ ...VOID, itemId: 'm1' }, as('manager'))
      .thenEvents(voided('m1-1', BY_RUI), voided('m1-2', { kind: 'removed', ...BY_RUI }))
    given(...COMBO, sent('m1-1'))
      .when({ ...VOID, itemId: 'm1', qty: 1 }, as('manager'))
      .thenEvents(voided('m1-1', { qty: 1, ...BY_RUI }), qtySet('m1-2', 1))
  })

  test('[ITEM8] is refused while none of it is sent', () => {
    given(...COMBO, removed('m1-2'))
      .when({ ...VOID, itemId: 'm1' }, as('manager'))
      .thenRefused('item_not_sent', 'ITEM8')
  })
})
