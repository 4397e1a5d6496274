import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  businessDate,
  businessDateBy,
  isBusinessDate,
  localClock,
  localHour,
  localMinute,
  weekday,
} from './business-date.ts'

const at = (iso: string): number => Date.parse(iso)

describe('the business date', () => {
  // [zone, cut-over, instant, date]; the local time stands beside each.
  test.each([
    // 03:59:59.999 and 04:00 on a winter day, UTC+0
    ['Europe/Lisbon', 4, '2026-11-20T03:59:59.999Z', '2026-11-19'],
    ['Europe/Lisbon', 4, '2026-11-20T04:00:00Z', '2026-11-20'],
    // Midnight belongs to the evening before, and to the new day when the cut-over is 0.
    ['Europe/Lisbon', 4, '2026-11-20T00:00:00Z', '2026-11-19'],
    ['Europe/Lisbon', 0, '2026-11-20T00:00:00Z', '2026-11-20'],
    ['Europe/Lisbon', 0, '2026-11-19T23:59:59.999Z', '2026-11-19'],
    // Over a year's end, and a leap day: 02:30 on 1 January and on 1 March.
    ['Europe/Lisbon', 4, '2027-01-01T02:30:00Z', '2026-12-31'],
    ['Europe/Lisbon', 4, '2028-03-01T02:30:00Z', '2028-02-29'],
    // India, UTC+5:30: 03:45 and 04:15 local.
    ['Asia/Kolkata', 4, '2026-06-14T22:15:00Z', '2026-06-14'],
    ['Asia/Kolkata', 4, '2026-06-14T22:45:00Z', '2026-06-15'],
    // Noon is the latest cut-over: 11:59 and 12:00 local in New York (UTC−5).
    ['America/New_York', 12, '2026-12-01T16:59:00Z', '2026-11-30'],
    ['America/New_York', 12, '2026-12-01T17:00:00Z', '2026-12-01'],
  ])('[DAY1] in %s with the cut-over at %i, %s is %s', (zone, cutover, instant, date) => {
    expect(businessDate(at(instant), zone, cutover)).toBe(date)
  })

  test.each([
    // Lisbon, clocks forward 29 March 2026 at 01:00 (→ 02:00): 00:59, 02:00, 03:59, 04:00 local.
    ['Europe/Lisbon', 4, '2026-03-29T00:59:00Z', '2026-03-28'],
    ['Europe/Lisbon', 4, '2026-03-29T01:00:00Z', '2026-03-28'],
    ['Europe/Lisbon', 4, '2026-03-29T02:59:00Z', '2026-03-28'],
    ['Europe/Lisbon', 4, '2026-03-29T03:00:00Z', '2026-03-29'],
    // Lisbon, clocks back 25 October 2026 at 02:00 (→ 01:00): 01:30 twice, 03:59, 04:00 local.
    ['Europe/Lisbon', 4, '2026-10-25T00:30:00Z', '2026-10-24'],
    ['Europe/Lisbon', 4, '2026-10-25T01:30:00Z', '2026-10-24'],
    ['Europe/Lisbon', 4, '2026-10-25T03:59:00Z', '2026-10-24'],
    ['Europe/Lisbon', 4, '2026-10-25T04:00:00Z', '2026-10-25'],
    // New York, forward 8 March 2026 at 02:00 (→ 03:00): 01:59, 03:00, 04:00 local.
    ['America/New_York', 3, '2026-03-08T06:59:00Z', '2026-03-07'],
    ['America/New_York', 3, '2026-03-08T07:00:00Z', '2026-03-08'],
    ['America/New_York', 4, '2026-03-08T07:59:00Z', '2026-03-07'],
    ['America/New_York', 4, '2026-03-08T08:00:00Z', '2026-03-08'],
    // New York, back 1 November 2026 at 02:00 (→ 01:00): 01:59 twice, 02:00 local.
    ['America/New_York', 2, '2026-11-01T05:59:00Z', '2026-10-31'],
    ['America/New_York', 2, '2026-11-01T06:59:00Z', '2026-10-31'],
    ['America/New_York', 2, '2026-11-01T07:00:00Z', '2026-11-01'],
    // Lord Howe, forward 4 October 2026 at 02:00 by half an hour (→ 02:30): 01:59, 02:30, 04:00 local.
    ['Australia/Lord_Howe', 4, '2026-10-03T15:29:00Z', '2026-10-03'],
    ['Australia/Lord_Howe', 4, '2026-10-03T15:30:00Z', '2026-10-03'],
    ['Australia/Lord_Howe', 4, '2026-10-03T17:00:00Z', '2026-10-04'],
    // Lord Howe, back 5 April 2026 at 02:00 by half an hour (→ 01:30): 01:45 twice, 02:00 local.
    ['Australia/Lord_Howe', 2, '2026-04-04T14:45:00Z', '2026-04-04'],
    ['Australia/Lord_Howe', 2, '2026-04-04T15:15:00Z', '2026-04-04'],
    ['Australia/Lord_Howe', 2, '2026-04-04T15:30:00Z', '2026-04-05'],
    // Beirut, forward 29 March 2026 at 00:00 (→ 01:00): 23:59, 01:00, 04:00 local. There is no midnight.
    ['Asia/Beirut', 4, '2026-03-28T21:59:00Z', '2026-03-28'],
    ['Asia/Beirut', 4, '2026-03-28T22:00:00Z', '2026-03-28'],
    ['Asia/Beirut', 4, '2026-03-29T00:59:00Z', '2026-03-28'],
    ['Asia/Beirut', 4, '2026-03-29T01:00:00Z', '2026-03-29'],
    ['Asia/Beirut', 0, '2026-03-28T21:59:00Z', '2026-03-28'],
    ['Asia/Beirut', 0, '2026-03-28T22:00:00Z', '2026-03-29'],
    // Beirut, back 25 October 2026 at 00:00 (→ 23:00 the day before): 23:30 twice, 00:00, 04:00 local.
    ['Asia/Beirut', 0, '2026-10-24T20:30:00Z', '2026-10-24'],
    ['Asia/Beirut', 0, '2026-10-24T21:30:00Z', '2026-10-24'],
    ['Asia/Beirut', 0, '2026-10-24T22:00:00Z', '2026-10-25'],
    ['Asia/Beirut', 4, '2026-10-25T01:59:00Z', '2026-10-24'],
    ['Asia/Beirut', 4, '2026-10-25T02:00:00Z', '2026-10-25'],
    // Cairo, forward 24 April 2026 at 00:00 (→ 01:00): 01:00 and 03:59 local; back at 24:00 on 29 October.
    ['Africa/Cairo', 4, '2026-04-23T22:00:00Z', '2026-04-23'],
    ['Africa/Cairo', 4, '2026-04-24T00:59:00Z', '2026-04-23'],
    ['Africa/Cairo', 4, '2026-04-24T01:00:00Z', '2026-04-24'],
    ['Africa/Cairo', 0, '2026-10-29T21:30:00Z', '2026-10-29'],
    ['Africa/Cairo', 0, '2026-10-29T22:00:00Z', '2026-10-30'],
    // Apia had no 30 December 2011: 29th 23:59, 31st 00:00, 03:59 and 04:00 local.
    ['Pacific/Apia', 4, '2011-12-30T09:59:00Z', '2011-12-29'],
    ['Pacific/Apia', 4, '2011-12-30T10:00:00Z', '2011-12-29'],
    ['Pacific/Apia', 4, '2011-12-30T13:59:00Z', '2011-12-29'],
    ['Pacific/Apia', 4, '2011-12-30T14:00:00Z', '2011-12-31'],
  ])(
    '[DAY2] on a clock-change day in %s with the cut-over at %i, %s is %s',
    (zone, cutover, instant, date) => {
      expect(businessDate(at(instant), zone, cutover)).toBe(date)
    },
  )

  const zones = [
    'Europe/Lisbon',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'Asia/Beirut',
    'Africa/Cairo',
    'America/Santiago',
    'Pacific/Chatham',
    'Asia/Kathmandu',
  ]

  test('[DAY2] never goes back as time goes on, and never skips a day', () => {
    const instants = fc.integer({ min: at('2025-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') })
    const steps = fc.integer({ min: 0, max: 23 * 3_600_000 })
    const cutovers = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), cutovers, instants, steps, (zone, cutover, ms, step) => {
        const before = businessDate(ms, zone, cutover)
        const after = businessDate(ms + step, zone, cutover)
        expect(isBusinessDate(before)).toBe(true)
        expect(at(after) - at(before)).toBeOneOf([0, 86_400_000])
      }),
    )
  })

  test('[DAY2] every hour of a year, in every zone, it stays or moves on by one day', () => {
    for (const zone of zones) {
      const clock = localClock(zone)
      const first = at('2026-01-01T00:15:00Z')
      const hours = Array.from({ length: 24 * 364 + 1 }, (_, hour) => first + hour * 3_600_000)
      const dates = hours
        .map((ms) => businessDateBy(clock, ms, 4))
        .filter((date, hour, all) => date !== all[hour - 1])
      const days = dates.map((date) => at(date) / 86_400_000)
      const one = days[0] ?? 0
      expect(days, zone).toEqual(Array.from({ length: 365 }, (_, day) => one + day))
    }
  })

  test('[DAY1] an unknown zone is an error, never a silent UTC', () => {
    expect(() => businessDate(0, 'Mars/Olympus', 4)).toThrow(RangeError)
  })
})

