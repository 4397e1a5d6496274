import { describe, expect, test } from 'vitest'
import { minor } from '#domain/money/money.ts'
import type { Check } from './check.ts'
import { brokenRule } from './valid-split.ts'

const LINES = [
  { id: 'i1', seat: 0 },
  { id: 'i2', seat: 1 },
]
const HALF = { itemId: 'i1', parts: 1, of: 2 }

function check(over: Partial<Check> = {}): Check {
  return { id: 'a', name: 'Ana', shares: [HALF], seats: [], amount: null, ...over }
}

function broken(...checks: readonly Check[]): string | null {
  return brokenRule(LINES, checks)
}

describe('a split that may be', () => {
  test.each<readonly [string, readonly Check[]]>([
    ['[CHECK12] none', []],
    ['[CHECK2] two halves of a line', [check(), check({ id: 'b' })]],
    [
      '[CHECK2] thirds and a half and a sixth',
      [
        check({ shares: [{ itemId: 'i1', parts: 1, of: 3 }] }),
        check({ id: 'b' }),
        check({ id: 'c', shares: [{ itemId: 'i1', parts: 1, of: 6 }] }),
      ],
    ],
    ['[CHECK3] a seat', [check({ shares: [], seats: [1, 999] })]],
    ['[CHECK3] a name of 80 characters', [check({ name: 'x'.repeat(80) })]],
    ['[CHECK3] a sum', [check({ shares: [], amount: minor(1) })]],
    ['[CHECK3] 9,999 parts', [check({ shares: [{ itemId: 'i1', parts: 9_999, of: 9_999 }] })]],
    [
      '[CHECK3] 99 checks',
      Array.from({ length: 99 }, (_, at) => check({ id: `c${at}`, shares: [], amount: minor(1) })),
    ],
  ])('%s', (_, checks) => expect(broken(...checks)).toBeNull())
})

describe('a split that may not be', () => {
  test.each<readonly [string, readonly Check[]]>([
    ['a line that is not there', [check({ shares: [{ ...HALF, itemId: 'i9' }] })]],
    ['a line twice on one check', [check({ shares: [HALF, HALF] })]],
    ['more than a line', [check(), check({ id: 'b' }), check({ id: 'c', shares: [{ ...HALF, of: 9_999 }] })]],
    ['more parts than there are', [check({ shares: [{ ...HALF, parts: 3 }] })]],
    ...[0, -1, 0.5, Number.NaN, 2 ** 53].flatMap((odd): readonly (readonly [string, readonly Check[]])[] => [
      [`${odd} parts`, [check({ shares: [{ ...HALF, parts: odd }] })]],
      [`parts of ${odd}`, [check({ shares: [{ ...HALF, of: odd }] })]],
    ]),
    ['a line in 10,000 parts', [check({ shares: [{ ...HALF, of: 10_000 }] })]],
  ])('[CHECK2] %s', (_, checks) => expect(broken(...checks)).toBe('CHECK2'))

  test.each<readonly [string, readonly Check[]]>([
    ['an empty check', [check({ shares: [] })]],
    ['two of one id', [check(), check()]],
    ['no id', [check({ id: '' })]],
    ['the id of the rest', [check({ id: 'rest' })]],
    ['no name', [check({ name: ' ' })]],
    ['a name of 81 characters', [check({ name: 'x'.repeat(81) })]],
    ['a sum and lines', [check({ amount: minor(5) })]],
    ['a sum and a seat', [check({ shares: [], seats: [1], amount: minor(5) })]],
    ...[0, -5, 0.5, Number.NaN, 2 ** 53].map((odd): readonly [string, readonly Check[]] => [
      `a sum of ${odd}`,
      [check({ shares: [], amount: odd as Check['amount'] })],
    ]),
    ...[0, -1, 0.5, 1_000, Number.NaN].map((seat): readonly [string, readonly Check[]] => [
      `seat ${seat}`,
      [check({ seats: [seat] })],
    ]),
    ['a seat twice', [check({ seats: [1] }), check({ id: 'b', seats: [1] })]],
    [
      '100 checks',
      Array.from({ length: 100 }, (_, at) => check({ id: `c${at}`, shares: [], amount: minor(1) })),
    ],
  ])('[CHECK3] %s', (_, checks) => expect(broken(...checks)).toBe('CHECK3'))
})

describe('shares in all', () => {
  const lines = Array.from({ length: 41 }, (_, at) => ({ id: `i${at}`, seat: 0 }))
  const all = (from: number, to: number): Check['shares'] =>
    lines.slice(from, to).map(({ id }) => ({ itemId: id, parts: 1, of: 50 }))
  const fifty = Array.from({ length: 50 }, (_, at) => check({ id: `c${at}`, shares: all(0, 40) }))

  test('[CHECK3] are 2,000 and no more', () => {
    expect(brokenRule(lines, fifty)).toBeNull()
    expect(brokenRule(lines, [...fifty, check({ id: 'x', shares: all(40, 41) })])).toBe('CHECK3')
  })
})
