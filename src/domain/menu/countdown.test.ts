import { describe, expect, test } from 'vitest'
import { billOf } from '../../../tests/support/bills.ts'
import { added, NOON, opened, removed, sent, voided } from '../../../tests/support/facts.ts'
import { remaining, sentSince } from './countdown.ts'

describe('counting down', () => {
  test.each([
    [{ qty: 10, at: NOON }, 0, 10],
    [{ qty: 10, at: NOON }, 10, 0],
    // Two tills without a line sold the last one each.
    [{ qty: 10, at: NOON }, 11, -1],
    [null, 11, null],
    [undefined, 11, null],
  ])('[LEFT1] [LEFT2] of %j with %i sent, %s are left', (countdown, since, left) => {
    expect(remaining(countdown, since)).toBe(left)
  })

  test('[LEFT1] what was sent since is counted in pieces; what was not cooked is back', () => {
    const lines = [
      [added('before', { qty: 7 }), sent('before', NOON - 1)],
      [added('at', { qty: 2 }), sent('at', NOON)],
      [added('tacos', { qty: 2, pieces: 3 }), sent('tacos', NOON + 1)],
      [added('other', { menuItemId: 'beer', qty: 5 }), sent('other', NOON + 1)],
      [added('unmade', { qty: 4 }), sent('unmade', NOON + 1), voided('unmade', { kind: 'unmade' })],
      [added('wasted', { qty: 3 }), sent('wasted', NOON + 1), voided('wasted', { kind: 'wasted' })],
      [added('part', { qty: 5 }), sent('part', NOON + 1), voided('part', { kind: 'unmade', qty: 2 })],
      [added('thrown', { qty: 5 }), sent('thrown', NOON + 1), voided('thrown', { kind: 'wasted', qty: 2 })],
      [added('new', { qty: 9 })],
      [added('gone', { qty: 9 }), removed('gone')],
    ]
    const items = billOf([opened(), ...lines.flat()])?.items ?? []
    // 2 + 2×3 + 0 + 3 + 3 + 5
    expect(sentSince(items, 'tea', NOON)).toBe(19)
    expect(sentSince(items, 'beer', NOON)).toBe(5)
  })
})
