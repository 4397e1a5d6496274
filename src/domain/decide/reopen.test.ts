import { describe, test } from 'vitest'
import { added, closed, opened, receiptAsked, saleOf, SETTINGS, taken } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { merged, reopened } from '../../../tests/support/order-facts.ts'
import { refunded } from '../../../tests/support/payment-facts.ts'

const REOPEN = { type: 'reopen_order', orderId: 'o1', reason: 'one more coffee' } as const
const RECEIPT = { type: 'print_receipt', orderId: 'o1' } as const
const SOLD = [opened(), added('i1'), taken('p1', 250), closed(saleOf({ closeId: 'p1' }))] as const
const BY_RUI = { by: 'rui', reason: 'one more coffee' } as const

describe('reopening an order', () => {
  test('[REOPEN1] takes back the close that stands, with a reason and by somebody who may', () => {
    given(...SOLD)
      .when(REOPEN, as('manager'))
      .thenEvents(reopened('p1', BY_RUI))
    given(...SOLD)
      .when(REOPEN)
      .thenRefused('approval_needed', 'ROLE3')
    given(...SOLD)
      .when({ ...REOPEN, reason: ' ' }, as('manager'))
      .thenRefused('reason_missing', 'REOPEN1')
  })

  test('[REOPEN2] of two closes takes back the one that stands first, and then the other', () => {
    const twice = [...SOLD, closed(saleOf({ closeId: 'p2' }))]
    given(...twice)
      .when(REOPEN, as('manager'))
      .thenEvents(reopened('p1', BY_RUI))
    given(...twice, reopened('p1'))
      .when(REOPEN, as('manager'))
      .thenEvents(reopened('p2', BY_RUI))
  })

  test('[REOPEN1] is refused while it is not closed, or not here', () => {
    given(opened()).when(REOPEN, as('manager')).thenRefused('not_closed', 'REOPEN1')
    given(...SOLD, reopened('p1'))
      .when(REOPEN, as('manager'))
      .thenRefused('not_closed', 'REOPEN1')
    given(opened(), opened({}, 'o2'), merged('o1', 'o2'))
      .when(REOPEN, as('manager'))
      .thenRefused('not_closed', 'REOPEN1')
    given().when(REOPEN, as('manager')).thenRefused('unknown_order', 'ORDER1')
  })

  test('[ZDAY9] is refused once a Z counts it', () => {
    given(...SOLD)
      .when(REOPEN, { ...as('manager'), saleInZ: true })
      .thenRefused('sale_in_z', 'ZDAY9')
  })

  test('[REOPEN3] is refused once money of it was given back', () => {
    given(...SOLD, refunded('p1', 100))
      .when(REOPEN, as('manager'))
      .thenRefused('order_refunded', 'REOPEN3')
  })
})

describe('printing a receipt', () => {
  test('[PAY7] asks the printer of the settings, each time for the next copy', () => {
    const settings = { ...SETTINGS, receiptPrinterId: 'bar' }
    given(...SOLD)
      .when(RECEIPT)
      .thenEvents(receiptAsked(0))
    given(...SOLD, receiptAsked(0), receiptAsked(1))
      .when(RECEIPT, { settings })
      .thenEvents(receiptAsked(2, 'bar'))
  })

  test('[PAY7] is refused while the order is not closed', () => {
    given(opened()).when(RECEIPT).thenRefused('not_closed', 'PAY7')
    given(...SOLD, reopened('p1'))
      .when(RECEIPT)
      .thenRefused('not_closed', 'PAY7')
  })

  test('[ORDER1] is refused on an order this device does not know, and before the settings have arrived', () => {
    given().when(RECEIPT).thenRefused('unknown_order', 'ORDER1')
    given(...SOLD)
      .when(RECEIPT, { settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })
})
