import { describe, test } from 'vitest'
import {
  added,
  closed,
  opened,
  receiptAsked,
  saleOf,
  SETTINGS,
  soldLine,
} from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'

const RECEIPT = { type: 'print_receipt', orderId: 'o1' } as const
const TEAS = [opened(), added('i1', { qty: 2 })] as const
const SALE = saleOf({ lines: [soldLine('i1', 2, 250)] })

describe('printing a receipt again', () => {
  test('[PAY7] is asked for with how often it was asked before', () => {
    given(...TEAS, closed(SALE), receiptAsked(0))
      .when(RECEIPT)
      .thenEvents(receiptAsked(1))
    given(...TEAS, closed(SALE), receiptAsked(0), receiptAsked(1))
      .when(RECEIPT)
      .thenEvents(receiptAsked(2))
  })

  test('[PAY7] is refused before the order is closed', () => {
    given(...TEAS)
      .when(RECEIPT)
      .thenRefused('not_closed', 'PAY7')
  })

  test('[ORDER1] is refused on an unknown order, and without settings', () => {
    given().when(RECEIPT).thenRefused('unknown_order', 'ORDER1')
    given(...TEAS, closed(SALE))
      .when(RECEIPT, { settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })

  test('[PAY7] goes to the printer the settings name now', () => {
    const settings = { ...SETTINGS, receiptPrinterId: 'printer-2' }
    given(...TEAS, closed(SALE), receiptAsked(0))
      .when(RECEIPT, { settings })
      .thenEvents(receiptAsked(1, 'printer-2'))
  })
})
