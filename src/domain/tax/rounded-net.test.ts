import { describe, expect, test } from 'vitest'
import { fixedTax, inside, line, onTop, taxesOf } from '../../../tests/support/pricing.ts'
import type { PricingLine, PricingRules } from '#domain/pricing/pricing.ts'

const ON_5 = onTop(5)

describe('rounding the net of a price that holds its tax', () => {
  const both = (lines: readonly PricingLine[], rules: Partial<PricingRules>) =>
    (['tax', 'net'] as const).map((rounded) => taxesOf(lines, { ...rules, rounded }).map(([, , tax]) => tax))

  test('[TAX8] differs from rounding the tax only on an exact half', () => {
    // 15 × 20/120 = 2.5: the tax is 3 half up; the net 12.5 is 13, so the tax is 2.
    expect(both([line(15, [inside(20)])], {})).toEqual([[3], [2]])
    // Half even: the tax 2.5 is 2, the net 12.5 is 12, so the tax is 3.
    expect(both([line(15, [inside(20)])], { mode: 'half_even' })).toEqual([[2], [3]])
    // 16 × 20/120 = 2.667 and the net 13.333: 3 both ways.
    expect(both([line(16, [inside(20)])], {})).toEqual([[3], [3]])
  })

  test('[TAX8] up and down change sides', () => {
    expect(both([line(16, [inside(20)])], { mode: 'up' })).toEqual([[3], [2]])
    expect(both([line(16, [inside(20)])], { mode: 'down' })).toEqual([[2], [3]])
  })

  test('[TAX8] of what is rounded together: the line, the tax, or all', () => {
    // Two of 15: by line 2 and 2; together 30 × 20/120 = 5 exactly.
    const lines = [line(15, [inside(20)]), line(15, [inside(20)])]
    expect(both(lines, { scope: 'line' })).toEqual([[6], [4]])
    expect(both(lines, { scope: 'rate' })).toEqual([[5], [5]])
    // 15 holds 2.5 and 22 holds 2 (10 %): Σ 4.5 of 37 → tax 5; net 32.5 → 33, tax 4.
    const mixed = [line(15, [inside(20)]), line(22, [inside(10)])]
    expect(both(mixed, { scope: 'document' })).toEqual([
      [2, 3],
      [2, 2],
    ])
    // Half even, and a third line of 1 that bears nothing inside: 37 − round(32.5) = 37 − 32 = 5.
    expect(both([...mixed, line(1, [ON_5])], { scope: 'document', mode: 'half_even' })).toEqual([
      [0, 2, 2],
      [0, 2, 3],
    ])
  })

  test('[TAX8] a line with two taxes inside counts once on the document', () => {
    // 33 × 10/120 = 2.75 and 2.75: Σ 5.5, the net 27.5 → 28 (half even), so 5; were T 66, 60.5 → 60 would make it 6.
    const twice = [inside(10, { id: 'a' }), inside(10, { id: 'b' })]
    expect(both([line(33, twice)], { scope: 'document', mode: 'half_even' })).toEqual([
      [3, 3],
      [3, 2],
    ])
  })

  test('[TAX8] T is the whole taxable amount, fixed taxes and all', () => {
    // 5 of 20 is a deposit; 15 × 20/120 = 2.5. The net before it is 17.5 → 18 half even: the tax is 2.
    const lines = [line(20, [fixedTax(5, { inclusive: true }), inside(20)])]
    expect(both(lines, { mode: 'half_even' })).toEqual([
      [5, 2],
      [5, 2],
    ])
    expect(both(lines, { mode: 'half_even', scope: 'line' })).toEqual([
      [5, 2],
      [5, 2],
    ])
  })

  test('[TAX8] a tax on top is rounded as ever', () => {
    expect(both([line(50, [ON_5])], { mode: 'half_even' })).toEqual([[2], [2]])
    expect(both([line(50, [ON_5])], { mode: 'up' })).toEqual([[3], [3]])
  })
})
