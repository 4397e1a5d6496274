import { expect, test } from 'vitest'
import { PIECES_MAX, piecesTotal, typedPieces, withPieces } from './pieces.ts'

const NONE = new Map<number, number>()

test('[COUNT1] pieces add up to what they are worth, in whole minor units', () => {
  const pieces = withPieces(withPieces(NONE, 5000, 3), 5, 7)
  expect(piecesTotal(pieces)).toBe(15_035)
  expect(piecesTotal(NONE)).toBe(0)
})

test('[COUNT1] a count is never below nothing or beyond any drawer, and none of it leaves no trace', () => {
  expect(withPieces(NONE, 100, -1)).toEqual(NONE)
  expect(withPieces(withPieces(NONE, 100, 2), 100, 0)).toEqual(NONE)
  expect(withPieces(NONE, 100, 1e9).get(100)).toBe(PIECES_MAX)
})

test('what is typed counts digits only', () => {
  expect(typedPieces('')).toBe(0)
  expect(typedPieces('012')).toBe(12)
  expect(typedPieces('1.5x')).toBe(15)
  expect(typedPieces('123456')).toBe(1234)
})
