import { describe, expect, test } from 'vitest'
import { minor } from '#domain/money/money.ts'
import type { Check } from './check.ts'
import { checkOfAmount, checkOfItems, checksBySeat, withEqualShares } from './split.ts'

const ANA = { id: 'a', name: 'Ana' }
const RUI = { id: 'b', name: 'Rui' }
const EVA = { id: 'c', name: 'Eva' }
const LINES = [
  { id: 'i1', seat: 1 },
  { id: 'i2', seat: 2 },
  { id: 'i3', seat: 0 },
]

describe('a split', () => {
  test('[CHECK2] by item takes so many pieces of a line', () => {
    expect(checkOfItems(ANA, [{ itemId: 'i1', qty: 2, of: 3 }])).toEqual({
      ...ANA,
      shares: [{ itemId: 'i1', parts: 2, of: 3 }],
      seats: [],
      amount: null,
    })
  })

  test('[CHECK7] by amount is a sum', () => {
    expect(checkOfAmount(ANA, minor(500))).toEqual({ ...ANA, shares: [], seats: [], amount: 500 })
  })

  test('[CHECK9] by seat shares what is for the table by seat', () => {
    expect(
      checksBySeat(LINES, [
        { ...ANA, seats: [1] },
        { ...RUI, seats: [2, 3] },
      ]),
    ).toEqual([
      { ...ANA, seats: [1], shares: [{ itemId: 'i3', parts: 1, of: 3 }], amount: null },
      { ...RUI, seats: [2, 3], shares: [{ itemId: 'i3', parts: 2, of: 3 }], amount: null },
    ])
  })

  test('[CHECK9] by seat gives a payer without seats no part of what is for the table', () => {
    const [, rui] = checksBySeat(LINES, [
      { ...ANA, seats: [1] },
      { ...RUI, seats: [] },
    ])
    expect(rui).toEqual({ ...RUI, seats: [], shares: [], amount: null })
  })

  test('[CHECK10] in equal shares gives everybody the same part of every line', () => {
    const share = (itemId: string): Check['shares'][number] => ({ itemId, parts: 1, of: 2 })
    const shares = [share('i1'), share('i2'), share('i3')]
    expect(withEqualShares([], LINES, [ANA, RUI])).toEqual([
      { ...ANA, shares, seats: [], amount: null },
      { ...RUI, shares, seats: [], amount: null },
    ])
  })

  test('[CHECK10] in equal shares of what others left', () => {
    const own = checkOfItems(EVA, [
      { itemId: 'i1', qty: 1, of: 1 },
      { itemId: 'i3', qty: 1, of: 4 },
    ])
    const shares = [
      { itemId: 'i2', parts: 1, of: 2 },
      { itemId: 'i3', parts: 3, of: 8 },
    ]
    expect(withEqualShares([own], LINES, [ANA, RUI]).map((check) => check.shares)).toEqual([
      own.shares,
      shares,
      shares,
    ])
  })

  test('[CHECK10] in equal shares leaves a seat to the check that holds it', () => {
    const seated = checksBySeat([], [{ ...EVA, seats: [2] }])
    const [, ana] = withEqualShares(seated, LINES, [ANA])
    expect(ana?.shares.map(({ itemId }) => itemId)).toEqual(['i1', 'i3'])
  })

  test('[CHECK10] in equal shares holds what is for the table, though a check names its seat [CHECK4]', () => {
    const table = { ...EVA, shares: [], seats: [0], amount: null }
    expect(withEqualShares([table], LINES, [ANA]).at(-1)?.shares).toContainEqual({
      itemId: 'i3',
      parts: 1,
      of: 1,
    })
  })

  test('[CHECK10] in equal shares of what is left of a line that its seat does not draw any more [CHECK4]', () => {
    const seated = checksBySeat([], [{ ...EVA, seats: [2] }])
    const third = checkOfItems(RUI, [{ itemId: 'i2', qty: 1, of: 3 }])
    expect(withEqualShares([...seated, third], LINES, [ANA]).at(-1)?.shares).toEqual([
      { itemId: 'i1', parts: 1, of: 1 },
      { itemId: 'i2', parts: 2, of: 3 },
      { itemId: 'i3', parts: 1, of: 1 },
    ])
  })
})
