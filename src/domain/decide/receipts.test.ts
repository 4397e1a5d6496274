import { describe, test } from 'vitest'
import {
  added,
  closed,
  onOrder,
  opened,
  receiptAsked,
  saleOf,
  SETTINGS,
  taken,
  soldLine,
} from '../../../tests/support/facts.ts'
import { minor } from '#domain/money/money.ts'
import { soldCheck } from '#domain/check/paid-check.ts'
import { checkOfItems } from '#domain/check/split.ts'
import { billOf } from '../../../tests/support/bills.ts'
import { given } from '../../../tests/support/given.ts'
import { splitInto } from '../../../tests/support/order-facts.ts'

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

describe('the receipt of a check', () => {
  const A = checkOfItems({ id: 'a', name: '1' }, [{ itemId: 'i1', qty: 1, of: 1 }])
  const B = checkOfItems({ id: 'b', name: '2' }, [{ itemId: 'i2', qty: 1, of: 1 }])
  const SPLIT = [
    opened(),
    added('i1', { unitPrice: minor(300) }),
    added('i2', { unitPrice: minor(200) }),
    added('i3', { unitPrice: minor(100) }),
    splitInto(A, B),
  ]
  const PAY = { type: 'take_payment', orderId: 'o1', paymentId: 'p1', method: 'card' } as const
  const PAID_A = taken('p1', 300, 'card', { checkId: 'a' })
  const receiptLike = (id: string | undefined, copy = 0) => ({
    event: { type: 'receipt_requested', payload: { copy, ...(id !== undefined && { check: { id } }) } },
  })

  test('[CHECK14] comes with the payment that leaves nothing to pay of it', () => {
    given(...SPLIT)
      .when({ ...PAY, checkId: 'a', amount: 300, tendered: 300 })
      .thenLike({ event: { type: 'payment_taken' } }, receiptLike('a'))
    given(...SPLIT)
      .when({ ...PAY, checkId: 'a', amount: 299, tendered: 299 })
      .thenLike({ event: { type: 'payment_taken' } })
    // Pays the rest and both checks.
    given(...SPLIT)
      .when({ ...PAY, amount: 550, tendered: 550 })
      .thenLike({ event: { type: 'payment_taken' } })
  })

  test('[CHECK14] of the last one comes with the close; paid at once, it is the receipt of the order', () => {
    const left = [...SPLIT, PAID_A, taken('p2', 100)]
    given(...left)
      .when({ ...PAY, paymentId: 'p3', checkId: 'b', amount: 200, tendered: 200 })
      .thenLike(
        { event: { type: 'payment_taken' } },
        ...['i1', 'i2', 'i3'].map((id) => ({ ent: { id }, event: { type: 'item_sent' } })),
        { event: { type: 'order_closed' } },
        receiptLike('b'),
      )
    const whole = given(...SPLIT, taken('p1', 50)).when({
      ...PAY,
      paymentId: 'p2',
      amount: 550,
      tendered: 550,
    })
    whole.thenLike(
      { event: { type: 'payment_taken' } },
      ...['i1', 'i2', 'i3'].map((id) => ({ ent: { id }, event: { type: 'item_sent' } })),
      { event: { type: 'order_closed' } },
      { event: { type: 'receipt_requested', payload: { copy: 0, printerId: 'printer-1' } } },
    )
  })

  test('[CHECK14] is printed again on an open order, and refused while something of it is to pay', () => {
    const again = { type: 'print_receipt', orderId: 'o1', checkId: 'a' } as const
    given(...SPLIT, PAID_A)
      .when(again)
      .thenLike(receiptLike('a'))
    given(...SPLIT)
      .when(again)
      .thenRefused('check_not_paid', 'CHECK14')
    given(...SPLIT)
      .when({ ...again, checkId: 'x' })
      .thenRefused('unknown_check', 'CHECK14')
    given(...TEAS)
      .when({ ...again, checkId: 'rest' })
      .thenRefused('unknown_check', 'CHECK14')
  })

  test('[CHECK15] after another that tells the same is a copy, and so is one of the whole', () => {
    const check = billOf([...SPLIT, PAID_A])
    if (check === null) throw new Error('assertion failed: the order is open')
    const sold = soldCheck(check, 'a', 'EUR', 0)
    if (sold === null) throw new Error('assertion failed: the check is paid')
    const asked = onOrder({
      type: 'receipt_requested',
      payload: { printerId: 'printer-1', copy: 0, check: sold },
    })
    const again = { type: 'print_receipt', orderId: 'o1', checkId: 'a' } as const
    given(...SPLIT, PAID_A, asked)
      .when(again)
      .thenLike(receiptLike('a', 1))
    given(...SPLIT, PAID_A, asked, asked)
      .when(again)
      .thenLike(receiptLike('a', 2))
    given(...SPLIT, PAID_A, closed(SALE), asked)
      .when(RECEIPT)
      .thenEvents(receiptAsked(1))
    given(...SPLIT, PAID_A, closed(SALE), receiptAsked(0))
      .when({ ...again, checkId: 'b' })
      .thenRefused('check_not_paid', 'CHECK14')
    // A receipt of one check says nothing of another.
    given(...SPLIT, PAID_A, taken('p2', 200, 'card', { checkId: 'b' }), asked)
      .when({ ...again, checkId: 'b' })
      .thenLike(receiptLike('b'))
  })
})

describe('the bill before it is paid', () => {
  const BILL = { type: 'print_receipt', orderId: 'o1', what: 'bill' } as const

  test('[BILL6] tells what is left to pay, and what was paid of it', () => {
    given(...TEAS, taken('p1', 200))
      .when(BILL)
      .thenLike({
        ent: { type: 'order', id: 'o1' },
        event: {
          type: 'order_billed',
          payload: {
            printerId: 'printer-1',
            due: 300,
            bill: {
              id: 'whole',
              total: 500,
              lines: [{ name: 'Tea', parts: 2, of: 1, amount: 500 }],
              payments: [{ paymentId: 'p1', amount: 200 }],
            },
          },
        },
      })
  })

  test('[BILL6] of one check tells its part', () => {
    const half = checkOfItems({ id: 'a', name: '1' }, [{ itemId: 'i1', qty: 1, of: 2 }])
    given(...TEAS, splitInto(half))
      .when({ ...BILL, checkId: 'a' })
      .thenLike({ event: { payload: { due: 250, bill: { id: 'a', total: 250 } } } })
    given(...TEAS, splitInto(half))
      .when(BILL)
      .thenLike({ event: { payload: { due: 500, bill: { id: 'whole' } } } })
  })

  test('[BILL6] is refused where nothing is to pay, and of a closed order', () => {
    given(opened()).when(BILL).thenRefused('nothing_to_pay', 'BILL6')
    given(...TEAS, closed(SALE))
      .when(BILL)
      .thenRefused('order_not_open', 'ORDER4')
    given(...TEAS)
      .when({ ...BILL, checkId: 'x' })
      .thenRefused('unknown_check', 'BILL6')
  })
})
