import { describe, expect, test } from 'vitest'
import { added, closed, opened, paymentVoided, receiptAsked, removed } from '../../../tests/support/facts.ts'
import { saleOf, sent, SETTINGS, soldLine, taken, VAT_23, voided } from '../../../tests/support/facts.ts'
import { contextOf, given, openBillOf } from '../../../tests/support/given.ts'
import { minor } from '#domain/money/money.ts'
import { decide } from './decide.ts'

const PAY = {
  type: 'take_payment',
  orderId: 'o1',
  paymentId: 'p1',
  method: 'cash',
  amount: 500,
  tendered: 500,
} as const
const RECEIPT = { type: 'print_receipt', orderId: 'o1' } as const

// Two teas at 2.50: 5.00, VAT 23 % inside. 500 × 23 / 123 = 93.495…, half up 93; net 407.
const TEAS = [opened(), added('i1', { qty: 2 })] as const
const SALE = saleOf({
  lines: [soldLine('i1', 2, 250)],
  payments: [{ paymentId: 'p1', method: 'cash', amount: minor(500) }],
  subtotal: minor(500),
  net: minor(407),
  tax: minor(93),
  total: minor(500),
  taxes: [{ ...VAT_23, net: minor(407), tax: minor(93) }],
})

describe('the payment that settles an order', () => {
  test('[PAY1] [BILL1] closes it, freezes its money and asks for the receipt', () => {
    given(...TEAS, sent('i1'))
      .when(PAY)
      .thenEvents(taken('p1', 500), closed(SALE), receiptAsked(0))
  })

  test('[PAY6] sends items nobody sent, before closing', () => {
    given(...TEAS)
      .when(PAY)
      .thenEvents(taken('p1', 500), sent('i1'), closed(SALE), receiptAsked(0))
  })

  test('[PAY4] cash above the amount is change', () => {
    given(...TEAS, sent('i1'))
      .when({ ...PAY, tendered: 2_000 })
      .thenEvents(
        taken('p1', 500, 'cash', { tendered: minor(2_000), change: minor(1_500) }),
        closed(SALE),
        receiptAsked(0),
      )
  })

  test('[PAY1] names every payment that stands, not one that was voided', () => {
    const sale = {
      ...SALE,
      payments: [
        { paymentId: 'p0', method: 'card', amount: minor(200) },
        { paymentId: 'p1', method: 'cash', amount: minor(300) },
      ],
    }
    given(...TEAS, sent('i1'), taken('p0', 200, 'card'), taken('px', 300), paymentVoided('px'))
      .when({ ...PAY, amount: 300, tendered: 300 })
      .thenEvents(taken('p1', 300), closed(sale), receiptAsked(0))
  })

  test('[BILL1] removed and voided lines are not sold', () => {
    given(...TEAS, sent('i1'), added('i2'), removed('i2'), added('i3'), sent('i3'), voided('i3'))
      .when(PAY)
      .thenEvents(taken('p1', 500), closed(SALE), receiptAsked(0))
  })

  test('[PAY2] an order that costs nothing is closed with a payment of 0', () => {
    given(opened(), added('i1', { unitPrice: minor(0) }), sent('i1'))
      .when({ ...PAY, amount: 0, tendered: 0 })
      .thenLike(
        { ent: { id: 'p1' } },
        { event: { type: 'order_closed' } },
        { event: { type: 'receipt_requested' } },
      )
  })
})

describe('a part payment', () => {
  test('[PAY1] is taken, and the order stays open', () => {
    given(...TEAS)
      .when({ ...PAY, method: 'card', amount: 200, tendered: 200 })
      .thenEvents(taken('p1', 200, 'card'))
  })

  test('[PAY8] the same payment again is one payment', () => {
    given(...TEAS, taken('p1', 250))
      .when({ ...PAY, amount: 250, tendered: 250 })
      .thenEvents()
  })
})

describe('a payment is refused', () => {
  test('[ORDER1] before the settings have arrived', () => {
    given(...TEAS)
      .when(PAY, { settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })

  test('[PAY1] when nothing stands on the order', () => {
    given(opened()).when(PAY).thenRefused('order_empty', 'PAY1')
    given(opened(), added('i1'), removed('i1')).when(PAY).thenRefused('order_empty', 'PAY1')
  })

  test('[PAY1] when two tills already took more than the bill', () => {
    given(...TEAS, taken('p8', 500), taken('p9', 500))
      .when(PAY)
      .thenRefused('nothing_to_pay', 'PAY1')
  })

  test.each([-1, 0, -0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('[PAY2] of %s', (amount) =>
    given(...TEAS)
      .when({ ...PAY, amount, tendered: 500 })
      .thenRefused('bad_amount', 'PAY2'),
  )

  test.each([0.5, Number.NaN, 2 ** 53, 10 ** 12])('[PAY2] when %s was handed over', (tendered) => {
    given(...TEAS)
      .when({ ...PAY, tendered })
      .thenRefused('bad_amount', 'PAY2')
  })

  test('[PAY3] above what is left to pay', () => {
    given(...TEAS)
      .when({ ...PAY, amount: 501, tendered: 501 })
      .thenRefused('amount_above_balance', 'PAY3')
    given(...TEAS, taken('p0', 200))
      .when({ ...PAY, amount: 301, tendered: 301 })
      .thenRefused('amount_above_balance', 'PAY3')
  })

  test('[PAY4] when less was handed over than it counts for', () => {
    given(...TEAS)
      .when({ ...PAY, tendered: 499 })
      .thenRefused('tendered_too_little', 'PAY4')
  })

  test('[PAY5] by card when more was handed over: a card gives no change', () => {
    given(...TEAS)
      .when({ ...PAY, method: 'card', tendered: 501 })
      .thenRefused('bad_amount', 'PAY5')
  })
})

describe('two part payments', () => {
  test('[PAY1] of any split close the order with what was paid exactly', () => {
    for (let first = 1; first < 500; first += 7) {
      const bill = openBillOf(...TEAS, sent('i1'), taken('p0', first, 'card'))
      const rest = 500 - first
      const decision = decide({ ...PAY, amount: rest, tendered: rest }, contextOf({ bill }))
      const closing = decision.ok
        ? decision.value.find(({ event }) => event.type === 'order_closed')
        : undefined
      expect(closing?.event).toMatchObject({ payload: { sale: { total: 500 } } })
    }
  })
})

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
