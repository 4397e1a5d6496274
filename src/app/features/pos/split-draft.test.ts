import { describe, expect, test } from 'vitest'
import { brokenRule } from '#domain/check/valid-split.ts'
import { minor } from '#domain/money/money.ts'
import {
  addCheck,
  payByAmount,
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

describe('a sum', () => {
  const sums = ({ checks }: Split) => checks.map(({ name, amount, shares }) => [name, amount, shares.length])

  test('[CHECK7] is paid by the chosen check while nothing else is on it, else by one more', () => {
    expect(sums(payByAmount(TWO, 'a', 'c', minor(2_000)))).toEqual([
      ['1', 2_000, 0],
      ['2', null, 0],
    ])
    const taken = tapLine(TWO, 'soup', 'a')
    expect(sums(payByAmount(taken, 'a', 'c', minor(2_000)))).toEqual([
      ['1', null, 1],
      ['2', null, 0],
      ['3', 2_000, 0],
    ])
    expect(sums(payByAmount({ ...TWO, locked: new Set(['a']) }, 'a', 'c', minor(5)))).toHaveLength(3)
  })

  test('[CHECK3] stands instead of lines: a line that is tapped takes its place', () => {
    const lines = tapLine(payByAmount(TWO, 'a', 'c', minor(2_000)), 'soup', 'a')
    expect(sums(lines)[0]).toEqual(['1', null, 1])
    expect(brokenRule(lines.lines, written(lines))).toBeNull()
  })
})
