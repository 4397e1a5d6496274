import { describe, expect, test } from 'vitest'
import { added, opened } from '../../../tests/support/facts.ts'
import { openBillOf } from '../../../tests/support/bills.ts'
import { charge, inputOf, inside, line, onTop } from '../../../tests/support/pricing.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { billTotals, liveItems } from '#domain/order/bill.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingLine } from '#domain/pricing/pricing.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import { checkTotals, type CheckTotals } from './check-totals.ts'
import { REST, type Check } from './check.ts'
import { orderDiscounted } from '../../../tests/support/order-facts.ts'

const SALES_TAX: LineTax = { id: 'st', name: 'Sales tax', ratePpm: 88_750, inclusive: false }

/** A check holding these shares: "i1" whole, "i1 1/3" a third. */
function check(id: string, ...shares: readonly string[]): Check {
  return {
    id,
    name: id,
    shares: shares.map((text) => {
      const [itemId = '', parts = '1', of = '1'] = text.split(/[ /]/)
      return { itemId, parts: Number(parts), of: Number(of) }
    }),
    seats: [],
    amount: null,
  }
}

function sumCheck(id: string, amount: number): Check {
  return { id, name: id, shares: [], seats: [], amount: minor(amount) }
}

function seatCheck(id: string, ...seats: readonly number[]): Check {
  return { id, name: id, shares: [], seats, amount: null }
}

function split(facts: readonly Draft[], ...checks: readonly Check[]): readonly CheckTotals[] {
  const bill = openBillOf(...facts)
  return checkTotals(billTotals(bill), liveItems(bill.items), checks)
}

function totals(facts: readonly Draft[], ...checks: readonly Check[]): readonly number[] {
  return split(facts, ...checks).map(({ total }) => total)
}

const price = (id: string, unitPrice: number, seat = 0): Draft =>
  added(id, { unitPrice: minor(unitPrice), seat })

const TEN = [opened(), price('i1', 1_000)]

describe('what no check holds', () => {
  test('[CHECK1] is on the rest, which is always there and last', () => {
    const facts = [opened(), price('i1', 300), price('i2', 450)]
    expect(split(facts).map(({ id, total }) => [id, total])).toEqual([[REST, 750]])
    expect(split(facts, check('a', 'i2')).map(({ id, total }) => [id, total])).toEqual([
      ['a', 450],
      [REST, 300],
    ])
    expect(totals(facts, check('a', 'i1', 'i2'))).toEqual([750, 0])
  })

  test('[CHECK1] is nothing where the checks hold everything, and tells no lines', () => {
    const [a, empty, rest] = split(TEN, check('a', 'i1'), seatCheck('b', 9))
    expect([a, empty, rest].map((one) => one?.lines.map(({ itemId }) => itemId))).toEqual([['i1'], [], []])
  })

  test('[CHECK12] without checks is the whole bill, figure by figure', () => {
    const bill = openBillOf(opened(), price('i1', 333), price('i2', 512), orderDiscounted())
    const { subtotal, discount, charge, relief, taxes, tax, net, total } = billTotals(bill)
    const figures = { subtotal, discount, charge, relief, taxes, tax, net, total }
    expect(checkTotals(billTotals(bill), bill.items, [])).toMatchObject([{ id: REST, name: '', ...figures }])
  })
})

