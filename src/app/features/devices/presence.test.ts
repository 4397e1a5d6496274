import { describe, expect, test } from 'vitest'
import type { DeviceSeen, DeviceView } from '#device/messages/device-views.ts'
import { clockOffMs, presenceOf } from './presence.ts'

const NOW = 1_000_000
const BAR: DeviceView = {
  id: 'bar',
  name: 'Bar',
  letter: 'B',
  kind: 'device',
  active: true,
  isThis: false,
  renewals: [],
  here: 3,
  last: null,
}

function seen(at: number, via: DeviceSeen['via'], offsetMs: number | null = 0): DeviceView {
  const last = { at, via, lag: 0, app: '', offsetMs, usedBytes: null, quotaBytes: null }
  return { ...BAR, last }
}

describe('[DEVICE3] a device', () => {
  test('is here while its last word is as old as its line lets it be', () => {
    expect(presenceOf(seen(NOW - 70_000, 'socket'), NOW, true)).toBe('now')
    expect(presenceOf(seen(NOW - 70_000, 'http'), NOW, true)).toBe('away')
    expect(presenceOf(seen(NOW - 300_000, 'socket'), NOW, true)).toBe('away')
    expect(presenceOf(BAR, NOW, true)).toBe('never')
  })

  test('nobody asked about is neither here nor away', () => {
    expect(presenceOf(seen(NOW, 'socket'), NOW, false)).toBe('unknown')
    expect(presenceOf({ ...BAR, isThis: true }, NOW, false)).toBe('this')
    expect(presenceOf({ ...BAR, active: false }, NOW, false)).toBe('revoked')
  })

  test('whose clock is a minute off is pointed out, fast or slow', () => {
    expect(clockOffMs(seen(NOW, 'http', -86_400_000))).toBe(86_400_000)
    expect(clockOffMs(seen(NOW, 'http', 60_000))).toBe(60_000)
    expect(clockOffMs(seen(NOW, 'http', 59_000))).toBeNull()
    expect(clockOffMs(seen(NOW, 'http', null))).toBeNull()
  })
})
