import { describe, expect, test } from 'vitest'
import {
  amountOff,
  charge,
  comp,
  fixedTax,
  inputOf,
  inside,
  line,
  onTop,
  percentCharge,
  percentOff,
} from '../../../tests/support/pricing.ts'
import { minor } from '#domain/money/money.ts'
import type { ChargeRule } from './charge.ts'
import { chargesThatApply } from './charges.ts'
import { priceBill } from './price-bill.ts'
import type { PricingInput } from './pricing.ts'

const OPEN: ChargeRule = charge({ id: 'open', name: 'Corkage', how: { kind: 'open' } })

function amounts(charges: readonly ChargeRule[], over: Partial<PricingInput> = {}) {
  const bill = priceBill(inputOf([line(1_000)], over, { charges }))
  return bill.charges.map(({ id, amount }) => [id, amount])
}

describe('a charge applies', () => {
  test.each<[string, Partial<ChargeRule>, Partial<PricingInput>, boolean]>([
    ['by itself', {}, {}, true],
    ['not when it is switched off', { active: false }, {}, false],
    ['to its services', { services: ['tab', 'dine_in'] }, {}, true],
    ['to no other service', { services: ['delivery'] }, {}, false],
    ['from its covers on', { minCovers: 6 }, { covers: 6 }, true],
    ['not to fewer', { minCovers: 6 }, { covers: 5 }, false],
    ['from its subtotal on', { minSubtotal: minor(1_000) }, {}, true],
    ['not below', { minSubtotal: minor(1_001) }, {}, false],
    ['not when it was waived', {}, { waivedCharges: ['service'] }, false],
    ['when another was waived', {}, { waivedCharges: ['other'] }, true],
    ['to the subtotal after discounts', { minSubtotal: minor(1_000) }, { discounts: [amountOff(1)] }, false],
    ['to no order without lines', {}, { lines: [] }, false],
  ])('[CHARGE1] %s', (_, rule, over, applies) => {
    expect(amounts([charge(rule)], over)).toEqual(applies ? [['service', 100]] : [])
  })

  test('[CHARGE1] none at all to an order without lines', () => {
    const none = { gross: minor(0), discounted: minor(0) }
    expect(chargesThatApply(inputOf([], {}, { charges: [charge()] }), none)).toEqual([])
  })

  test('[CHARGE1] an open one when its amount was typed, whatever its limits say', () => {
    expect(amounts([OPEN])).toEqual([])
    expect(amounts([OPEN], { openCharges: { other: minor(5) } })).toEqual([])
    const typed = { openCharges: { open: minor(250) } }
    expect(amounts([OPEN], typed)).toEqual([['open', 250]])
    const limited = {
      ...OPEN,
      active: false,
      services: ['delivery'] as const,
      minCovers: 9,
      minSubtotal: minor(5_000),
    }
    expect(amounts([limited], typed)).toEqual([['open', 250]])
    expect(amounts([OPEN], { ...typed, waivedCharges: ['open'] })).toEqual([])
    expect(amounts([OPEN], { ...typed, lines: [] })).toEqual([])
    expect(amounts([OPEN], { openCharges: { open: minor(0) } })).toEqual([['open', 0]])
  })

  test('[CHARGE1] a typed amount moves no charge that is not open', () => {
    expect(amounts([charge()], { openCharges: { service: minor(7) } })).toEqual([['service', 100]])
  })

  test('[CHARGE1] nothing is open by the names every object has', () => {
    expect(amounts([{ ...OPEN, id: 'toString' }])).toEqual([])
  })
})

