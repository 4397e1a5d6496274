import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, opened, VAT_23 } from '../../../tests/support/facts.ts'
import { minor, sum, type Minor } from '#domain/money/money.ts'
import { saleOf } from '#domain/order/close.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import type { Refund } from './payment.ts'
import { partsOfAmount, partsOfLines, saleLeft, type SaleParts } from './refund-parts.ts'

const TOP: LineTax = { id: 'top', name: 'Sales tax', ratePpm: 88_750, inclusive: false }

/** Three teas at 3.33 with VAT inside, seven buns at 1.01 with a tax on top. */
const SALE: Sale = saleOf(
  openBillOf(
    opened(),
    added('tea', { unitPrice: minor(333), qty: 3, taxes: [VAT_23] }),
    added('bun', { unitPrice: minor(101), qty: 7, taxes: [TOP] }),
  ),
  { closeId: 'p1', closedAt: 0, closedBy: 'ana', businessDate: '2026-11-20', hour: 12, currency: 'EUR' },
)

function refund(parts: SaleParts): Refund {
  const nothing = { excess: minor(0), tip: minor(0), rounding: minor(0), shiftId: null }
  const who = { by: 'rui', approvedBy: null, reason: 'cold', at: 0 }
  return {
    refundId: 'r',
    method: 'cash',
    methodName: '',
    businessDate: '2026-11-20',
    ...nothing,
    ...who,
    ...parts,
  }
}

function lines(earlier: readonly Refund[], ...wanted: readonly (readonly [string, number])[]): SaleParts {
  const parts = partsOfLines(
    SALE,
    earlier,
    wanted.map(([itemId, qty]) => ({ itemId, qty })),
  )
  if (!parts.ok) throw new Error(parts.error.code)
  return parts.value
}

function taxesOf(parts: readonly Pick<SaleParts, 'taxes'>[]): readonly (readonly [string, Minor])[] {
  const all = parts.flatMap(({ taxes }) => taxes)
  const keys = [...new Set(all.map(({ key }) => key))].sort()
  return keys.map((key) => [key, sum(all.filter((one) => one.key === key).map(({ tax }) => tax))])
}

describe('a refund of lines', () => {
  test('[REFUND3] takes back what the pieces cost, with their tax', () => {
    // Tea 999, VAT 186.80 → 187 inside. Bun 707, tax 62.75 → 63 on top: 770.
    expect(SALE.lines.map(({ total, tax }) => [total, tax])).toEqual([
      [999, 187],
      [770, 63],
    ])
    // 770 × 2 / 7 = 220; tax 63 × 2 / 7 = 18. 999 / 3 = 333; 187 / 3 = 62.33.
    expect(lines([], ['bun', 2], ['tea', 1])).toMatchObject({
      amount: 553,
      lines: [
        { itemId: 'bun', qty: 2, amount: 220 },
        { itemId: 'tea', qty: 1, amount: 333 },
      ],
    })
    expect(taxesOf([lines([], ['bun', 2], ['tea', 1])]).map(([, tax]) => tax)).toEqual([18, 62])
  })

  test('[REFUND3] one by one comes to the whole line: 62.33, 124.67, 187', () => {
    const first = refund(lines([], ['tea', 1]))
    const second = refund(lines([first], ['tea', 1]))
    const third = refund(lines([first, second], ['tea', 1]))
    expect([first, second, third].map(({ taxes }) => taxes[0]?.tax)).toEqual([62, 63, 62])
    expect(partsOfLines(SALE, [first, second, third], [{ itemId: 'tea', qty: 1 }])).toEqual({
      ok: false,
      error: { code: 'bad_qty', rule: 'REFUND3' },
    })
  })

  test.each<readonly [string, readonly (readonly [string, number])[], string]>([
    ['no line', [], 'unknown_item'],
    ['a line that was not sold', [['cake', 1]], 'unknown_item'],
    [
      'a line twice',
      [
        ['tea', 1],
        ['tea', 1],
      ],
      'unknown_item',
    ],
    ['more than was sold', [['tea', 4]], 'bad_qty'],
    ...[0, -1, 0.5, Number.NaN, 2 ** 53].map(
      (odd): readonly [string, readonly (readonly [string, number])[], string] => [
        `${odd} pieces`,
        [['tea', odd]],
        'bad_qty',
      ],
    ),
  ])('[REFUND3] is refused: %s', (_, wanted, code) => {
    const parts = partsOfLines(
      SALE,
      [],
      wanted.map(([itemId, qty]) => ({ itemId, qty })),
    )
    expect(parts).toEqual({ ok: false, error: { code, rule: 'REFUND3' } })
  })
})

