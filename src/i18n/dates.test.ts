import { describe, expect, it } from 'vitest'
import { formatDate, formatTime } from './dates.ts'

const LATE = Date.UTC(2026, 10, 22, 23, 30)

describe('dates', () => {
  it('shows an instant as the clock and calendar of the zone have it', () => {
    expect(formatDate(LATE, 'Europe/Paris', 'fr-FR')).toBe('23/11/2026')
    expect(formatTime(LATE, 'Europe/Paris', 'fr-FR')).toBe('00:30')
    expect(formatDate(LATE, 'America/New_York', 'en-US')).toBe('11/22/2026')
    expect(formatTime(LATE, 'Europe/London', 'en-GB')).toBe('23:30')
  })

  it('follows the zone into and out of summer time', () => {
    expect(formatTime(Date.UTC(2026, 2, 29, 0, 59), 'Europe/Paris', 'en-GB')).toBe('01:59')
    expect(formatTime(Date.UTC(2026, 2, 29, 1, 0), 'Europe/Paris', 'en-GB')).toBe('03:00')
  })
})
