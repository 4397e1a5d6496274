import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HLC_ZERO, hlcOf, hlcWallMs, isHlc, nextHlc, tickAfter, type Hlc } from './hlc.ts'

// One tick below the end of the scale, in the year 10889; at the end itself there is no later stamp.
const WALL_MS_MAX = 2 ** 48 - 2
const walls = fc.integer({ min: 0, max: WALL_MS_MAX })
const counters = fc.integer({ min: 0, max: 0xffff })
const stamps = fc.tuple(walls, counters).map(([ms, counter]) => hlcOf(ms, counter))

function numberOf(hlc: Hlc): bigint {
  return BigInt(`0x${hlc}`)
}

describe('a stamp', () => {
  test('[SYNC12] is 12 digits of milliseconds and 4 of counter', () => {
    expect(hlcOf(0, 0)).toBe(HLC_ZERO)
    expect(hlcOf(Date.UTC(2026, 10, 20, 12), 1)).toBe('01a1f8d3ea000001')
    expect(hlcWallMs(hlcOf(1_234.9, 7))).toBe(1_234)
  })

  test('[SYNC12] never leaves its scale, whatever the clock says', () => {
    for (const wall of [-1, -1e15, 1e300, 2 ** 48, Number.MAX_SAFE_INTEGER])
      expect(isHlc(hlcOf(wall, 0))).toBe(true)
  })

  test('[SYNC12] in text order is in time order', () => {
    fc.assert(
      fc.property(stamps, stamps, (a, b) => {
        expect(a < b).toBe(numberOf(a) < numberOf(b))
        expect(isHlc(a)).toBe(true)
      }),
    )
  })

  test('[SYNC12] the next is always later than the latest seen, and never before now', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: WALL_MS_MAX }), stamps, (now, seen) => {
        const next = nextHlc(now, seen)
        expect(next > seen).toBe(true)
        expect(next >= hlcOf(now, 0)).toBe(true)
      }),
    )
  })

  test('[SYNC12] a right clock is taken as it is; a wrong one only ticks', () => {
    const seen = hlcOf(5_000, 3)
    expect(nextHlc(6_000, seen)).toBe(hlcOf(6_000, 0))
    expect(nextHlc(5_000, seen)).toBe(hlcOf(5_000, 4))
    expect(nextHlc(1, seen)).toBe(hlcOf(5_000, 4))
  })

  test('[SYNC12] a full counter carries into the milliseconds: nothing is refused for a clock', () => {
    expect(tickAfter(hlcOf(5_000, 0xffff))).toBe(hlcOf(5_001, 0))
    fc.assert(
      fc.property(stamps, (hlc) => {
        expect(numberOf(tickAfter(hlc))).toBe(numberOf(hlc) + 1n)
      }),
    )
  })
})

describe('text that is no stamp', () => {
  test.each(['', '0', '000000000000000G', '00000000000000000', '0000-00000000000', 'ABCDEF0000000000'])(
    '[SYNC12] %j',
    (text) => expect(isHlc(text)).toBe(false),
  )
})
