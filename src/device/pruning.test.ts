import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { clockOf, makePast } from '../../tests/support/aged-store.ts'
import { NOON, open, replicaOn, STORE } from '../../tests/contract/cafe.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { openHistory } from '#sync/history/history.ts'
import { toWire, type ExchangeReply } from '#sync/protocol.ts'
import { safeHeads, startPruning } from './pruning.ts'

const heads = { till: [9, 'a'], phone: [4, 'b'] } as const
const upstream = { till: [7, 'c'] } as const
const store = { place: 'store', heads, forks: [] } as const
const roomy = { hasCloud: false, isNearlyFull: false }

const seqs = (found: ReturnType<typeof safeHeads>): unknown =>
  found === null ? null : Object.fromEntries([...found].map(([dev, { seq }]) => [dev, seq]))

describe('what is safe elsewhere', () => {
  test('[PRUNE1] is what the farthest store says: the cloud, or the hub of what is above it', () => {
    expect(seqs(safeHeads({ ...store, place: 'cloud' }, roomy))).toEqual({ till: 9, phone: 4 })
    expect(seqs(safeHeads({ ...store, upstream }, roomy))).toEqual({ till: 7 })
    expect(seqs(safeHeads({ ...store, place: 'cloud', forks: ['till'] }, roomy))).toEqual({ phone: 4 })
  })

  test('[PRUNE5] [PRUNE7] where there is no cloud, only a device without room lets go', () => {
    expect(safeHeads(store, roomy)).toBeNull()
    expect(seqs(safeHeads(store, { ...roomy, isNearlyFull: true }))).toEqual({ till: 9, phone: 4 })
    expect(safeHeads(store, { hasCloud: true, isNearlyFull: true })).toBeNull()
  })
})

describe('when', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOON }))
  afterEach(() => void vi.useRealTimers())

  async function till(room: { full: boolean } = { full: false }) {
    const database = await open(openSqlite(':memory:'))
    const replica = replicaOn(database, 'till', { clock: clockOf({ at: NOON }) })
    await replica.ingest(await makePast(), NOON)
    const history = await openHistory(replica, () => NOON)
    const pruning = startPruning({
      database,
      store: STORE,
      history,
      now: () => NOON,
      isNearlyFull: () => room.full,
      hasCloud: () => true,
      wholeUpTo: 0,
    })
    const reply: Pick<ExchangeReply, 'place' | 'heads' | 'forks'> = {
      place: 'cloud',
      heads: toWire(await replica.heads()),
      forks: [],
    }
    const orders = async (): Promise<number> =>
      (await database.db.selectFrom('orders').select('id').execute()).length
    return { pruning, reply, orders, all: await orders() }
  }

  test('[PRUNE4] begins a minute after the start, an order at a time, and rests while somebody taps', async () => {
    const { pruning, reply, orders, all } = await till()
    await vi.advanceTimersByTimeAsync(100_000)
    expect(await orders()).toBe(all)
    pruning.heard(reply)
    await vi.advanceTimersByTimeAsync(60)
    const begun = await orders()
    expect(begun).toBeLessThan(all)
    expect(begun).toBeGreaterThan(all - 6)
    pruning.busy()
    await vi.advanceTimersByTimeAsync(2_900)
    expect(await orders()).toBeGreaterThan(begun - 2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await orders()).toBeLessThan(10)
    pruning.stop()
  })

  test('[PRUNE5] without room it waits neither for the hour nor for a pause', async () => {
    const room = { full: false }
    const { pruning, reply, orders, all } = await till(room)
    room.full = true
    await vi.advanceTimersByTimeAsync(60_000)
    pruning.busy()
    pruning.heard(reply)
    await vi.advanceTimersByTimeAsync(2_900)
    expect(await orders()).toBeLessThan(all - 10)
    pruning.stop()
  })
})
