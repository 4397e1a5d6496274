import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atRight, columnsOf, cutAt } from './columns.ts'

describe('columns of paper', () => {
  test('[PRINT21] a Chinese letter takes two, a mark none', () => {
    expect(columnsOf('Soup')).toBe(4)
    expect(columnsOf('宫保鸡丁')).toBe(8)
    expect(columnsOf('ต้ม')).toBe(2)
    expect(atRight('宫', 4)).toBe('  宫')
  })

  test('[PRINT7] a cut leaves no mark without its letter, and always goes on', () => {
    expect(cutAt('ต้ม', 1)).toEqual(['ต้', 'ม'])
    expect(cutAt('宫保', 3)).toEqual(['宫', '保'])
    expect(cutAt('宫保', 1)).toEqual(['宫', '保'])
  })

  test('[PRINT7] both parts are the text, and the first fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 2, max: 48 }),
        (text, columns) => {
          const [first, rest] = cutAt(text, columns)
          expect(first + rest).toBe(text)
          expect(columnsOf(first)).toBeLessThanOrEqual(columns)
          expect(first).not.toBe('')
        },
      ),
    )
  })
})