describe('a shared line', () => {
  test.each([
    // 1000 / 3 = 333.33, 666.67, 1000
    [['i1 1/3'], ['i1 1/3'], ['i1 1/3'], [333, 334, 333, 0]],
    [['i1 1/3'], ['i1 1/3'], [], [333, 334, 0, 333]],
    // 1000 × 1/7 = 142.86, × 3/7 = 428.57, × 6/7 = 857.14
    [['i1 1/7'], ['i1 2/7'], ['i1 3/7'], [143, 286, 428, 143]],
    [['i1 1/2'], ['i1 1/4'], ['i1 1/8'], [500, 250, 125, 125]],
  ])('[CHECK5] %j %j %j', (a, b, c, expected) => {
    expect(totals(TEN, check('a', ...a), check('b', ...b), check('c', ...c))).toEqual(expected)
  })

  test('[CHECK5] on an exact half goes up for the earlier check', () => {
    expect(totals([opened(), price('i1', 5)], check('a', 'i1 1/2'), check('b', 'i1 1/2'))).toEqual([3, 2, 0])
  })

  test('[CHECK5] of many lines is rounded once, not line by line', () => {
    const facts = [opened(), ...Array.from({ length: 20 }, (_, at) => price(`i${at}`, 1_000))]
    const third = Array.from({ length: 20 }, (_, at) => `i${at} 1/3`)
    // 20 000 / 3 = 6666.67: line by line it would be 6660, 6680, 6660.
    expect(totals(facts, check('a', ...third), check('b', ...third), check('c', ...third))).toEqual([
      6_667, 6_666, 6_667, 0,
    ])
  })

  test('[CHECK5] costs an earlier check the same whatever is done after it', () => {
    const [before] = totals(TEN, check('a', 'i1 1/3'))
    expect(totals(TEN, check('a', 'i1 1/3'), check('b', 'i1 1/3'), check('c', 'i1 1/3'))[0]).toBe(before)
    expect(totals(TEN, check('a', 'i1 1/3'), sumCheck('b', 5))[0]).toBe(before)
  })

  test('[CHECK2] given out more than once is taken while there is something left', () => {
    expect(totals(TEN, check('a', 'i1 3/4'), check('b', 'i1 3/4'), check('c', 'i1 1/4'))).toEqual([
      750, 250, 0, 0,
    ])
    expect(totals(TEN, check('a', 'i1', 'i1'), check('b', 'i1'))).toEqual([1_000, 0, 0])
  })

  test('[CHECK5] is told with its parts, which come to the check', () => {
    const facts = [opened(), price('i1', 1_000), price('i2', 250)]
    const [a, rest] = split(facts, check('a', 'i1 2/3', 'i2'))
    expect(a?.lines).toEqual([
      { itemId: 'i1', parts: 2, of: 3, amount: 667, total: 667 },
      { itemId: 'i2', parts: 1, of: 1, amount: 250, total: 250 },
    ])
    expect(rest?.lines).toEqual([{ itemId: 'i1', parts: 1, of: 3, amount: 333, total: 333 }])
  })
})

describe('a line without shares', () => {
  const facts = [opened(), price('i1', 100, 1), price('i2', 200, 2), price('i3', 400, 3), price('i4', 800)]

  test('[CHECK4] is on the check of its seat, else on the rest', () => {
    expect(totals(facts, seatCheck('a', 1), seatCheck('b', 2, 3))).toEqual([100, 600, 800])
    expect(totals([...facts, price('i5', 1, 3)], seatCheck('b', 2, 3))).toEqual([601, 900])
    expect(totals(facts, seatCheck('a', 0))).toEqual([0, 1_500])
  })

  test('[CHECK4] is not drawn by its seat once a share of it is somewhere', () => {
    expect(totals(facts, seatCheck('a', 2), check('b', 'i2 1/2'))).toEqual([0, 100, 1_400])
  })
})

describe('a sum out of the rest', () => {
  test('[CHECK7] is what it says, while there is as much on the rest', () => {
    expect(totals(TEN, sumCheck('a', 400), sumCheck('b', 500))).toEqual([400, 500, 100])
    expect(totals(TEN, sumCheck('a', 700), sumCheck('b', 500), sumCheck('c', 1))).toEqual([700, 300, 0, 0])
  })

  test('[CHECK7] is taken after what other checks hold, wherever it stands', () => {
    const facts = [...TEN, price('i2', 600)]
    expect(totals(facts, sumCheck('a', 800), check('b', 'i1'))).toEqual([600, 1_000, 0])
  })

  test('[CHECK7] bears its part of every other figure', () => {
    // 1000 at 23 % inside: tax 187 (186.99). 400 of it: 74.8 → 75; 900: 168.3 → 168.
    const [a, b, rest] = split(TEN, sumCheck('a', 400), sumCheck('b', 500))
    expect([a?.tax, b?.tax, rest?.tax]).toEqual([75, 93, 19])
    expect([a?.net, b?.net, rest?.net]).toEqual([325, 407, 81])
    expect([a?.lines, b?.lines, rest?.lines.length]).toEqual([[], [], 1])
  })

  test('[CHECK7] of nothing bears nothing', () => {
    const free = [opened(), price('i1', 0)]
    expect(split(free, sumCheck('a', 400))).toMatchObject([
      { id: 'a', total: 0, subtotal: 0 },
      { id: REST, total: 0 },
    ])
  })
})