describe('a charge before tax', () => {
  test('[CHARGE2] is a percentage of the lines as shown, or after all discounts, and of no other charge', () => {
    const over = {
      lines: [line(800, [], { discounts: [amountOff(100)] }), line(200)],
      discounts: [percentOff(10)],
    }
    // 1000 shown; 900 less 90 are 810.
    const gross = percentCharge(10, { id: 'gross', base: 'gross' })
    const discounted = percentCharge(10, { id: 'left', base: 'discounted' })
    expect(amounts([gross, discounted, charge()], over)).toEqual([
      ['gross', 100],
      ['left', 81],
      ['service', 100],
    ])
  })

  test('[CHARGE2] is rounded by the mode', () => {
    const of = (mode: 'half_up' | 'half_even') =>
      priceBill(inputOf([line(25)], {}, { mode, charges: [percentCharge(10)] })).charge
    expect([of('half_up'), of('half_even')]).toEqual([3, 2])
  })

  test('[CHARGE3] is shared out over the lines and taxed with them', () => {
    // 100 over 300 and 700 left: 30 and 70. 330 × 10/110 = 30 inside; 770 × 5 % = 38.5 → 39 on top.
    const bill = priceBill(
      inputOf(
        [line(300, [inside(10)]), line(800, [onTop(5)], { discounts: [amountOff(100)] })],
        {},
        { charges: [charge()] },
      ),
    )
    expect(bill.lines.map(({ charge: part, tax, total }) => [part, tax, total])).toEqual([
      [30, 30, 330],
      [70, 39, 809],
    ])
    expect(bill).toMatchObject({ charge: 100, tax: 69, net: 1_070, total: 1_139 })
  })

  test('[CHARGE3] on lines that have nothing left it falls in equal parts, with their taxes', () => {
    const comped = { discounts: [comp()] }
    const bill = priceBill(
      inputOf(
        [line(500, [onTop(10)], comped), line(900, [fixedTax(4)], comped)],
        {},
        { charges: [charge()] },
      ),
    )
    expect(bill.lines.map(({ discount, charge: part, tax, total }) => [discount, part, tax, total])).toEqual([
      [500, 50, 5, 55],
      [900, 50, 4, 54],
    ])
  })

  test('[CHARGE3] with taxes of its own it is taxed as one more line, and its tax goes where it went', () => {
    // 100 over 300 and 700: 30 and 70. 20 % of 100 = 20, over the same: 6 and 14. The lines: 5 % of 1000 = 50.
    const own = charge({ taxes: [onTop(20)] })
    const bill = priceBill(inputOf([line(300, [onTop(5)]), line(700, [onTop(5)])], {}, { charges: [own] }))
    expect(bill.taxes.map(({ id, net, tax }) => [id, net, tax])).toEqual([
      ['x5', 1_000, 50],
      ['x20', 100, 20],
    ])
    expect(
      bill.lines.map(({ charge: part, tax, taxes, total }) => [
        part,
        tax,
        taxes.map((one) => one.tax),
        total,
      ]),
    ).toEqual([
      [30, 21, [15, 6], 351],
      [70, 49, [35, 14], 819],
    ])
    expect(bill).toMatchObject({ net: 1_100, tax: 70, total: 1_170 })
  })

  test('[CHARGE3] with taxes of its own it counts one piece, after all lines', () => {
    // 5 % of 10, 10 and of the charge of 10: 1.5 → 2 (up to the first two: 1, 1, 0 by largest remainders, ties early).
    const own = charge({ id: 'a', how: { kind: 'fixed', amount: minor(10) }, taxes: [onTop(5), fixedTax(3)] })
    const bill = priceBill(
      inputOf([line(10, [onTop(5)], { qty: 4 }), line(10, [onTop(5)])], {}, { charges: [own] }),
    )
    expect(bill.taxes.map(({ id, net, tax }) => [id, net, tax])).toEqual([
      ['f3', 10, 3],
      ['x5', 30, 2],
    ])
    // The fixed 3 is shared 2 and 1; of 5 % the lines have 1 each.
    expect(bill.lines.map(({ tax }) => tax)).toEqual([3, 2])
    expect(bill.lines.map(({ taxes }) => taxes.map((one) => one.tax))).toEqual([
      [2, 1],
      [1, 1],
    ])
  })

  test('[PRICE8] charges that share a tax of their own are taken by their ids, however they are listed', () => {
    // 10 % of 15 and of 25 is 4, exactly 1.5 and 2.5: the unit left over is the first one's, so 2 and 2 go over the
    // lines as 1 + 1 and 1 + 1. By the list it could be 1 and 3, which are 1 + 2 and 0 + 1.
    const a = charge({ id: 'a', how: { kind: 'fixed', amount: minor(15) }, taxes: [onTop(10)] })
    const b = charge({ id: 'b', how: { kind: 'fixed', amount: minor(25) }, taxes: [onTop(10)] })
    for (const charges of [
      [a, b],
      [b, a],
    ]) {
      const bill = priceBill(inputOf([line(100), line(100)], {}, { charges }))
      expect(bill.lines.map(({ tax }) => tax)).toEqual([2, 2])
    }
  })

  test('[CHARGE3] a tax that is nothing on a line it does not bear is not told there', () => {
    const own = charge({ how: { kind: 'fixed', amount: minor(10) }, taxes: [onTop(10)] })
    const { lines } = priceBill(inputOf([line(10), line(1_000)], {}, { charges: [own] }))
    expect(lines.map(({ taxes }) => taxes)).toEqual([[], [{ key: '000100000 e 10 % x10', tax: 1 }]])
  })

  test('[CHARGE3] one of no tax at all is taxed by none', () => {
    const bill = priceBill(inputOf([line(1_000, [onTop(10)])], {}, { charges: [charge({ taxes: [] })] }))
    expect(bill).toMatchObject({ charge: 100, tax: 100, total: 1_200, net: 1_100 })
  })

  test('[TAX9] an exempt tax inside a charge is relief on the lines', () => {
    // 110 holds 10; let off.
    const own = charge({ how: { kind: 'fixed', amount: minor(110) }, taxes: [inside(10)] })
    const bill = priceBill(inputOf([line(400), line(600)], { exempt: 'all' }, { charges: [own] }))
    expect(bill).toMatchObject({ charge: 110, relief: 10, tax: 0, total: 1_100 })
    expect(bill.lines.map(({ charge: part, relief, total }) => [part, relief, total])).toEqual([
      [44, 4, 440],
      [66, 6, 660],
    ])
  })
})

