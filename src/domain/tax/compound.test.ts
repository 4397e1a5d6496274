import { describe, expect, test } from 'vitest'
import { fixedTax, inside, line, onTop, taxesOf } from '../../../tests/support/pricing.ts'

const IN_23 = inside(23)

describe('a compound tax', () => {
  const GST = onTop(5)

  test('[TAX6] counts nothing for a tax the line does not bear, or has inside', () => {
    const pst = onTop(10, { on: ['x5', 't23', 'nobody'] })
    expect(taxesOf([line(1_000, [pst])])).toEqual([['x10', 1_000, 100]])
    expect(taxesOf([line(1_230, [IN_23, pst])])).toEqual([
      ['x10', 1_000, 100],
      ['t23', 1_000, 230],
    ])
    // Each line for itself: 100, and 10 % of 1050.
    expect(taxesOf([line(1_000, [pst]), line(1_000, [GST, pst])])).toEqual([
      ['x5', 1_000, 50],
      ['x10', 2_000, 205],
    ])
  })

  test('[TAX6] is of what it named when its line was added, though it names another now', () => {
    const HST = onTop(20)
    const before = onTop(10, { on: ['x5'] })
    const after = onTop(10, { on: ['x20'] })
    // 10 % of 1000 + 50, and 10 % of 1000 + 200: they are one row, but not one sum.
    expect(taxesOf([line(1_000, [GST, HST, before]), line(1_000, [GST, HST, after])])).toEqual([
      ['x5', 2_000, 100],
      ['x10', 2_000, 225],
      ['x20', 2_000, 400],
    ])
  })

  test('[TAX6] counts a name given twice once', () => {
    expect(taxesOf([line(1_000, [GST, onTop(10, { on: ['x5', 'x5'] })])])[1]).toEqual(['x10', 1_000, 105])
  })

  test('[TAX6] names mean nothing inside the price, or on a fixed tax', () => {
    expect(taxesOf([line(1_230, [inside(23, { on: ['x5'] }), GST])])[1]).toEqual(['t23', 1_000, 230])
    expect(taxesOf([line(1_000, [fixedTax(7, { on: ['x5'] }), GST])])).toEqual([
      ['f7', 1_000, 7],
      ['x5', 1_000, 50],
    ])
  })

  test('[TAX6] in a circle is of the net alone; one that names it goes on', () => {
    const a = onTop(10, { id: 'a', on: ['b'] })
    const b = onTop(20, { id: 'b', on: ['a'] })
    const c = onTop(50, { id: 'c', on: ['a', 'b'] })
    // 100 and 200 on their own; 50 % of 1000 + 100 + 200.
    expect(taxesOf([line(1_000, [a, b, c])])).toEqual([
      ['a', 1_000, 100],
      ['b', 1_000, 200],
      ['c', 1_000, 650],
    ])
    // A fixed tax between them breaks the circle, because its names mean nothing.
    const duty = fixedTax(40, { id: 'b', on: ['a'] })
    expect(taxesOf([line(1_000, [a, duty])])).toEqual([
      ['b', 1_000, 40],
      ['a', 1_000, 104],
    ])
  })

  test('[TAX6] is exact over many steps: 10^11 through four rates', () => {
    const chain = [
      onTop(9.975, { id: 'a' }),
      onTop(8.875, { id: 'b', on: ['a'] }),
      onTop(6.625, { id: 'c', on: ['a', 'b'] }),
      onTop(3.333, { id: 'd', on: ['a', 'b', 'c'] }),
    ]
    // a = 9 975 000 000; b = 8.875 % of 109 975 000 000 = 9 760 281 250; c = 6.625 % of 119 735 281 250 =
    // 7 932 462 382.8125; d = 3.333 % of 127 667 743 632.8125 = 4 255 165 895.281640… → …895
    expect(taxesOf([line(100_000_000_000, chain)]).map(([id, , tax]) => [id, tax])).toEqual([
      ['d', 4_255_165_895],
      ['c', 7_932_462_383],
      ['b', 9_760_281_250],
      ['a', 9_975_000_000],
    ])
  })
})
