import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centred, pair, sides, wrap } from './lines.ts'

const name = fc.string({ maxLength: 90, unit: fc.constantFrom(...'abc def-ghé '.split('')) })
const amount = fc.integer({ min: -99_999_999, max: 9_999_999_999 }).map((minor) => (minor / 100).toFixed(2))
const columns = fc.constantFrom(16, 32, 42, 48)

describe('lines of paper', () => {
  it('[PRINT7] never makes a line wider than the paper, and never breaks an amount', () => {
    fc.assert(
      fc.property(name, amount, columns, fc.constantFrom(0, 2, 4), (left, right, width, hang) => {
        const lines = pair('x'.repeat(hang) + left, right, width, hang)
        expect(lines.every((line) => line.length <= width)).toBe(true)
        expect(lines.filter((line) => line.length === width && line.endsWith(right))).not.toHaveLength(0)
      }),
    )
  })

  it('[PRINT7] loses no letter of a name when it wraps', () => {
    fc.assert(
      fc.property(name, columns, (text, width) => {
        expect(wrap(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })

  it('[PRINT7] wraps a name under itself and beside the amount', () => {
    expect(pair('2 x Jalapeño & piña tostada', '14.30', 24, 4)).toEqual([
      '2 x Jalapeño &     14.30',
      '    piña tostada',
    ])
  })

  it('[PRINT7] gives an amount a line of its own where a name would have no room beside it', () => {
    expect(pair('Long label', 'KWD 1,234,567.890', 20)).toEqual(['Long label', '   KWD 1,234,567.890'])
  })

  it('puts two texts side by side, or under each other', () => {
    expect(sides('Order A-1', 'Table 4', 20)).toEqual(['Order A-1    Table 4'])
    expect(sides('Order A-1', 'Table Terrace 14', 20)).toEqual(['Order A-1', 'Table Terrace 14'])
  })

  it('centres wide letters by their width on paper', () => {
    expect(centred('Café', 42, 2)).toEqual([{ text: 'Café', indent: 17, width: 2 }])
  })
})
