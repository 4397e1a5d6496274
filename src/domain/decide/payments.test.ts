import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, closed, opened, paymentVoided, receiptAsked, removed } from '../../../tests/support/facts.ts'
import {
  RULES,
  saleOf,
  sent,
  SETTINGS,
  soldLine,
  taken,
  VAT_23,
  voided,
} from '../../../tests/support/facts.ts'
import { as, contextOf, given } from '../../../tests/support/given.ts'
import { orderDiscounted, splitInto } from '../../../tests/support/order-facts.ts'
import { refunded } from '../../../tests/support/payment-facts.ts'
import { checkOfItems } from '#domain/check/split.ts'
import { minor } from '#domain/money/money.ts'
import { priceBasis } from '#domain/order/price-basis.ts'
import type { Sale } from '#domain/order/sale.ts'
import { taxKey } from '#domain/tax/tax.ts'
import { decide } from './decide.ts'

const PAY = {
  type: 'take_payment',
  orderId: 'o1',
  paymentId: 'p1',
  method: 'cash',
  amount: 500,
  tendered: 500,
} as const

// Two teas at 2.50: 5.00, VAT 23 % inside. 500 × 23 / 123 = 93.495…, half up 93; net 407.
const TEAS = [opened(), added('i1', { qty: 2 })] as const
const TAXES = [{ key: taxKey(VAT_23), tax: minor(93) }]
const SALE = saleOf({
  lines: [{ ...soldLine('i1', 2, 250), tax: minor(93), taxes: TAXES }],
  payments: [soldPayment('p1', 500)],
  basis: priceBasis(openBillOf(...TEAS)),
  subtotal: minor(500),
  net: minor(407),
  tax: minor(93),
  total: minor(500),
  taxes: [{ ...VAT_23, net: minor(407), tax: minor(93) }],
})

