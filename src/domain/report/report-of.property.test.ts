import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oracleReport, type Told } from '../../../tests/oracle/oracle-report.ts'
import { authority, saleOf, soldLine } from '../../../tests/support/facts.ts'
import {
  cashMoved,
  shiftClosed,
  shiftOf,
  shiftOpened,
  soldPayment,
} from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { reportOf, type ReportBooks } from './report-of.ts'
import type { CostRow, GroupRow, LossRow, Report, TipRow } from './report.ts'
import { sumReports } from './sum-reports.ts'

const amount = fc.integer({ min: 0, max: 9_999 }).map(minor)
const name = fc.constantFrom('Tea', 'Soup', 'tea', 'Bread roll')
const reason = fc.constantFrom('', 'cold', 'late, "very"')
const who = fc.constantFrom('ana', 'rui')
const approver = fc.constantFrom(null, 'rui', 'owner')
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 })

const loss: fc.Arbitrary<LossRow> = fc
  .tuple(fc.constantFrom('discount', 'comp'), name, reason, who, approver, amount)
  .map(([kind, called, why, by, approvedBy, of]) => ({
    kind,
    name: called,
    reason: why,
    by,
    approvedBy: approvedBy ?? '',
    count: 1,
    amount: of,
  }))

const voidedLine = fc
  .tuple(fc.constantFrom('unmade' as const, 'wasted' as const), name, reason, who, approver, amount)
  .map(([kind, called, why, by, approvedBy, of]) => ({
    itemId: 'i9',
    menuItemId: 'tea',
    name: called,
    kind,
    qty: 2,
    amount: of,
    reason: why,
    by,
    approvedBy,
  }))

const tax = fc.tuple(name, fc.constantFrom(0, 130_000), fc.boolean(), fc.boolean(), amount, amount).map(
  // As a sale keeps it, an exempt one without tax.
  ([called, ratePpm, inclusive, exempt, net, of]) => ({
    id: `vat-${ratePpm}`,
    name: called,
    ratePpm,
    inclusive,
    net,
    ...(exempt ? { exempt, tax: minor(0) } : { tax: of }),
  }),
)

const sale = fc
  .record({
    hour: fc.nat(23),
    covers: fc.nat(4),
    waiter: who,
    tableId: fc.constantFrom(null, 't1', 't2'),
    service: fc.constantFrom('dine_in', 'takeaway'),
    lines: few(fc.tuple(name, fc.integer({ min: 1, max: 4 }), amount)),
    payments: few(fc.tuple(fc.constantFrom('p1', 'p2'), amount, fc.constantFrom('cash', 'card'), amount)),
    voids: few(voidedLine),
    taxes: few(tax),
    discounts: few(fc.tuple(fc.constantFrom('discount' as const, 'comp' as const), amount)),
    charges: few(fc.tuple(fc.boolean(), amount)),
    sums: fc.tuple(amount, amount, amount, amount),
  })
  .map(({ lines, payments, discounts, charges, sums: [subtotal, net, of, total], ...rest }) =>
    saleOf({
      ...rest,
      subtotal,
      net,
      tax: of,
      total,
      lines: lines.map(([called, qty, price]) => soldLine('i1', qty, price, called)),
      payments: payments.map(([id, paid, method, tip]) => soldPayment(id, paid, method, { tip })),
      discounts: discounts.map(([kind, taken]) => ({ id: 'd1', name: 'Regular', kind, amount: taken })),
      charges: charges.map(([gratuity, taken]) => ({ id: 'c1', name: 'Service', gratuity, amount: taken })),
    }),
  )

const refund: fc.Arbitrary<Refund> = fc
  .tuple(
    fc.constantFrom('cash' as const, 'card' as const),
    amount,
    fc.nat(100),
    amount,
    reason,
    who,
    approver,
  )
  .map(([method, part, excess, of, why, by, approvedBy]) => ({
    refundId: 'r1',
    method,
    methodName: '',
    amount: minor(part + excess),
    excess: minor(excess),
    tip: of,
    rounding: minor(1),
    lines: [],
    shiftId: null,
    businessDate: '2026-11-20',
    taxes: [{ key: '000130000 i Tea vat-130000', tax: of }],
    ...authority({ by, reason: why, approvedBy }),
  }))

const cost = fc
  .tuple(name, fc.integer({ min: 1, max: 4 }), amount, fc.nat(9_999_999))
  .map(([called, qty, net, worth]): CostRow => ({
    menuItemId: 'tea',
    name: called,
    categoryId: 'hot',
    qty,
    net,
    worth,
  }))

const tipRow = fc
  .tuple(who, amount, amount)
  .map(([id, given, refunded]): TipRow => ({ id, count: 1, amount: given, refunded }))

const shift = fc
  .tuple(
    fc.uuid(),
    fc.option(amount),
    few(fc.tuple(fc.constantFrom('drop' as const, 'paid_out' as const), amount)),
  )
  .map(([id, counted, moves]) => ({
    ...shiftOf(
      shiftOpened(),
      ...moves.map(([kind, of], n) => cashMoved(`m${n}`, kind, of)),
      ...(counted === null
        ? []
        : [shiftClosed({ counted, expected: minor(100), difference: minor(counted - 100) })]),
    ),
    id,
  }))

const books: fc.Arbitrary<ReportBooks> = fc.record({
  sales: few(sale),
  refunds: few(refund),
  voids: few(voidedLine),
  given: few(loss),
  costs: few(cost),
  tipped: few(tipRow),
  shifts: few(shift),
})

