import { describe, expect, test } from 'vitest'
import { fixedTax, inside, line, taxesOf } from '../../../tests/support/pricing.ts'
import type { LineTax } from './tax.ts'

describe('a fixed tax', () => {
  test('[TAX7] is not charged where nothing is left to pay', () => {
    expect(taxesOf([line(0, [fixedTax(10), fixedTax(5, { inclusive: true })], { qty: 3 })])).toEqual([
      ['f10', 0, 0],
      ['f5', 0, 0],
    ])
    expect(taxesOf([line(1, [fixedTax(10)], { qty: 3 })])).toEqual([['f10', 1, 30]])
  })

  test('[TAX7] inside is at most the taxable amount, an earlier tax by its key first', () => {
    const a = fixedTax(30, { id: 'a', name: 'A', inclusive: true })
    const b = fixedTax(25, { id: 'b', name: 'B', inclusive: true })
    const c = fixedTax(5, { id: 'c', name: 'C', inclusive: true })
    // 40: all of A's 30, 10 of B's 25, nothing for C and nothing for the percentage.
    for (const taxes of [
      [a, b, c, inside(10)],
      [inside(10), c, b, a],
    ]) {
      expect(taxesOf([line(40, taxes)])).toEqual([
        ['a', 0, 30],
        ['b', 0, 10],
        ['c', 0, 0],
        ['t10', 0, 0],
      ])
    }
  })

  test('[TAX7] is counted by the pieces of each line, and its percentages beside it', () => {
    const deposit = fixedTax(25, { inclusive: true })
    // (150 − 50) × 25/125 = 20 and (125 − 25) × 25/125 = 20
    expect(taxesOf([line(150, [deposit, inside(25)], { qty: 2 }), line(125, [deposit, inside(25)])])).toEqual(
      [
        ['f25', 160, 75],
        ['t25', 160, 40],
      ],
    )
  })

  test('[TAX7] of one key but another amount is one row', () => {
    const old: LineTax = fixedTax(25, { id: 'deposit', name: 'Deposit' })
    const now: LineTax = fixedTax(30, { id: 'deposit', name: 'Deposit' })
    expect(taxesOf([line(100, [old]), line(100, [now], { qty: 2 })])).toEqual([['deposit', 200, 85]])
  })
})
