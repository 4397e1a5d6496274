import { describe, expect, test } from 'vitest'
import { brokenRule } from '#domain/check/valid-split.ts'
import {
  addCheck,
  seatsOf,
  shareLine,
  splitBySeat,
  splitEqually,
  tapLine,
  unsplit,
  written,
  type Split,
} from './split-draft.ts'

const NOTHING: Split = {
  lines: [
    { id: 'beer', seat: 0, qty: 3 },
    { id: 'soup', seat: 1, qty: 1 },
    { id: 'fish', seat: 2, qty: 1 },
  ],
  checks: [],
  locked: new Set(),
}
const TWO = addCheck(addCheck(NOTHING, 'a'), 'b')

/** Each check as "parts/of name" of its lines. */
function told({ checks }: Split): Record<string, readonly string[]> {
  return Object.fromEntries(
    checks.map(({ name, shares }) => [
      name,
      shares.map(({ itemId, parts, of }) => `${parts}/${of} ${itemId}`),
    ]),
  )
}

describe('a split in the making', () => {
  test('[CHECK2] takes a line piece by piece, and gives it back when nothing is left', () => {
    const one = tapLine(TWO, 'beer', 'a')
    expect(told(one)).toEqual({ 1: ['1/3 beer'], 2: [] })
    const two = tapLine(tapLine(one, 'beer', 'b'), 'beer', 'a')
    expect(told(two)).toEqual({ 1: ['2/3 beer'], 2: ['1/3 beer'] })
    expect(told(tapLine(two, 'beer', 'a'))).toEqual({ 1: [], 2: ['1/3 beer'] })
  })

  test('[CHECK2] moves a whole line over from the check that has it', () => {
    expect(told(tapLine(tapLine(TWO, 'soup', 'a'), 'soup', 'b'))).toEqual({ 1: [], 2: ['1/1 soup'] })
  })

  test('[CHECK2] shares one line in equal parts, and never more than the whole of it', () => {
    const shared = shareLine(tapLine(TWO, 'soup', 'a'), 'soup')
    expect(told(shared)).toEqual({ 1: ['1/2 soup'], 2: ['1/2 soup'] })
    expect(brokenRule(shared.lines, written(shared))).toBeNull()
  })

  test('[CHECK9] by seat shares what is for the table', () => {
    expect(seatsOf(NOTHING)).toEqual([1, 2])
    const split = splitBySeat(NOTHING, ['a', 'b'], (seat) => `Seat ${seat}`)
    expect(told(split)).toEqual({ 'Seat 1': ['1/2 beer'], 'Seat 2': ['1/2 beer'] })
  })

  test('[CHECK10] equally: what was split before does not matter', () => {
    const split = splitEqually(tapLine(TWO, 'soup', 'a'), ['x', 'y', 'z'])
    expect(split.checks.map(({ id, name }) => `${id} ${name}`)).toEqual(['x 1', 'y 2', 'z 3'])
    expect(split.checks.every(({ shares }) => shares.every(({ parts, of }) => parts * 3 === of))).toBe(true)
  })

  test('[CHECK11] [CHECK12] never touches a check somebody paid on', () => {
    const paid: Split = { ...tapLine(TWO, 'soup', 'a'), locked: new Set(['a']) }
    expect(tapLine(paid, 'beer', 'a')).toBe(paid)
    expect(told(tapLine(paid, 'soup', 'b'))).toEqual({ 1: ['1/1 soup'], 2: [] })
    expect(told(shareLine(paid, 'soup'))).toEqual({ 1: ['1/1 soup'], 2: [] })
    expect(told(unsplit(paid))).toEqual({ 1: ['1/1 soup'] })
    expect(told(splitEqually(paid, ['x', 'y']))).toMatchObject({
      1: ['1/1 soup'],
      2: ['1/2 beer', '1/2 fish'],
    })
  })

  test('[CHECK3] writes no empty check down', () => {
    expect(written(tapLine(TWO, 'soup', 'b')).map(({ name }) => name)).toEqual(['2'])
  })
})