describe('the local hour', () => {
  test.each([
    ['Europe/Lisbon', '2026-07-01T23:30:00Z', 0],
    ['Europe/Lisbon', '2026-11-20T12:00:00Z', 12],
    ['Asia/Kolkata', '2026-11-20T18:29:00Z', 23],
    ['Asia/Kolkata', '2026-11-20T18:30:00Z', 0],
  ])('[DAY1] in %s at %s is %i', (zone, instant, hour) => {
    expect(localHour(at(instant), zone)).toBe(hour)
  })
})

describe('the local minute and weekday', () => {
  test.each([
    ['Europe/Lisbon', '2026-07-01T23:30:59Z', 30],
    ['Europe/Lisbon', '2026-11-20T23:59:59Z', 1_439],
    ['Asia/Kolkata', '2026-11-20T11:30:00Z', 17 * 60],
  ])('[LEVEL2] in %s at %s is minute %i', (zone, instant, minute) => {
    expect(localMinute(at(instant), zone)).toBe(minute)
  })

  test('[LEVEL2] weekdays follow each other, Monday 1 to Sunday 7, over leap years and centuries', () => {
    const days = fc.integer({ min: at('1990-01-01') / 86_400_000, max: at('2120-01-01') / 86_400_000 })
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000)
        expect(weekday(date.toISOString().slice(0, 10))).toBe(date.getUTCDay() || 7)
      }),
    )
  })
})

describe('the form of a date', () => {
  test.each(['2026-11-20', '2028-02-29'])('[DAY1] %s is one', (text) =>
    expect(isBusinessDate(text)).toBe(true),
  )
  test.each([
    '',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
    '20261120',
    '2026-1-2',
    "2026-11-20'--",
    '2026-11-20\n',
  ])('[DAY1] %j is none', (text) => expect(isBusinessDate(text)).toBe(false))
})
