import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVENT_VERSIONS } from '#domain/event/event.ts'
import { isUrgent, retryDelayMs } from './urgency.ts'

const CALM = ['item_added', 'item_qty_set', 'item_note_set', 'order_covers_set']

describe('what goes up at once', () => {
  test.each(Object.keys(EVENT_VERSIONS))('[SYNC14] %s', (type) => {
    expect(isUrgent([{ type }])).toBe(!CALM.includes(type))
  })

  test('[SYNC14] one urgent event takes the whole action with it; nothing is not urgent', () => {
    expect(isUrgent([{ type: 'item_added' }, { type: 'item_sent' }])).toBe(true)
    expect(isUrgent([])).toBe(false)
  })

  test('[SYNC14] what this program does not know is urgent', () => {
    expect(isUrgent([{ type: 'guest_fainted' }])).toBe(true)
  })
})

describe('waiting to try again', () => {
  test('[SYNC14] doubles from half a second to four', () => {
    expect([0, 1, 2, 3, 4, 50].map((failures) => retryDelayMs(failures, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 4_000, 4_000,
    ])
  })

  test('[SYNC14] is between half of that and all of it, so that devices do not come back in step', () => {
    const randoms = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.nat(10_000), randoms, (failures, random) => {
        const most = retryDelayMs(failures, 1)
        const delay = retryDelayMs(failures, random)
        expect(delay).toBeGreaterThanOrEqual(most / 2)
        expect(delay).toBeLessThanOrEqual(most)
        expect(most).toBeLessThanOrEqual(4_000)
      }),
    )
  })
})
