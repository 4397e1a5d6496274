import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minor } from '#domain/money/money.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricedBill } from '#domain/pricing/pricing.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import { checkTotals, type CheckTotals } from './check-totals.ts'
import { REST, type Check } from './check.ts'
import type { ShareableLine } from './share.ts'
import { withEqualShares } from './split.ts'

const TAXES: readonly LineTax[] = [
  { id: 'in', name: 'Inside', ratePpm: 190_000, inclusive: true },
  { id: 'top', name: 'On top', ratePpm: 88_750, inclusive: false },
  { id: 'bag', name: 'Bag', ratePpm: 0, inclusive: false, perPiece: minor(7) },
]

interface Case {
  readonly bill: PricedBill
  readonly lines: readonly ShareableLine[]
}

/** Bills with taxes inside and on top, a discount, a charge and an exemption, some of their lines at seats. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    lines: fc.array(
      fc.record({
        amount: fc.integer({ min: 0, max: 20_000 }),
        seat: fc.integer({ min: 0, max: 3 }),
        taxes: fc.subarray([...TAXES]),
      }),
      { maxLength: 12 },
    ),
    off: fc.integer({ min: 0, max: 3_000 }),
    service: fc.boolean(),
    exempt: fc.constantFrom([], ['in'], ['top']),
  })
  .map(({ lines, off, service, exempt }) => ({
    lines: lines.map(({ seat }, at) => ({ id: `i${at}`, seat })),
    bill: priceBill({
      lines: lines.map(({ amount, taxes }, at) => ({
        id: `i${at}`,
        amount: minor(amount),
        qty: 1,
        taxes,
        discounts: [],
      })),
      discounts: [
        {
          id: 'd1',
          name: 'Off',
          kind: 'discount',
          how: { kind: 'amount', amount: minor(off) },
          reason: '',
          by: 'ana',
          approvedBy: null,
          at: 0,
        },
      ],
      rules: {
        scope: 'rate',
        mode: 'half_up',
        rounded: 'tax',
        charges: [
          {
            id: 'c1',
            name: 'Service',
            how: { kind: 'percent', ratePpm: 125_000 },
            phase: 'before_tax',
            base: 'gross',
            taxes: 'lines',
            gratuity: false,
            services: [],
            minCovers: 0,
            minSubtotal: minor(0),
            active: service,
          },
        ],
      },
      service: 'dine_in',
      covers: 2,
      waivedCharges: [],
      openCharges: {},
      exempt,
    }),
  }))

/** Any checks, also such as nobody may make: shares of more than a line, of lines that are not there. */
const anyChecks: fc.Arbitrary<readonly Check[]> = fc
  .array(
    fc.record({
      shares: fc.array(
        fc.record({
          itemId: fc.integer({ min: 0, max: 13 }).map((at) => `i${at}`),
          parts: fc.integer({ min: 1, max: 7 }),
          of: fc.integer({ min: 1, max: 7 }),
        }),
        { maxLength: 6 },
      ),
      seats: fc.subarray([1, 2, 3]),
      amount: fc.option(fc.integer({ min: 1, max: 40_000 }).map(minor), { freq: 3 }),
    }),
    { maxLength: 6 },
  )
  .map((checks) => checks.map((one, at) => ({ id: `c${at}`, name: `${at}`, ...one })))

function total(checks: readonly CheckTotals[], figure: (check: CheckTotals) => number): number {
  return checks.reduce((all, check) => all + figure(check), 0)
}

describe('any split of any bill', () => {
  test('[CHECK8] is the bill to the last minor unit, for every figure', () => {
    fc.assert(
      fc.property(cases, anyChecks, ({ bill, lines }, checks) => {
        const split = checkTotals(bill, lines, checks)
        for (const figure of ['total', 'subtotal', 'discount', 'charge', 'relief', 'tax', 'net'] as const) {
          expect(total(split, (check) => check[figure])).toBe(bill[figure])
        }
        for (const row of bill.taxes) {
          const same = split.map(({ taxes }) => taxes.filter(({ id }) => id === row.id)).flat()
          expect(same.reduce((all, { tax }) => all + tax, 0)).toBe(row.tax)
          expect(same.reduce((all, { net }) => all + net, 0)).toBe(row.net)
        }
      }),
    )
  })

  test('[CHECK6] adds up check by check, and no check costs less than nothing', () => {
    fc.assert(
      fc.property(cases, anyChecks, ({ bill, lines }, checks) => {
        for (const check of checkTotals(bill, lines, checks)) {
          const onTop = check.taxes
            .filter(({ inclusive }) => !inclusive)
            .reduce((all, { tax }) => all + tax, 0)
          expect(check.subtotal - check.discount + check.charge + onTop - check.relief).toBe(check.total)
          expect(check.total).toBeGreaterThanOrEqual(0)
          expect(check.net + check.tax).toBe(check.total)
        }
      }),
    )
  })

  test('[CHECK5] costs the checks before the same, whatever comes after them', () => {
    fc.assert(
      fc.property(cases, anyChecks, anyChecks, ({ bill, lines }, first, more) => {
        // Seats and sums take from what is left, so only shares can be compared by themselves.
        const shares = (checks: readonly Check[], mark: string): readonly Check[] =>
          checks.map((one) => ({ ...one, id: `${mark}${one.id}`, seats: [], amount: null }))
        const before = checkTotals(bill, lines, shares(first, 'a')).slice(0, first.length)
        const after = checkTotals(bill, lines, [...shares(first, 'a'), ...shares(more, 'b')])
        expect(after.slice(0, first.length).map((check) => check.total)).toEqual(
          before.map((check) => check.total),
        )
      }),
    )
  })

  test('[CHECK10] in equal shares differs by one unit at most', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 12 }), ({ bill, lines }, payers) => {
        const people = Array.from({ length: payers }, (_, at) => ({ id: `c${at}`, name: `${at}` }))
        const split = checkTotals(bill, lines, withEqualShares([], lines, people))
        const costs = split.filter(({ id }) => id !== REST).map((check) => check.total)
        expect(Math.max(...costs) - Math.min(...costs)).toBeLessThanOrEqual(1)
        expect(split.at(-1)?.total).toBe(0)
      }),
    )
  })
})
