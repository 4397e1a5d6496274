import { describe, expect, test } from 'vitest'
import { NOON, STORE } from '../../tests/contract/cafe.ts'
import { chain, openReplica } from '../../tests/support/replicas.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Heads } from './journal.ts'
import { LARGE_PAGE_EVENTS_MAX, PAGE_CHARS_MAX, PAGE_EVENTS_MAX, readMissing, type Page } from './pages.ts'

/** A replica that holds these events, taken in in this order. */
async function holding(events: readonly Envelope[]) {
  const replica = await openReplica('server')
  const { accepted } = await replica.ingest(events, NOON)
  expect(accepted).toHaveLength(events.length)
  return replica
}

function headsAfter(heads: Heads, events: readonly Envelope[]): Heads {
  const after = new Map(heads)
  for (const { dev, seq, hash } of events) after.set(dev, { seq, hash })
  return after
}

/** All pages that bring a replica with `from` up to date. */
async function pagesFrom(events: readonly Envelope[], from: Heads = new Map()): Promise<readonly Page[]> {
  const replica = await holding(events)
  const ours = await replica.heads()
  const pages: Page[] = []
  let theirs = from
  do {
    pages.push(await readMissing(replica.db, STORE, ours, theirs))
    theirs = headsAfter(theirs, pages.at(-1)?.events ?? [])
  } while (pages.at(-1)?.more === true && pages.length < 50)
  return pages
}

/** Every action on the page is there from its first event to its last. */
function expectWholeTxns({ events }: Page): void {
  for (const { dev, txn } of events) {
    const parts = events.filter((event) => event.dev === dev && event.txn.id === txn.id)
    expect(parts.map((part) => part.txn.i)).toEqual(Array.from({ length: txn.n }, (_, i) => i))
  }
}

function txns(dev: string, sizes: readonly number[], payload?: string): readonly Envelope[] {
  const parts = sizes.flatMap((n, t) =>
    Array.from({ length: n }, (_, i) => ({ txn: { id: `${dev}-${t}`, i, n }, ...(payload && { payload }) })),
  )
  return chain(dev, parts)
}

describe('what another replica lacks', () => {
  test('[SYNC9] is nothing when the heads are equal, or theirs are further', async () => {
    const log = txns('till', [1, 1])
    const replica = await holding(log)
    const ours = await replica.heads()
    expect(await readMissing(replica.db, STORE, ours, ours)).toEqual({ events: [], more: false })
    const further = new Map([['till', { seq: 9, hash: 'x' }]])
    expect(await readMissing(replica.db, STORE, ours, further)).toEqual({ events: [], more: false })
  })

  test('[SYNC9] is what comes after their heads, in the order it arrived here', async () => {
    const till = txns('till', [1, 1, 1])
    const phone = txns('phone', [1, 1])
    const mixed = [till[0], phone[0], till[1], phone[1], till[2]].flatMap((event) => event ?? [])
    const [page] = await pagesFrom(mixed, headsAfter(new Map(), till.slice(0, 1)))
    expect(page).toEqual({ events: mixed.slice(1), more: false })
  })

  test('[SYNC9] comes in pages of 500 at most: 1,200 events in three', async () => {
    const log = txns('till', Array<number>(1_200).fill(1))
    const pages = await pagesFrom(log)
    expect(pages.map(({ events, more }) => [events.length, more])).toEqual([
      [500, true],
      [500, true],
      [200, false],
    ])
    expect(pages.flatMap(({ events }) => events)).toEqual(log)
  })

  test('[SYNC9] exactly one full page says that there is no more', async () => {
    const pages = await pagesFrom(txns('till', Array<number>(PAGE_EVENTS_MAX).fill(1)))
    expect(pages.map(({ events, more }) => [events.length, more])).toEqual([[500, false]])
  })

  test('[SYNC4] [SYNC9] never splits an action at the edge of a page', async () => {
    const log = txns('till', Array<number>(200).fill(3))
    const pages = await pagesFrom(log)
    pages.forEach(expectWholeTxns)
    expect(pages.map(({ events }) => events.length)).toEqual([498, 102])
    expect(pages.flatMap(({ events }) => events)).toEqual(log)
  })

  test('[SYNC9] comes in pages of 256 KB at most', async () => {
    const payload = JSON.stringify({ name: 'x'.repeat(10_000) })
    const pages = await pagesFrom(txns('till', Array<number>(60).fill(1), payload))
    for (const { events } of pages) {
      expect(events.length * payload.length).toBeLessThanOrEqual(PAGE_CHARS_MAX)
    }
    expect(pages.flatMap(({ events }) => events)).toHaveLength(60)
  })

  test('[SYNC9] an action larger than a page still travels whole', async () => {
    const payload = JSON.stringify({ name: 'x'.repeat(10_000) })
    const log = [...txns('till', [60, 1], payload)]
    const pages = await pagesFrom(log)
    expect(pages.map(({ events }) => events.length)).toEqual([60, 1])
    pages.forEach(expectWholeTxns)
  })

  test('[SYNC4] [SYNC9] large actions of several devices that arrived mixed still come, each whole', async () => {
    const logs = [txns('a', [400]), txns('b', [400]), txns('c', [400])]
    const mixed = Array.from({ length: 400 }, (_, i) => logs.flatMap((log) => log[i] ?? [])).flat()
    const pages = await pagesFrom(mixed)
    pages.forEach(expectWholeTxns)
    expect(pages.flatMap(({ events }) => events)).toHaveLength(1_200)
    expect(pages.at(-1)?.more).toBe(false)
  })

  test('[WIRE3] holds more where more was asked for, up to 2,000 and four times the text', async () => {
    const small = await holding(txns('till', Array<number>(2_100).fill(1)))
    const many = await readMissing(small.db, STORE, await small.heads(), new Map(), 5_000)
    expect([many.events.length, many.more]).toEqual([LARGE_PAGE_EVENTS_MAX, true])
    const payload = JSON.stringify({ name: 'x'.repeat(10_000) })
    const large = await holding(txns('till', Array<number>(120).fill(1), payload))
    const { events } = await readMissing(large.db, STORE, await large.heads(), new Map(), 2_000)
    expect(events.length * payload.length).toBeLessThanOrEqual(4 * PAGE_CHARS_MAX)
    expect(events.length * payload.length).toBeGreaterThan(3 * PAGE_CHARS_MAX)
  })

  test('[WIRE3] is cut to as few events as were asked for, whole actions all the same', async () => {
    const replica = await holding([...txns('till', [1, 1, 1]), ...txns('phone', [5])])
    const ours = await replica.heads()
    const few = await readMissing(replica.db, STORE, ours, new Map(), 2)
    expect([few.events.map(({ seq }) => seq), few.more]).toEqual([[1, 2], true])
    const whole = await readMissing(replica.db, STORE, ours, new Map([['till', { seq: 3, hash: '' }]]), 2)
    expect(whole.events).toHaveLength(5)
  })
})
