import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityEvents, histories, type Kind, type Stamped } from '../../../tests/support/arbitraries.ts'
import { canonicalJson } from './canonical.ts'
import { compareKeys, ENTITY_TYPES } from './envelope.ts'
import { EVENT_VERSIONS } from './event.ts'
import { foldEntity, type EntityState } from './fold.ts'

/** What a replica does with a set of events, whatever order they came in: each once, in key order. */
function foldSet(type: string, events: readonly Stamped[]): string {
  const once = new Map(events.map((one) => [`${one.dev} ${one.seq}`, one]))
  const state = [...once.values()]
    .sort(compareKeys)
    .reduce<EntityState | null>((before, { event }) => foldEntity(type, 'x1', before, event), null)
  return canonicalJson(state)
}

const KINDS: readonly Kind[] = ['order', 'item', 'payment', 'shift', 'check_out', 'day', 'stock', 'category']

describe.each(KINDS)('the events of one %s', (type) => {
  test('[SYNC6] fold to the same bytes in any order and with any repeats', () => {
    const arrivals = histories(type).chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length }),
        fc.subarray([...events]),
      ),
    )
    fc.assert(
      fc.property(arrivals, ([events, shuffled, repeats]) => {
        expect(foldSet(type, [...shuffled, ...repeats])).toBe(foldSet(type, events))
      }),
    )
  })
})

describe('folding', () => {
  test('[SYNC6] never throws, whatever comes in whatever order to whatever entity', () => {
    const types = fc.constantFrom(...ENTITY_TYPES, 'toString', '__proto__', '')
    fc.assert(
      fc.property(types, fc.array(entityEvents, { maxLength: 12 }), (type, events) => {
        let state: EntityState | null = null
        for (const { event } of events) state = foldEntity(type, 'x1', state, event)
        expect(typeof canonicalJson(state)).toBe('string')
      }),
    )
  })

  test.each(KINDS)('[SYNC6] leaves the %s it was given as it was', (kind) => {
    fc.assert(
      fc.property(histories(kind), (events) => {
        let state: EntityState | null = null
        for (const { event } of events) {
          const before: string = canonicalJson(state)
          const next: EntityState | null = foldEntity(kind, 'x1', state, event)
          expect(canonicalJson(state)).toBe(before)
          state = next
        }
      }),
    )
  })

  test('[SYNC6] is tried with every event there is', () => {
    const tried = fc.sample(entityEvents, { numRuns: 5_000, seed: 1 }).map(({ event }) => event.type)
    expect([...new Set(tried)].sort()).toEqual(Object.keys(EVENT_VERSIONS).sort())
  })

  test('[SYNC6] an event of a newer program changes nothing', () => {
    const newer = { type: 'order_blessed', payload: {} } as never
    for (const kind of KINDS) expect(foldEntity(kind, 'x1', null, newer)).toBeNull()
    const toString = { type: 'toString', payload: {} } as never
    expect(foldEntity('category', 'x1', null, toString)).toBeNull()
  })

  test('[SYNC6] an event of another kind of entity changes nothing', () => {
    const sentEvent = { type: 'item_sent', payload: { sentAt: 1, sentBy: 'ana' } } as const
    for (const type of ['order', 'payment', 'category', 'shift', 'check_out', 'day']) {
      expect(foldEntity(type, 'x1', null, sentEvent)).toBeNull()
    }
  })

  test('[RECORD4] a field this version does not know is kept', () => {
    const first = foldEntity('category', 'c1', null, {
      type: 'record_changed',
      payload: { name: 'Hot', glow: 7 },
    })
    const state = foldEntity('category', 'c1', first, { type: 'record_changed', payload: { name: 'Cold' } })
    expect(state).toEqual({ name: 'Cold', glow: 7 })
  })
})

describe('the order of events', () => {
  test('[SYNC6] is total: by stamp, then device, then number', () => {
    const key = fc.record({
      hlc: fc
        .constantFrom('0000000000010000', '0000000000010001', '00000000000f0000')
        .map((text) => text as never),
      dev: fc.constantFrom('a', 'B', '_', 'é'),
      seq: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(key, key, key, (a, b, c) => {
        expect(Math.sign(compareKeys(a, b)) + Math.sign(compareKeys(b, a))).toBe(0)
        if (compareKeys(a, b) <= 0 && compareKeys(b, c) <= 0) expect(compareKeys(a, c)).toBeLessThanOrEqual(0)
        if (compareKeys(a, b) === 0) expect(a).toEqual(b)
      }),
    )
  })
})