describe('a charge after tax', () => {
  const AFTER = { phase: 'after_tax', taxes: [onTop(50)] } as const

  test('[CHARGE4] bears no tax', () => {
    const bill = priceBill(inputOf([line(1_000, [onTop(10)])], {}, { charges: [charge(AFTER)] }))
    expect(bill).toMatchObject({ charge: 100, tax: 100, total: 1_200 })
  })

  test('[CHARGE4] is a percentage of its base and the tax on top, with no other charge in it', () => {
    // On 1000 less 200: 10 % on top of 800 + 50 (a charge that bears the lines' taxes) = 85.
    const lines = [line(1_000, [onTop(10)], { discounts: [amountOff(200)] })]
    const before = charge({ id: 'b', how: { kind: 'fixed', amount: minor(50) } })
    const gross = percentCharge(10, { ...AFTER, id: 'gross', base: 'gross' })
    const left = percentCharge(10, { ...AFTER, id: 'left', base: 'discounted' })
    const bill = priceBill(inputOf(lines, {}, { charges: [gross, left, before] }))
    // 10 % of 1085 = 108.5 → 109; 10 % of 885 = 88.5 → 89
    expect(bill.charges.map(({ id, amount }) => [id, amount])).toEqual([
      ['gross', 109],
      ['left', 89],
      ['b', 50],
    ])
    expect(bill.total).toBe(800 + 85 + 50 + 109 + 89)
  })

  test('[CHARGE4] less relief, and not with the tax inside', () => {
    // 1100 holds 100; the net of 1000 bears 5 % = 50 on top.
    const of = (exempt: PricingInput['exempt']) =>
      priceBill(
        inputOf([line(1_100, [inside(10), onTop(5)])], { exempt }, { charges: [percentCharge(10, AFTER)] }),
      ).charge
    expect(of([])).toBe(115)
    expect(of(['t10'])).toBe(105)
    expect(of('all')).toBe(100)
  })

  test('[CHARGE4] falls on the lines by what is left of them', () => {
    const bill = priceBill(
      inputOf([line(300), line(800, [], { discounts: [amountOff(100)] })], {}, { charges: [charge(AFTER)] }),
    )
    expect(bill.lines.map(({ charge: part, total }) => [part, total])).toEqual([
      [30, 330],
      [70, 770],
    ])
  })
})

describe('a gratuity', () => {
  test('[CHARGE5] is told apart', () => {
    const gratuity = percentCharge(18, { id: 'tip', name: 'Gratuity', gratuity: true, phase: 'after_tax' })
    const bill = priceBill(inputOf([line(1_000)], {}, { charges: [charge(), gratuity] }))
    expect(bill.charges).toEqual([
      { id: 'service', name: 'Service', gratuity: false, amount: 100 },
      { id: 'tip', name: 'Gratuity', gratuity: true, amount: 180 },
    ])
  })
})