const days = fc.array(books, { minLength: 1, maxLength: 6 })

function together(all: readonly ReportBooks[]): ReportBooks {
  return {
    sales: all.flatMap((one) => one.sales),
    refunds: all.flatMap((one) => one.refunds),
    voids: all.flatMap((one) => one.voids ?? []),
    given: all.flatMap((one) => one.given),
    costs: all.flatMap((one) => one.costs ?? []),
    tipped: all.flatMap((one) => one.tipped ?? []),
    shifts: all.flatMap((one) => one.shifts),
  }
}

/** A report under the names of the oracle. */
function toldBy(report: Report): Told {
  const { figures, sessions } = report
  const groups = (of: string, rows: readonly GroupRow[]): [string, number][] =>
    rows.flatMap(({ id, orders, covers, amount: paid }) => [
      [`${of} ${id} orders`, orders],
      [`${of} ${id} covers`, covers],
      [`${of} ${id} amount`, paid],
    ])
  const losses = (of: string, rows: readonly LossRow[]): [string, number][] =>
    rows.flatMap((row) => {
      const key = `${of} ${[row.kind, row.name, row.reason, row.by, row.approvedBy].join('|')}`
      return [
        [`${key} count`, row.count],
        [`${key} amount`, row.amount],
      ]
    })
  const { payments, taxes: _, ...sums } = figures
  const told: [string, number][] = [
    ...Object.entries(sums),
    ['paid', report.paid],
    ...payments.flatMap(({ method, count, amount: paid, refunded }): [string, number][] => [
      [`method ${method} count`, count],
      [`method ${method} amount`, paid],
      [`method ${method} refunded`, refunded],
    ]),
    ...report.taxes.flatMap((row): [string, number][] => {
      const key = `tax ${row.ratePpm} ${row.inclusive} ${row.name} ${row.id} ${row.exempt}`
      return [
        [`${key} net`, row.net],
        [`${key} tax`, row.tax],
      ]
    }),
    ...report.items.flatMap((row): [string, number][] => [
      [`item ${row.name} ${row.menuItemId} ${row.categoryId} qty`, row.qty],
      [`item ${row.name} ${row.menuItemId} ${row.categoryId} amount`, row.amount],
    ]),
    ...report.costs.flatMap((row): [string, number][] => {
      const key = `cost ${row.name} ${row.menuItemId} ${row.categoryId}`
      return [
        [`${key} qty`, row.qty],
        [`${key} net`, row.net],
        [`${key} worth`, row.worth],
      ]
    }),
    ...report.tips.flatMap((row): [string, number][] => [
      [`tip ${row.id} count`, row.count],
      [`tip ${row.id} amount`, row.amount],
      [`tip ${row.id} refunded`, row.refunded],
    ]),
    ...report.categories.flatMap((row): [string, number][] => [
      [`category ${row.categoryId} qty`, row.qty],
      [`category ${row.categoryId} amount`, row.amount],
    ]),
    ...report.hours.flatMap((row): [string, number][] => [
      [`hour ${row.hour} orders`, row.orders],
      [`hour ${row.hour} gross`, row.gross],
    ]),
    ...groups('waiter', report.waiters),
    ...groups('table', report.tables),
    ...groups('service', report.services),
    ...losses('given', report.discounts),
    ...losses('void', report.voids),
    ...losses('refund', report.refunds),
    ...losses('move', report.cashMoves),
    ...sessions.flatMap(({ closed, float }): [string, number][] => [
      ['drawer sessions', 1],
      ['drawer float', float],
      ...Object.entries(closed ?? {}).map(([key, value]): [string, number] => [`drawer ${key}`, value]),
    ]),
  ]
  const added = new Map<string, bigint>()
  for (const [key, value] of told) added.set(key, (added.get(key) ?? 0n) + BigInt(value))
  return new Map([...added].filter(([, value]) => value !== 0n))
}

describe('[REPORT3] the report of several days', () => {
  test('is the sum of theirs, and what a plain count of everything comes to', () => {
    fc.assert(
      fc.property(days, (all) => {
        const report = reportOf(together(all))
        expect(sumReports(all.map(reportOf))).toEqual(report)
        const told = toldBy(report)
        const counted = oracleReport(together(all))
        expect(Object.fromEntries(told)).toEqual(Object.fromEntries(counted))
      }),
      { numRuns: 120 },
    )
  })

  test('is the same however its days are grouped and ordered', () => {
    fc.assert(
      fc.property(days, fc.nat(6), (all, at) => {
        const [head, tail] = [all.slice(0, at).map(reportOf), all.slice(at).map(reportOf)]
        const whole = sumReports([...head, ...tail])
        expect(sumReports([sumReports(head), sumReports(tail)])).toEqual(whole)
        expect(sumReports([...tail, ...head].toReversed())).toEqual(whole)
      }),
      { numRuns: 80 },
    )
  })

  test('[REPORT5] its discounts, voids and refunds by reason come to its figures', () => {
    fc.assert(
      fc.property(books, (of) => {
        const { figures, voids, refunds, categories, items } = reportOf(of)
        const sumOf = (rows: readonly { readonly amount: number }[]): number =>
          rows.reduce((all, row) => all + row.amount, 0)
        expect([sumOf(voids), sumOf(refunds)]).toEqual([figures.voids, figures.refunds])
        expect(sumOf(categories)).toBe(sumOf(items))
      }),
    )
  })
})
