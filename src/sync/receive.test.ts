import { describe, expect, test } from 'vitest'
import { STORE } from '../../tests/contract/cafe.ts'
import { chain, seal } from '../../tests/support/replicas.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Head } from '#database/journal.ts'
import { PAYLOAD_CHARS_MAX } from './envelope-rules.ts'
import { checkEvents, sortEvents } from './receive.ts'

const NOBODY: ReadonlyMap<string, Head> = new Map()

function headAt(event: Envelope | undefined): ReadonlyMap<string, Head> {
  if (event === undefined) return NOBODY
  return new Map([[event.dev, { seq: event.seq, hash: event.hash }]])
}

function txn(id: string, n: number): readonly Partial<Envelope>[] {
  return Array.from({ length: n }, (_, i) => ({ txn: { id, i, n } }))
}

describe('sorting what came in', () => {
  const [one, two, three] = chain('till', [{}, {}, {}]) as [Envelope, Envelope, Envelope]

  test('[SYNC1] accepts what follows on, and nothing else', () => {
    const sorted = sortEvents(NOBODY, [one, two, three])
    expect(sorted.accepted).toEqual([one, two, three])
    expect(sorted.heads.get('till')).toEqual({ seq: 3, hash: three.hash })
  })

  test('[SYNC1] a gap is named by the number that is needed', () => {
    const sorted = sortEvents(headAt(one), [three])
    expect(sorted.accepted).toEqual([])
    expect(sorted.gaps).toEqual(new Map([['till', 2]]))
    expect(sorted.heads.size).toBe(0)
  })

  test('[SYNC1] one device’s gap does not hold up another', () => {
    const phone = chain('phone', [{}])
    const sorted = sortEvents(headAt(one), [three, ...phone])
    expect(sorted.accepted).toEqual(phone)
  })

  test('[SYNC2] a repeat is passed over, and what is new behind it accepted', () => {
    const sorted = sortEvents(headAt(two), [one, two, three])
    expect(sorted.accepted).toEqual([three])
    expect(sorted.repeats.get('till')).toEqual([one, two])
    expect(sorted.gaps.size).toBe(0)
  })

  test('[SYNC2] the same event twice in one frame is one event', () => {
    expect(sortEvents(NOBODY, [one, one, two, two]).accepted).toEqual([one, two])
  })

  test('[SYNC3] an event that does not continue the known log is a fork', () => {
    const [, other] = chain('till', [{ actor: 'clone' }, { actor: 'clone' }]) as [Envelope, Envelope]
    const sorted = sortEvents(headAt(one), [other])
    expect(sorted.accepted).toEqual([])
    expect(sorted.forks).toEqual([other])
  })

  test('[FORK8] what follows on an event of another past belongs to it, and is no gap', () => {
    const actor = 'clone'
    const [, ...others] = chain('till', [{ actor }, { actor }, { actor }, { actor }])
    const sorted = sortEvents(headAt(one), others)
    expect(sorted.forks).toEqual(others)
    expect(sorted.gaps.size).toBe(0)
  })

  test('[FORK8] an honest event behind one of another past is accepted', () => {
    const [, other] = chain('till', [{ actor: 'clone' }, { actor: 'clone' }]) as [Envelope, Envelope]
    const sorted = sortEvents(headAt(one), [other, two, three])
    expect(sorted.forks).toEqual([other])
    expect(sorted.accepted).toEqual([two, three])
  })

  test('[SYNC4] an action whose last event has not come waits as a whole', () => {
    const log = chain('till', [{}, ...txn('t2', 3)])
    const sorted = sortEvents(NOBODY, log.slice(0, 3))
    expect(sorted.accepted).toEqual(log.slice(0, 1))
    expect(sorted.heads.get('till')?.seq).toBe(1)
    expect(sorted.gaps).toEqual(new Map([['till', 2]]))
    expect(sortEvents(headAt(log[0]), log).accepted).toEqual(log.slice(1))
  })

  test('[SYNC4] a torn action of one device does not hold up another', () => {
    const till = chain('till', txn('t1', 2))
    const phone = chain('phone', txn('t2', 2))
    const sorted = sortEvents(
      NOBODY,
      [till[0], ...phone].flatMap((event) => event ?? []),
    )
    expect(sorted.accepted).toEqual(phone)
    expect(sorted.gaps).toEqual(new Map([['till', 1]]))
  })
})

describe('checking what came in', () => {
  const [good] = chain('till', [{}]) as [Envelope]

  test('[SYNC7] passes what is well formed, ours and untouched', () => {
    expect(checkEvents(STORE, [good, JSON.parse(JSON.stringify(good))])).toEqual({
      events: [good, good],
      refused: [],
    })
  })

  test.each([
    null,
    undefined,
    7,
    'event',
    [],
    {},
    { ...good, seq: 0 },
    { ...good, seq: 1.5 },
    { ...good, seq: 2 ** 53 },
    { ...good, dev: '' },
    { ...good, dev: 'x'.repeat(81) },
    { ...good, actor: 'a\nb' },
    { ...good, entId: 'i 1' },
    { ...good, hlc: 'now' },
    { ...good, wall: Number.NaN },
    { ...good, crit: 1 },
    { ...good, txn: { id: 't', i: 1, n: 1 } },
    { ...good, txn: { id: 't', i: 0, n: 401 } },
    { ...good, payload: 'a\nb' },
    { ...good, payload: 'a\u0000b' },
    { ...good, payload: 'half \ud83d' },
    { ...good, payload: 'x'.repeat(PAYLOAD_CHARS_MAX + 1) },
    { ...good, hash: 'x' },
    { ...good, prev: undefined },
  ])('[SYNC7] sets a bad envelope aside and passes the rest (case %#)', (bad) => {
    const checked = checkEvents(STORE, [bad, good])
    expect(checked.events).toEqual([good])
    expect(checked.refused).toMatchObject([{ reason: 'bad_envelope' }])
  })

  test('[SYNC7] sets another store’s event aside', () => {
    const foreign = seal({ ...good, store: 'store-2' })
    const { events, refused } = checkEvents(STORE, [foreign, good])
    expect(events).toEqual([good])
    expect(refused).toEqual([{ dev: 'till', seq: 1, reason: 'wrong_store', body: JSON.stringify(foreign) }])
  })

  test('[SYNC8] sets aside what was changed on the way', () => {
    const changed = { ...good, payload: '{"position":99}' }
    const { events, refused } = checkEvents(STORE, [changed, good])
    expect(events).toEqual([good])
    expect(refused).toMatchObject([{ dev: 'till', seq: 1, reason: 'bad_hash' }])
  })
})
