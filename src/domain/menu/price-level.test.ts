import { describe, expect, test } from 'vitest'
import { NOON } from '../../../tests/support/facts.ts'
import { listOf } from '../../../tests/support/menu-facts.ts'
import type { Known } from '#domain/context.ts'
import type { PriceList } from './menu.ts'
import { levelPrice, priceKey, type PriceTerms } from './price-level.ts'

// Friday noon in Lisbon, inside.
const TERMS: PriceTerms = {
  service: 'dine_in',
  areaId: 'inside',
  now: NOON,
  settings: { zone: 'Europe/Lisbon', cutoverHour: 4 },
}

function level(lists: readonly Known<PriceList>[], over: Partial<PriceTerms> = {}, key = 'tea') {
  return levelPrice(lists, key, { ...TERMS, ...over })
}

/** Whether a list that says only this applies at an instant, written as in UTC. */
function applies(
  over: Partial<PriceList>,
  instant: string,
  zone = 'Europe/Lisbon',
  cutoverHour = 4,
): boolean {
  const at = { now: Date.parse(instant), settings: { zone, cutoverHour } }
  return level([listOf('l', { tea: 1 }, over)], at) !== null
}

describe('the price list that counts', () => {
  test('[LEVEL1] is the one of highest priority that names the item and applies', () => {
    const lists = [
      listOf('a', { tea: 200 }, { priority: 1 }),
      listOf('b', { tea: 180 }, { priority: 2 }),
      listOf('higher', { beer: 100 }, { priority: 3 }),
      listOf('elsewhere', { tea: 150 }, { priority: 4, areaIds: ['terrace'] }),
      listOf('off', { tea: 1 }, { priority: 5, active: false }),
    ]
    expect(level(lists)).toEqual({ price: 180, listId: 'b' })
    expect(level(lists.toReversed())).toEqual({ price: 180, listId: 'b' })
  })

  test('[LEVEL1] is of equal ones that with the smaller id', () => {
    const lists = [listOf('b', { tea: 2 }), listOf('a', { tea: 1 }), listOf('c', { tea: 3 })]
    expect(level(lists)).toEqual({ price: 1, listId: 'a' })
  })

  test('[LEVEL1] is none where none names the item; a price of 0 is a price', () => {
    expect(level([])).toBeNull()
    expect(level([listOf('a', { beer: 1 })])).toBeNull()
    expect(level([listOf('a', { beer: 1 })], {}, 'constructor')).toBeNull()
    expect(level([listOf('a', { tea: 0 })])).toEqual({ price: 0, listId: 'a' })
  })

  test('[LEVEL1] names an item in sizes by size', () => {
    const lists = [listOf('a', { tea: 100, 'tea:large': 150 })]
    expect(level(lists, {}, priceKey('tea', 'large'))).toEqual({ price: 150, listId: 'a' })
    expect(level(lists, {}, priceKey('tea', 'small'))).toBeNull()
    expect(level(lists, {}, priceKey('tea', ''))).toEqual({ price: 100, listId: 'a' })
  })

  test('[MENU1] is none that has not arrived whole', () => {
    for (const field of ['prices', 'services', 'areaIds', 'weekdays', 'from', 'to', 'priority', 'active']) {
      expect(level([{ ...listOf('a', { tea: 1 }), [field]: undefined }])).toBeNull()
    }
  })
})

describe('a price list applies', () => {
  test('[LEVEL2] by service and area, where it names any', () => {
    const list = [listOf('a', { tea: 1 }, { services: ['takeaway', 'delivery'] })]
    expect(level(list)).toBeNull()
    expect(level(list, { service: 'delivery' })).not.toBeNull()
    const terrace = [listOf('a', { tea: 1 }, { areaIds: ['terrace'] })]
    expect(level(terrace)).toBeNull()
    expect(level(terrace, { areaId: 'terrace' })).not.toBeNull()
    expect(level(terrace, { areaId: null })).toBeNull()
  })

  const FRIDAY = [5]
  const HAPPY = { from: 17 * 60, to: 19 * 60 }
  const LATE = { from: 22 * 60, to: 2 * 60 }
  test.each([
    // From its first minute, up to but not including its last.
    [HAPPY, '2026-11-20T16:59:59.999Z', false],
    [HAPPY, '2026-11-20T17:00:00Z', true],
    [HAPPY, '2026-11-20T18:59:59.999Z', true],
    [HAPPY, '2026-11-20T19:00:00Z', false],
    // Over midnight, and up to it.
    [LATE, '2026-11-20T21:59:59Z', false],
    [LATE, '2026-11-20T22:00:00Z', true],
    [LATE, '2026-11-21T00:00:00Z', true],
    [LATE, '2026-11-21T01:59:59Z', true],
    [LATE, '2026-11-21T02:00:00Z', false],
    [{ from: 1_320, to: 1_440 }, '2026-11-20T23:59:59Z', true],
    [{ from: 1_320, to: 1_440 }, '2026-11-21T00:00:00Z', false],
    // All day.
    [{ from: 600, to: 600 }, '2026-11-20T03:00:00Z', true],
    [{ from: 0, to: 1_440 }, '2026-11-20T23:59:59Z', true],
    // Friday's night belongs to Friday until the cut-over at four.
    [{ weekdays: FRIDAY, ...LATE }, '2026-11-21T01:00:00Z', true],
    [{ weekdays: FRIDAY, ...LATE }, '2026-11-20T01:00:00Z', false],
    [{ weekdays: FRIDAY }, '2026-11-21T03:59:59Z', true],
    [{ weekdays: FRIDAY }, '2026-11-21T04:00:00Z', false],
    [{ weekdays: [6, 7] }, '2026-11-22T12:00:00Z', true],
  ])('[LEVEL2] %j at %s: %s', (over, instant, expected) => {
    expect(applies(over, instant)).toBe(expected)
  })

  test.each([
    // Lisbon, back 25 October 2026 at 02:00 (→ 01:00): 01:30 comes twice, both times in a window from 1 to 2.
    [{ from: 60, to: 120 }, '2026-10-25T00:30:00Z', 'Europe/Lisbon', true],
    [{ from: 60, to: 120 }, '2026-10-25T01:30:00Z', 'Europe/Lisbon', true],
    [{ from: 60, to: 120 }, '2026-10-25T02:00:00Z', 'Europe/Lisbon', false],
    // New York, forward 8 March 2026 at 02:00 (→ 03:00): the window from 2 to 3 never comes.
    [{ from: 120, to: 180 }, '2026-03-08T06:59:59Z', 'America/New_York', false],
    [{ from: 120, to: 180 }, '2026-03-08T07:00:00Z', 'America/New_York', false],
    [{ from: 180, to: 240 }, '2026-03-08T07:00:00Z', 'America/New_York', true],
    // Summer time moves 17:00 to 16:00 UTC.
    [{ from: 1_020, to: 1_140 }, '2026-07-10T16:00:00Z', 'Europe/Lisbon', true],
    // Half hours: 17:00 in Kolkata is 11:30 UTC.
    [{ from: 1_020, to: 1_140 }, '2026-07-10T11:29:59Z', 'Asia/Kolkata', false],
    [{ from: 1_020, to: 1_140 }, '2026-07-10T11:30:00Z', 'Asia/Kolkata', true],
  ])('[LEVEL2] the local clock decides: %j at %s in %s: %s', (over, instant, zone, expected) => {
    expect(applies(over, instant, zone)).toBe(expected)
  })
})
