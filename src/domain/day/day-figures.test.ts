import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DATE, NOON, saleOf, VAT_23 } from '../../../tests/support/facts.ts'
import { refunded } from '../../../tests/support/payment-facts.ts'
import { soldPayment } from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { taxKey } from '#domain/tax/tax.ts'
import { addFigures, dayFigures, xReport } from './day-figures.ts'

const KEY = taxKey(VAT_23)
const OLD_KEY = taxKey({ id: 'vat-6', name: 'IVA 6% old', ratePpm: 60_000, inclusive: true })

const VOIDED = {
  itemId: 'i9',
  menuItemId: 'soup',
  name: 'Soup',
  kind: 'wasted',
  qty: 1,
  amount: minor(450),
  reason: 'hair',
  by: 'ana',
  approvedBy: 'rui',
} as const

// Dishes 20.00, 1.00 off, 4.00 on the house, service 1.50, gratuity 2.00; tax inside 2.80 of the 16.50 that bear it.
const DINNER: Sale = saleOf({
  covers: 4,
  subtotal: minor(2_000),
  discounts: [
    { id: 'd1', name: 'Regular', kind: 'discount', amount: minor(100) },
    { id: 'd2', name: 'Comp', kind: 'comp', amount: minor(400) },
  ],
  discount: minor(500),
  charges: [
    { id: 'c1', name: 'Service', gratuity: false, amount: minor(150) },
    { id: 'c2', name: 'Large party', gratuity: true, amount: minor(200) },
  ],
  charge: minor(350),
  voids: [VOIDED],
  total: minor(1_850),
  tax: minor(309),
  net: minor(1_541),
  taxes: [{ ...VAT_23, net: minor(1_341), tax: minor(309) }],
  payments: [
    soldPayment('p1', 1_000, 'card', { tip: minor(150) }),
    soldPayment('p2', 850, 'cash', { tip: minor(20), rounding: minor(2) }),
  ],
})

const ROOM: Sale = saleOf({
  subtotal: minor(500),
  total: minor(500),
  tax: minor(93),
  net: minor(407),
  taxes: [{ ...VAT_23, net: minor(407), tax: minor(93) }],
  payments: [soldPayment('p3', 500, 'other', { methodName: 'Room' })],
})

function refundOf(amount: number, over: Partial<Refund> = {}): Refund {
  const { event } = refunded('p1', amount, over)
  if (event.type !== 'payment_refunded') throw new Error('no refund')
  return event.payload
}

const BACK = refundOf(500, {
  tip: minor(10),
  rounding: minor(1),
  excess: minor(100),
  taxes: [
    { key: KEY, tax: minor(60) },
    { key: OLD_KEY, tax: minor(4) },
  ],
})

describe('the figures of a day', () => {
  test('[ZDAY6] are sums of what was frozen, with what was given back beside them', () => {
    expect(dayFigures({ sales: [DINNER, ROOM], refunds: [BACK], voids: [VOIDED] })).toEqual({
      orders: 2,
      covers: 6,
      gross: 2_500,
      discounts: 100,
      comps: 400,
      charges: 150,
      gratuities: 200,
      net: 1_748,
      tax: 402,
      refunds: 400,
      refundedTax: 64,
      voids: 900,
      tips: 160,
      rounding: 1,
      payments: [
        { method: 'Room', count: 1, amount: 500, refunded: 0 },
        { method: 'card', count: 1, amount: 1_000, refunded: 0 },
        { method: 'cash', count: 1, amount: 850, refunded: 400 },
      ],
      taxes: [
        { key: OLD_KEY, name: 'IVA 6% old', net: 0, tax: 0, refunded: 4 },
        { key: KEY, name: 'IVA 23%', net: 1_748, tax: 402, refunded: 60 },
      ],
    })
  })

  test('[ZDAY6] of a day without sales are all zeros', () => {
    const figures = dayFigures({ sales: [], refunds: [] })
    const { payments, taxes, ...sums } = figures
    expect([payments, taxes]).toEqual([[], []])
    expect(Object.values(sums).every((figure) => figure === 0)).toBe(true)
  })

  test('[ZDAY6] money that never was a sale is no refund of one', () => {
    const figures = dayFigures({ sales: [], refunds: [refundOf(300, { excess: minor(300) })] })
    expect(figures.refunds).toBe(0)
    expect(figures.payments).toEqual([])
  })

  test('[ZDAY6] a tip that was adjusted after the close counts as it stands now', () => {
    const books = { sales: [DINNER], refunds: [] }
    expect(dayFigures(books).tips).toBe(170)
    expect(dayFigures({ ...books, tips: new Map([['p1', minor(500)]]) }).tips).toBe(520)
  })

  test('[ZDAY6] net, gratuities and tax are what was paid, and no order of things moves a figure', () => {
    const some = fc.array(fc.constantFrom(DINNER, ROOM), { maxLength: 12 })
    fc.assert(
      fc.property(some, some, (a, b) => {
        const whole = dayFigures({ sales: [...a, ...b], refunds: [BACK] })
        expect(dayFigures({ sales: [...b, ...a].reverse(), refunds: [BACK] })).toEqual(whole)
        const paid = whole.payments.reduce((all, { amount }) => all + amount, 0)
        expect(whole.net + whole.gratuities + whole.tax).toBe(paid)
        const parts = addFigures(
          dayFigures({ sales: a, refunds: [BACK] }),
          dayFigures({ sales: b, refunds: [] }),
        )
        expect(parts).toEqual(whole)
      }),
    )
  })

  test('[ZDAY8] an X has the figures a Z would have now, and changes nothing', () => {
    const books = { sales: [DINNER], refunds: [BACK] }
    expect(xReport(DATE, NOON, books)).toEqual({ businessDate: DATE, at: NOON, figures: dayFigures(books) })
  })
})