function soldPayment(paymentId: string, amount: number, method = 'cash'): Sale['payments'][number] {
  return { paymentId, method, methodName: '', amount: minor(amount), tip: minor(0), rounding: minor(0) }
}

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
      payments: [soldPayment('p0', 200, 'card'), soldPayment('p1', 300)],
    }
    given(...TEAS, sent('i1'), taken('p0', 200, 'card'), taken('px', 300), paymentVoided('px'))
      .when({ ...PAY, amount: 300, tendered: 300 })
      .thenEvents(taken('p1', 300), closed(sale), receiptAsked(0))
  })

  test('[BILL1] removed and voided lines are not sold; what the kitchen had is told beside', () => {
    const VOIDED: Sale = {
      ...SALE,
      voids: [
        {
          itemId: 'i3',
          menuItemId: 'tea',
          name: 'Tea',
          kind: 'wasted',
          qty: 1,
          amount: minor(250),
          reason: 'wrong table',
          by: 'ana',
          approvedBy: null,
        },
      ],
    }
    given(...TEAS, sent('i1'), added('i2'), removed('i2'), added('i3'), sent('i3'), voided('i3'))
      .when(PAY)
      .thenEvents(taken('p1', 500), closed(VOIDED), receiptAsked(0))
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

describe('a retry', () => {
  test('[PAY8] of the payment that closed the order changes nothing', () => {
    given(...TEAS, sent('i1'), taken('p1', 500), closed(SALE))
      .when(PAY)
      .thenEvents()
    given(...TEAS, taken('p1', 500), paymentVoided('p1'))
      .when(PAY)
      .thenEvents()
  })

  test('[ORDER4] of another payment is refused once it is closed', () => {
    given(...TEAS, sent('i1'), taken('p1', 500), closed(SALE))
      .when({ ...PAY, paymentId: 'p2' })
      .thenRefused('order_not_open', 'ORDER4')
  })
})

describe('what is left to pay', () => {
  test('[PAY2] when it is nothing, 0 closes the order again', () => {
    given(...TEAS, sent('i1'), taken('p0', 500))
      .when({ ...PAY, amount: 0, tendered: 0 })
      .thenLike(
        { ent: { id: 'p1' } },
        { event: { type: 'order_closed' } },
        { event: { type: 'receipt_requested' } },
      )
  })

  test('[BILL4] counts again what was given back before the close', () => {
    given(...TEAS, sent('i1'), taken('p0', 500, 'card'), refunded('p0', 200, { excess: minor(200) }))
      .when({ ...PAY, amount: 200, tendered: 200 })
      .thenLike(
        { ent: { id: 'p1' } },
        { event: { payload: { sale: { payments: [{ amount: 300 }, { amount: 200 }] } } } },
        {},
      )
  })

  test('[BILL1] the sale keeps discounts, covers, service, table, waiter and who closed it', () => {
    given(opened({ covers: 4, service: 'tab', tableId: null }), added('i1', { qty: 2 }), orderDiscounted())
      .when({ ...PAY, amount: 450, tendered: 450 }, as('manager'))
      .thenLike(
        {},
        { event: { type: 'item_sent', payload: { sentBy: 'rui' } } },
        {
          event: {
            payload: {
              sale: {
                closeId: 'p1',
                closedBy: 'rui',
                covers: 4,
                service: 'tab',
                tableId: null,
                waiter: 'ana',
                discount: 50,
                discounts: [{ id: 'd1', amount: 50 }],
                total: 450,
                lines: [{ discount: 50, total: 450, relief: 0, charge: 0 }],
              },
            },
          },
        },
        {},
      )
  })

  test('[PAY6] sends held lines too', () => {
    given(opened(), added('i1', { qty: 2, held: true }))
      .when(PAY)
      .thenEvents(taken('p1', 500), sent('i1'), closed(SALE), receiptAsked(0))
  })

  test('[SEND3] is not paid while too much was never sent', () => {
    const many = Array.from({ length: 301 }, (_, at) => added(`i${at}`, { unitPrice: minor(1) }))
    given(opened(), ...many)
      .when({ ...PAY, amount: 301, tendered: 301 })
      .thenRefused('too_many_unsent', 'SEND3')
    given(opened(), ...many, sent('i0'))
      .when({ ...PAY, amount: 300, tendered: 300 })
      .thenLike({ ent: { id: 'p1' } })
  })
})

describe('cash rounding', () => {
  const settings = { ...SETTINGS, cashRounding: { increment: minor(5), mode: 'half_up' as const } }
  const facts = [opened({ rules: RULES }), added('i1', { unitPrice: minor(502) }), sent('i1')] as const

  test('[ROUND1] [PAY15] is on the payment that settles the order, and never in the sale', () => {
    given(...facts)
      .when({ ...PAY, amount: 502, tendered: 1_000 }, { settings })
      .thenLike(
        { event: { payload: { amount: 502, rounding: -2, tendered: 1_000, change: 500 } } },
        { event: { payload: { sale: { total: 502, payments: [{ amount: 502, rounding: -2 }] } } } },
        {},
      )
  })

  test('[PAY15] is only on the cash part, the last', () => {
    given(...facts, taken('p0', 201, 'card'))
      .when({ ...PAY, amount: 301, tendered: 300 }, { settings })
      .thenLike({ event: { payload: { amount: 301, rounding: -1, change: 0 } } }, {}, {})
    given(...facts)
      .when({ ...PAY, amount: 301, tendered: 301 }, { settings })
      .thenRefused('coins_cannot_pay', 'PAY15')
    given(...facts)
      .when({ ...PAY, amount: 300, tendered: 300 }, { settings })
      .thenLike({ event: { payload: { amount: 300, rounding: 0 } } })
  })

  test('[PAY15] is on the payment that settles a check', () => {
    const check = checkOfItems({ id: 'a', name: 'Ana' }, [{ itemId: 'i1', qty: 1, of: 2 }])
    given(...facts, splitInto(check))
      .when({ ...PAY, checkId: 'a', amount: 251, tendered: 250 }, { settings })
      .thenLike(
        { event: { payload: { checkId: 'a', rounding: -1 } } },
        { event: { type: 'receipt_requested', payload: { check: { id: 'a' } } } },
      )
  })
})
