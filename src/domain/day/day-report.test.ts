import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DATE, saleOf, soldLine, VAT_23 } from '../../../tests/support/facts.ts'
import { soldPayment } from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import type { Sale } from '#domain/order/sale.ts'
import { dayReport } from './day-report.ts'

const VAT_13 = { id: 'vat-13', name: 'IVA 13%', ratePpm: 130_000, inclusive: true }

// Two teas, 5.00 with 0.93 VAT inside, in cash at noon.
const TEAS: Sale = saleOf({
  lines: [soldLine('i1', 2, 250)],
  payments: [soldPayment('p1', 500, 'cash')],
  subtotal: minor(500),
  net: minor(407),
  tax: minor(93),
  total: minor(500),
  taxes: [{ ...VAT_23, net: minor(407), tax: minor(93) }],
})

// A tea and a soup at 4.52 (13 %: 452 × 13 / 113 = 52), half cash, half card, at 21:00. Tea: 250 × 23 / 123 = 47.
const DINNER: Sale = saleOf({
  hour: 21,
  lines: [soldLine('i2', 1, 250), soldLine('i3', 1, 452, 'Soup')],
  payments: [soldPayment('p2', 351, 'card'), soldPayment('p3', 351, 'cash')],
  subtotal: minor(702),
  net: minor(603),
  tax: minor(99),
  total: minor(702),
  taxes: [
    { ...VAT_13, net: minor(400), tax: minor(52) },
    { ...VAT_23, net: minor(203), tax: minor(47) },
  ],
})

describe('the report of a day', () => {
  test('[REPORT1] tells the store’s own methods by their names, and an exempt tax apart from one that was paid', () => {
    const room = saleOf({
      payments: [soldPayment('p4', 300, 'other', { methodName: 'Room' })],
      taxes: [
        { ...VAT_23, net: minor(100), tax: minor(23) },
        { ...VAT_23, net: minor(100), tax: minor(0), exempt: true },
      ],
    })
    const { methods, taxes } = dayReport(DATE, 'EUR', [room, TEAS])
    expect(methods.map(({ method }) => method)).toEqual(['Room', 'cash'])
    expect(taxes.map(({ net, tax, exempt = false }) => [net, tax, exempt])).toEqual([
      [507, 116, false],
      [100, 0, true],
    ])
  })

  test('[REPORT1] adds up orders, money, taxes, methods, items and hours', () => {
    expect(dayReport(DATE, 'EUR', [TEAS, DINNER])).toEqual({
      businessDate: DATE,
      currency: 'EUR',
      orders: 2,
      gross: 1_202,
      net: 1_010,
      tax: 192,
      taxes: [
        { ...VAT_13, net: 400, tax: 52 },
        { ...VAT_23, net: 610, tax: 140 },
      ],
      methods: [
        { method: 'card', count: 1, amount: 351 },
        { method: 'cash', count: 2, amount: 851 },
      ],
      items: [
        { menuItemId: 'soup', name: 'Soup', qty: 1, amount: 452 },
        { menuItemId: 'tea', name: 'Tea', qty: 3, amount: 750 },
      ],
      hours: [
        { hour: 12, orders: 1, gross: 500 },
        { hour: 21, orders: 1, gross: 702 },
      ],
    })
  })

  test('[REPORT1] of a day without sales is all zeros', () => {
    const report = dayReport(DATE, 'EUR', [])
    expect(report).toMatchObject({
      orders: 0,
      gross: 0,
      net: 0,
      tax: 0,
      taxes: [],
      methods: [],
      items: [],
      hours: [],
    })
  })

  test('[REPORT2] a dish that was renamed or replaced keeps the name it was sold under', () => {
    const renamed = { ...soldLine('i4', 1, 250), name: 'Green tea' }
    const { items } = dayReport(DATE, 'EUR', [TEAS, { ...TEAS, lines: [renamed] }])
    expect(items.map(({ name, qty }) => [name, qty])).toEqual([
      ['Green tea', 1],
      ['Tea', 2],
    ])
  })

  test('[REPORT1] the order of sales changes nothing, and the parts are the whole', () => {
    const sales = fc.array(fc.constantFrom(TEAS, DINNER), { maxLength: 20 })
    fc.assert(
      fc.property(sales, (all) => {
        const report = dayReport(DATE, 'EUR', all)
        expect(dayReport(DATE, 'EUR', all.toReversed())).toEqual(report)
        const totalOf = (parts: readonly { readonly amount: number }[]): number =>
          parts.reduce((total, part) => total + part.amount, 0)
        expect(totalOf(report.methods)).toBe(report.gross)
        expect(totalOf(report.items)).toBe(report.gross)
        expect(report.net + report.tax).toBe(report.gross)
        expect(report.hours.reduce((total, hour) => total + hour.gross, 0)).toBe(report.gross)
      }),
    )
  })
})
