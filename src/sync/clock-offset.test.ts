import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addSample, bestOffsetMs, sampleClock, type ClockSample } from './clock-offset.ts'

describe('the correction of a clock', () => {
  test('[SYNC13] takes the middle of the round trip as the server’s moment', () => {
    // Sent at 1000, back at 1200: the middle is 1100; the server said 6100.
    expect(sampleClock(1_000, 1_200, 6_100)).toEqual({ roundTripMs: 200, offsetMs: 5_000 })
  })

  test('[SYNC13] a clock that was set back under way does not make a negative round trip', () => {
    expect(sampleClock(1_200, 1_000, 1_200)).toEqual({ roundTripMs: 0, offsetMs: 0 })
  })

  test('[SYNC13] the quickest round trip decides, and of equals the newest', () => {
    const slow = { roundTripMs: 900, offsetMs: 400 }
    const quick = { roundTripMs: 20, offsetMs: 50 }
    const again = { roundTripMs: 20, offsetMs: 60 }
    expect(bestOffsetMs([])).toBe(0)
    expect(bestOffsetMs([slow, quick, slow])).toBe(50)
    expect(bestOffsetMs([quick, again, slow])).toBe(60)
  })

  test('[SYNC13] keeps the last ten, so that a clock that was put right is believed', () => {
    let samples: readonly ClockSample[] = [{ roundTripMs: 1, offsetMs: -86_400_000 }]
    for (let n = 0; n < 10; n += 1) samples = addSample(samples, { roundTripMs: 50, offsetMs: 3 })
    expect(samples).toHaveLength(10)
    expect(bestOffsetMs(samples)).toBe(3)
  })

  test('[SYNC13] is off by half a round trip at most', () => {
    const wire = fc.integer({ min: 0, max: 5_000 })
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), wire, wire, (ahead, there, back) => {
        const sentAt = 1_000_000
        const sample = sampleClock(sentAt, sentAt + there + back, sentAt + there + ahead)
        expect(Math.abs(sample.offsetMs - ahead)).toBeLessThanOrEqual((there + back) / 2 + 0.5)
      }),
    )
  })
})
