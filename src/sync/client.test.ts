import { describe, expect, test } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { readMissing } from '#database/pages.ts'
import { ok } from '#domain/result.ts'
import { addTea, NOON, openOrder, record, run, STORE, write } from '../../tests/contract/cafe.ts'
import { lineTo } from '../../tests/support/line-to.ts'
import { chain, journalOf, openReplica, seededReplica, tablesOf } from '../../tests/support/replicas.ts'
import { createSyncClient, type Transport } from './client.ts'
import type { Replica } from './replica.ts'

function clientOf(replica: Replica) {
  return createSyncClient({ replica, now: () => NOON, onReply: async () => {}, onEvents: () => {} })
}

async function steps(client: ReturnType<typeof clientOf>, transport: Transport): Promise<number> {
  let count = 1
  while (await client.step(transport)) {
    count += 1
    if (count > 50) throw new Error('assertion failed: the exchange never ends')
  }
  return count
}

/** One event of this replica's own, as it hears of it when it is committed. */
async function rename(replica: Replica, name: string): Promise<readonly Envelope[]> {
  const written = await replica.act<never>({
    txnId: name,
    actor: 'ana',
    decide: async () => ok([record('category', 'cold', { name })]),
  })
  return written.ok ? written.value : []
}

describe('the asking side', () => {
  test('[SYNC10] begins with heads alone, then brings and fetches until both are equal', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    await write(till, 't0', [
      record('category', 'cold', { name: 'Cold', position: 2, color: 'teal', active: true }),
    ])
    const line = lineTo(server)
    await steps(clientOf(till), line)
    expect(line.asked[0]?.events).toEqual([])
    expect(await tablesOf(till.db)).toBe(await tablesOf(server.db))
    expect(await till.heads()).toEqual(await server.heads())
  })

  test('[DISK3] hands over what it has even while it has no room for what it fetches', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    const cold = record('category', 'cold', { name: 'Cold', position: 2, color: 'teal', active: true })
    await write(till, 't0', [cold])
    const full: Replica = { ...till, ingest: () => Promise.reject(new Error('disk full')) }
    const client = clientOf(full)
    const line = lineTo(server)
    await expect(client.step(line)).rejects.toThrow('disk full')
    await expect(client.step(line)).rejects.toThrow('disk full')
    expect((await server.heads()).get('till')).toEqual((await till.heads()).get('till'))
  })

  test('[SYNC9] brings and fetches many pages', async () => {
    const server = await openReplica('server')
    await server.ingest(chain('phone', Array(1_200).fill({})), NOON)
    const till = await openReplica('till')
    await till.ingest(chain('tablet', Array(700).fill({ entId: 'cold' })), NOON)
    await steps(clientOf(till), lineTo(server))
    expect(await journalOf(till.db)).toHaveLength(1_900)
    expect(await tablesOf(till.db)).toBe(await tablesOf(server.db))
  })

  test('[SYNC10] a broken line loses nothing: what was on its way is brought again', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    const client = clientOf(till)
    await steps(client, lineTo(server))
    await run(till, 't1', openOrder('o1'))
    const line = lineTo(server)
    const answerLost: Transport = {
      exchange: async (request) => {
        await line.exchange(request)
        throw new Error('the line broke')
      },
    }
    await expect(client.step(answerLost)).rejects.toThrow('the line broke')
    client.forget()
    expect(client.serverHeads()).toBeNull()
    await steps(client, lineTo(server))
    expect(await tablesOf(server.db)).toBe(await tablesOf(till.db))
  })

  test('[WIRE3] asks for less once a page did not come through in time, and for more as the line is quick', async () => {
    const server = await openReplica('server')
    await server.ingest(chain('phone', Array(700).fill({})), NOON)
    const till = await openReplica('till')
    let at = NOON
    const client = createSyncClient({
      replica: till,
      now: () => at,
      onReply: async () => {},
      onEvents: () => {},
    })
    const tooSlow: Transport = {
      exchange: async () => {
        at += 10_000
        throw new Error('no answer in time')
      },
    }
    await expect(client.step(tooSlow)).rejects.toThrow('no answer in time')
    await expect(client.step(tooSlow)).rejects.toThrow('no answer in time')
    const line = lineTo(server)
    while (await client.step(line));
    expect(line.asked.map(({ limit }) => limit)).toEqual([31, 62, 124, 248, 496])
    expect(await till.heads()).toEqual(await server.heads())
  })

  test('[WIRE3] a hub asks for large pages, and brings the usual ones', async () => {
    const cloud = await openReplica('cloud')
    await cloud.ingest(chain('phone', Array(1_200).fill({})), NOON)
    const hub = await openReplica('hub')
    await hub.ingest(chain('till', Array(1_200).fill({})), NOON)
    const ports = { replica: hub, now: () => NOON, onReply: async () => {}, onEvents: () => {} }
    const line = lineTo(cloud)
    await steps(createSyncClient({ ...ports, pageEvents: 2_000 }), line)
    expect(line.asked.map(({ limit, events }) => [limit, events.length])).toEqual([
      [2_000, 0],
      [2_000, 500],
      [2_000, 500],
      [2_000, 200],
    ])
    expect(await hub.heads()).toEqual(await cloud.heads())
  })

  test('[WIRE3] a server that is away is no slow line', async () => {
    const till = await openReplica('till')
    const client = clientOf(till)
    const away: Transport = { exchange: () => Promise.reject(new Error('refused')) }
    await expect(client.step(away)).rejects.toThrow('refused')
    const line = lineTo(await seededReplica('server'))
    await steps(client, line)
    expect(line.asked[0]?.limit).toBeUndefined()
  })

  test('[FORK5] is not behind itself because the line broke and came back during an exchange', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    const behind: boolean[] = []
    const client: ReturnType<typeof clientOf> = createSyncClient({
      replica: till,
      now: () => NOON,
      onReply: async () => void behind.push(client.behindItself()),
      onEvents: () => {},
    })
    await steps(client, lineTo(server))
    await run(till, 't1', openOrder('o1'))
    const there = client.serverHeads() ?? new Map()
    client.committed((await readMissing(till.db, STORE, await till.heads(), there)).events)
    const line = lineTo(server)
    behind.length = 0
    await client.step({
      exchange: async (request) => {
        const reply = await line.exchange(request)
        client.forget()
        return reply
      },
    })
    expect(line.asked[0]?.events).not.toEqual([])
    expect(behind).toEqual([false])
  })

  test('[SYNC7] a server that refuses an event ends the steps instead of asking for ever', async () => {
    const server = await openReplica('server')
    await server.ingest(chain('till', [{ actor: 'clone' }]), NOON)
    const till = await openReplica('till')
    await till.ingest(chain('till', [{}, {}]), NOON)
    expect(await steps(clientOf(till), lineTo(server))).toBeLessThan(5)
  })

  test('[SYNC10] a server that came back from an old backup is filled again', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    const client = clientOf(till)
    await steps(client, lineTo(server))
    await run(till, 't1', openOrder('o1'))
    await run(till, 't2', addTea('o1', 'i1'))
    await steps(client, lineTo(server))
    const restored = await seededReplica('server')
    await steps(client, lineTo(restored))
    expect(await tablesOf(restored.db)).toBe(await tablesOf(till.db))
  })

  test('[SYNC10] what was just committed goes out in the same turn, and only what the server lacks', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    const client = clientOf(till)
    const line = lineTo(server)
    await steps(client, line)
    for (const text of ['Cold', 'Colder']) {
      const events = await rename(till, text)
      const asked = line.asked.length
      client.committed(events)
      const step = client.step(line)
      expect(line.asked.slice(asked)).toMatchObject([
        { events, heads: { till: [events[0]?.seq, events[0]?.hash] } },
      ])
      expect(await step).toBe(false)
    }
    // One that it was not told of: then what it was told does not follow on, and it reads.
    await rename(till, 'Icy')
    client.committed(await rename(till, 'Frozen'))
    await steps(client, line)
    expect(await server.heads()).toEqual(await till.heads())
    expect(await tablesOf(till.db)).toBe(await tablesOf(server.db))
  })

  test('[WIRE5] names its own log alone where the line tells the rest, and all again when it has nothing to bring', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    const client = clientOf(till)
    const line = { ...lineTo(server), hears: true }
    await steps(client, line)
    client.committed(await rename(till, 'Cold'))
    // Another's word that came to the server meanwhile, and that the line lost.
    await server.ingest(chain('phone', [{}]), NOON)
    line.asked.length = 0
    expect(await client.step(line)).toBe(false)
    expect(line.asked).toMatchObject([
      { short: true, heads: { till: [expect.any(Number), expect.any(String)] } },
    ])
    expect(Object.keys(line.asked[0]?.heads ?? {})).toEqual(['till'])
    expect((await server.heads()).get('till')).toEqual((await till.heads()).get('till'))
    expect(client.serverHeads()?.get('server')).toEqual((await server.heads()).get('server'))
    expect((await till.heads()).has('phone')).toBe(false)
    await steps(client, line)
    expect(line.asked.at(-1)?.short).toBeUndefined()
    expect(await till.heads()).toEqual(await server.heads())
  })

  test('[WIRE5] notices by a short answer that a server has nothing of its log any more', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    const client = clientOf(till)
    await steps(client, { ...lineTo(server), hears: true })
    client.committed(await rename(till, 'Cold'))
    await steps(client, { ...lineTo(server), hears: true })
    const restored = await seededReplica('server')
    client.committed(await rename(till, 'Colder'))
    await steps(client, { ...lineTo(restored), hears: true })
    expect((await restored.heads()).get('till')).toEqual((await till.heads()).get('till'))
  })

  test('[WIRE5] compares all logs after a gap, a broken frame and when told to, whatever waits to be brought', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    const line = { ...lineTo(server), hears: true }
    let isFull = false
    const ingest: Replica['ingest'] = (...args) =>
      isFull ? Promise.reject(new Error('disk full')) : till.ingest(...args)
    const client = clientOf({ ...till, ingest })
    await steps(client, line)
    const [first, second, third] = chain('phone', [{}, {}, {}])
    await server.ingest([first, second, third], NOON)
    const reasons = [
      async () => expect(await client.receive({ events: [third] })).toBe(true),
      async () => {
        isFull = true
        await expect(client.receive({ events: [first] })).rejects.toThrow('disk full')
        isFull = false
      },
      async () => client.compare(),
    ]
    for (const [n, reason] of reasons.entries()) {
      await reason()
      client.committed(await rename(till, `Cold${n}`))
      line.asked.length = 0
      await steps(client, line)
      expect(line.asked[0]?.short, `reason ${n}`).toBeUndefined()
      expect(await till.heads()).toEqual(await server.heads())
      client.committed(await rename(till, `Colder${n}`))
      await steps(client, line)
      expect(line.asked.at(-1)?.short, `after reason ${n}`).toBe(true)
    }
  })

  test('[WIRE5] names all logs to a server that does not take less, and over a line that tells nothing', async () => {
    const server = await seededReplica('server')
    const till = await openReplica('till')
    const line = lineTo(server)
    const older: Transport = {
      hears: true,
      exchange: async (request) => {
        const { short: _short, ...reply } = await line.exchange(request)
        return reply
      },
    }
    for (const [n, over] of [older, line].entries()) {
      const client = clientOf(till)
      await steps(client, over)
      client.committed(await rename(till, `Cold${n}`))
      line.asked.length = 0
      await steps(client, over)
      expect(line.asked[0]?.short).toBeUndefined()
      expect(Object.keys(line.asked[0]?.heads ?? {})).toContain('server')
    }
  })

  test('[SYNC1] a broadcast with a gap before it asks for an exchange', async () => {
    const till = await openReplica('till')
    const client = clientOf(till)
    const log = chain('phone', [{}, {}])
    expect(await client.receive({ events: log.slice(1) })).toBe(true)
    expect(await client.receive({ events: log })).toBe(false)
    expect((await till.heads()).get('phone')?.seq).toBe(2)
  })

  test('[SYNC11] says nothing to a server of another store', async () => {
    const till = await openReplica('till', { store: 'store-2' })
    await expect(clientOf(till).step(lineTo(await openReplica('server')))).rejects.toThrow('store_mismatch')
    expect(STORE).not.toBe('store-2')
  })
})