describe('a line below zero', () => {
  // Two taxes inside a price of one unit, 23/129 and 6/129 of it and rounded up, are both let off: 1 − 1 − 1.
  const taxes = [inside(23), inside(6)]
  const lines = [line(1_000), line(1, taxes)]
  const bill = priceBill(inputOf(lines, { exempt: 'all' }, { mode: 'up' }))
  const seated = lines.map(({ id }) => ({ id, seat: 0 }))

  test('[CHECK8] stays on the rest when the checks hold only the others', () => {
    const other = check('a', lines[0]?.id ?? '')
    expect(bill.lines.map(({ total }) => total)).toEqual([1_000, -1])
    expect(checkTotals(bill, seated, [other]).map(({ total }) => total)).toEqual([1_000, -1])
  })
})

describe('the figures of a check', () => {
  const facts = [
    opened(),
    added('i1', { unitPrice: minor(999), taxes: [SALES_TAX] }),
    added('i2', { unitPrice: minor(1_001), taxes: [SALES_TAX] }),
    orderDiscounted(),
  ]

  test('[CHECK6] add up by themselves, tax on top and discounts in', () => {
    // 2000 − 200 = 1800; × 8.875 % = 159.75 → 160; total 1960.
    const [a, b, rest] = split(facts, check('a', 'i1'), check('b', 'i2 1/2'))
    for (const one of [a, b, rest]) {
      expect((one?.subtotal ?? 0) - (one?.discount ?? 0) + (one?.tax ?? 0)).toBe(one?.total)
      expect(one?.net).toBe((one?.total ?? 0) - (one?.tax ?? 0))
    }
    expect(a).toMatchObject({ subtotal: 999, discount: 100, tax: 80, total: 979, net: 899 })
    expect(b).toMatchObject({ subtotal: 501, discount: 50, tax: 40, total: 491 })
    expect(rest).toMatchObject({ subtotal: 500, discount: 50, tax: 40, total: 490 })
  })

  test('[CHECK6] tell every tax with what it was applied to', () => {
    const [a, b, rest] = split(facts, check('a', 'i1'), check('b', 'i2 1/2'))
    const rows = [a, b, rest].map((one) => one?.taxes.map(({ id, net, tax }) => [id, net, tax]))
    expect(rows).toEqual([[['st', 899, 80]], [['st', 451, 40]], [['st', 450, 40]]])
  })

  test('[CHECK6] leave out taxes that a check does not bear', () => {
    const mixed = [opened(), price('i1', 1_230), added('i2', { unitPrice: minor(100), taxes: [SALES_TAX] })]
    const [a, rest] = split(mixed, check('a', 'i2'))
    expect(a?.taxes.map(({ id, net, tax }) => [id, net, tax])).toEqual([['st', 100, 9]])
    expect(rest?.taxes.map(({ id, net, tax }) => [id, net, tax])).toEqual([['vat-23', 1_000, 230]])
  })

  function netsOf(lines: readonly PricingLine[], charges: readonly ChargeRule[] = []) {
    const checks = lines.slice(0, -1).map(({ id }) => check(id, id))
    const seated = lines.map(({ id }) => ({ id, seat: 0 }))
    const bill = priceBill(inputOf(lines, {}, { charges }))
    return checkTotals(bill, seated, checks).map((one) => one.taxes.map(({ id, net }) => [id, net]))
  }

  test('[CHECK6] tell each of several taxes on one line, and none on a line that bears none', () => {
    const [city, state] = [onTop(1), onTop(5)]
    // The nets of a row go by the totals of the lines that bear it: the city's 2000 by 1060 : 1010.
    expect(netsOf([line(1_000, [city, state]), line(1_000, [city]), line(1_000)])).toEqual([
      [
        ['x1', 1_024],
        ['x5', 1_000],
      ],
      [['x1', 976]],
      [],
    ])
  })

  test('[CHECK8] tell the net of a tax that fell on no line, by the totals of the lines', () => {
    // A charge at 0 % of its own: 100, shared 25 : 75, and so is its net.
    const free = charge({ taxes: [inside(0)] })
    expect(netsOf([line(100), line(300)], [free])).toEqual([[['t0', 25]], [['t0', 75]]])
  })
})
