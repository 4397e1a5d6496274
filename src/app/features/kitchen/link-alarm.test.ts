import { expect, test } from 'vitest'
import { linkAlarm } from './link-alarm.ts'

test.each([
  ['live', null, 0, 'none'],
  ['offline', 1_000, 5_999, 'none'],
  ['offline', 1_000, 6_000, 'offline'],
  ['polling', 1_000, 5_999, 'none'],
  ['polling', 1_000, 6_000, 'polling'],
] as const)('link %s since %s at %i: %s', (link, since, now, kind) => {
  expect(linkAlarm(link, since, now).kind).toBe(kind)
})

test('an offline alarm says since when', () => {
  expect(linkAlarm('offline', 1_000, 60_000)).toEqual({ kind: 'offline', since: 1_000 })
})