describe('a refund of an amount', () => {
  test('[REFUND4] takes back every tax in proportion', () => {
    // Sale 1769. 500 of it: VAT 187 × 500 / 1769 = 52.86, tax 63 × 500 / 1769 = 17.81.
    expect(SALE.total).toBe(1_769)
    const parts = partsOfAmount(SALE, [], minor(500))
    expect(parts).toMatchObject({ amount: 500, lines: [] })
    expect(taxesOf([parts]).map(([, tax]) => tax)).toEqual([18, 53])
  })

  test('[REFUND4] of all that is left takes back all lines and taxes', () => {
    expect(partsOfAmount(SALE, [], SALE.total)).toMatchObject({
      lines: [
        { itemId: 'tea', qty: 3, amount: 999 },
        { itemId: 'bun', qty: 7, amount: 770 },
      ],
    })
    const bun = refund(lines([], ['bun', 7]))
    expect(partsOfAmount(SALE, [bun], minor(999)).lines).toEqual([{ itemId: 'tea', qty: 3, amount: 999 }])
  })

  test('[REFUND4] names no lines once an amount without lines was given back', () => {
    const some = refund(partsOfAmount(SALE, [], minor(1)))
    expect(partsOfAmount(SALE, [some], minor(1_768)).lines).toEqual([])
  })

  test('[REFUND3] [REFUND4] leaves no tax behind when lines take the last of the sale', () => {
    const some = refund(partsOfAmount(SALE, [], minor(550)))
    const done = [some]
    for (const [itemId, qty] of [
      ['bun', 2],
      ['tea', 3],
    ] as const)
      done.push(refund(lines(done, [itemId, qty])))
    expect(saleLeft(SALE, done)).toBe(0)
    expect(taxesOf(done).map(([, tax]) => tax)).toEqual([63, 187])
  })

  test('[REFUND4] of nothing takes back nothing', () => {
    expect(partsOfAmount(SALE, [], minor(0))).toEqual({ amount: 0, lines: [], taxes: [] })
  })
})

describe('any refunds', () => {
  test('[REFUND3] [REFUND4] come to the sale and its taxes, in whatever pieces', () => {
    const piece = fc.oneof(
      fc.tuple(fc.constantFrom('tea', 'bun'), fc.integer({ min: 1, max: 4 })),
      fc.integer({ min: 1, max: 700 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const done: Refund[] = []
        for (const wanted of pieces) {
          const left = saleLeft(SALE, done)
          if (typeof wanted === 'number') {
            if (wanted <= left) done.push(refund(partsOfAmount(SALE, done, minor(wanted))))
            continue
          }
          const parts = partsOfLines(SALE, done, [{ itemId: wanted[0], qty: wanted[1] }])
          if (parts.ok && parts.value.amount <= left) done.push(refund(parts.value))
        }
        done.push(refund(partsOfAmount(SALE, done, saleLeft(SALE, done))))
        expect(sum(done.map(({ amount }) => amount))).toBe(SALE.total)
        expect(taxesOf(done).map(([, tax]) => tax)).toEqual([63, 187])
        for (const { taxes } of done) for (const { tax } of taxes) expect(tax).toBeGreaterThan(0)
      }),
    )
  })
})
