import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import {
  added,
  opened,
  paymentVoided,
  RULES,
  removed,
  sent,
  taken,
  voided,
} from '../../../tests/support/facts.ts'
import { discounted } from '../../../tests/support/item-facts.ts'
import {
  chargeSet,
  chargeWaived,
  exempted,
  merged,
  orderDiscounted,
} from '../../../tests/support/order-facts.ts'
import { refunded, requested, tipSet, unclear } from '../../../tests/support/payment-facts.ts'
import { AMOUNT_MAX, minor } from '#domain/money/money.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import { billTotals, fitsTotal, lineAmount, pricingInput } from './bill.ts'

describe('the bill of an order', () => {
  test('[BILL1] counts what stands on it, with the tax inside, and what was paid', () => {
    const bill = openBillOf(opened(), added('i1', { qty: 2 }), added('i2'), sent('i2'), taken('p1', 200))
    // 750 × 23 / 123 = 140.24 → 140
    expect(billTotals(bill)).toMatchObject({
      subtotal: 750,
      net: 610,
      tax: 140,
      total: 750,
      paid: 200,
    })
    expect(billTotals(bill).balance).toBe(550)
  })

  test('[BILL1] leaves out removed and voided lines, and voided payments', () => {
    const bill = openBillOf(
      opened(),
      added('i1'),
      removed('i1'),
      added('i2'),
      sent('i2'),
      voided('i2'),
      added('i3'),
      taken('p1', 250),
      paymentVoided('p1'),
    )
    expect(billTotals(bill)).toMatchObject({ total: 250, paid: 0, balance: 250 })
  })

  test('[BILL4] takes as paid only what was taken, without tips and rounding', () => {
    const bill = openBillOf(
      opened(),
      added('i1'),
      taken('p1', 100, 'cash', { rounding: minor(-2), tip: minor(40) }),
      tipSet('p1', 90),
      requested('p2', 50),
      requested('p3', 50),
      unclear('p3'),
    )
    expect(billTotals(bill)).toMatchObject({ paid: 100, balance: 150 })
  })

  test('[BILL4] is to pay again what was given back and never sold, not what was', () => {
    const facts = [opened(), added('i1'), taken('p1', 250)]
    expect(billTotals(openBillOf(...facts, refunded('p1', 100, { excess: minor(60) })))).toMatchObject({
      paid: 190,
      balance: 60,
    })
  })

  test('[PAY9] shows a negative balance when two tills took the money', () => {
    const bill = openBillOf(opened(), added('i1'), taken('p1', 250), taken('p2', 250))
    expect(billTotals(bill).balance).toBe(-250)
  })

  test('[BILL2] has room up to the largest amount, and no further', () => {
    const bill = openBillOf(opened(), added('i1'))
    expect(fitsTotal(bill, AMOUNT_MAX - 250)).toBe(true)
    expect(fitsTotal(bill, AMOUNT_MAX - 249)).toBe(false)
    expect(fitsTotal(bill, -250)).toBe(true)
    for (const odd of [Number.NaN, 0.5, 2 ** 53, Number.POSITIVE_INFINITY])
      expect(fitsTotal(bill, odd)).toBe(false)
  })

  test('[MONEY1] a line is its price times its quantity', () => {
    expect(lineAmount({ unitPrice: minor(333), qty: 3 })).toBe(999)
  })
})

const SERVICE: ChargeRule = {
  id: 'c1',
  name: 'Service',
  how: { kind: 'open' },
  phase: 'before_tax',
  base: 'discounted',
  taxes: 'lines',
  gratuity: false,
  services: [],
  minCovers: 6,
  minSubtotal: minor(0),
  active: true,
}

describe('what the money of a bill depends on', () => {
  test('[PRICE2] its lines with the pieces and what was given on them', () => {
    const { lines } = pricingInput(
      openBillOf(opened(), added('i1', { qty: 2, pieces: 3 }), discounted('i1'), added('i2'), removed('i2')),
    )
    expect(lines).toMatchObject([{ id: 'i1', amount: 500, qty: 6, discounts: [{ id: 'd1' }] }])
  })

  test('[PRICE9] the rules, discounts and charges of its order', () => {
    const rules = { ...RULES, charges: [SERVICE] }
    const bill = openBillOf(
      opened({ rules, service: 'takeaway' }),
      orderDiscounted(),
      chargeSet('c1', 70),
      chargeWaived('c2'),
      exempted(['vat-23']),
    )
    expect(pricingInput(bill)).toMatchObject({
      rules,
      service: 'takeaway',
      covers: 2,
      discounts: [{ id: 'd1' }],
      openCharges: { c1: 70 },
      waivedCharges: ['c2'],
      exempt: ['vat-23'],
    })
  })

  test('[BILL3] what is merged into it counts with lines, payments and guests, not with its discounts', () => {
    const other = opened({ covers: 5, number: 'A-002', service: 'takeaway' }, 'o2')
    const bill = openBillOf(
      opened({ covers: 2 }),
      orderDiscounted(),
      other,
      added('i1'),
      added('i2', { orderId: 'o2' }),
      taken('p2', 100, 'cash', { orderId: 'o2' }),
      merged('o2', 'o1'),
    )
    expect(pricingInput(bill)).toMatchObject({
      covers: 7,
      service: 'dine_in',
      lines: [{ id: 'i1' }, { id: 'i2' }],
    })
    expect(billTotals(bill)).toMatchObject({
      subtotal: 500,
      discount: 50,
      total: 450,
      paid: 100,
      balance: 350,
    })
  })
})
