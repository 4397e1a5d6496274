import { describe, expect, test } from 'vitest'
import { decideRenewal } from '#auth/renewal.ts'
import { ok } from '#domain/result.ts'
import { readBill } from '#database/queries/bill.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { addTea, MANAGER, NOON, openOrder, pay, run, STORE } from '../../tests/contract/cafe.ts'
import { lineTo } from '../../tests/support/line-to.ts'
import { journalOf, openReplica, seededReplica, tablesOf } from '../../tests/support/replicas.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { envelopeOf } from '#database/journal.ts'
import type { JournalRow } from '#database/schema.ts'
import { createSyncClient, type SyncClient, type Transport } from './client.ts'
import { renewDevice } from './renewal.ts'
import type { Replica } from './replica.ts'

/** A device that takes on a new id where it has to. */
function clientOf(replica: Replica, server: Replica, heir = `${replica.dev}-again`): SyncClient {
  let ids = 0
  return createSyncClient({
    replica,
    now: () => NOON,
    onReply: async () => {},
    onEvents: () => {},
    onOwnFork: (common) =>
      renewDevice(
        {
          replica,
          freshId: () => `${heir}-${(ids += 1)}`,
          flush: async () => {},
          ask: (dev) => askToRenew(server, replica.dev, dev),
          keep: async () => {},
          now: () => NOON,
        },
        common,
      ),
  })
}

async function askToRenew(
  server: Replica,
  was: string,
  dev: string,
): Promise<{ readonly letter: string } | null> {
  let letter = ''
  const written = await server.act({
    txnId: `renew-${dev}-${(await server.heads()).get(server.dev)?.seq}`,
    actor: 'server',
    decide: async (tx) => {
      const decided = await decideRenewal(tx, STORE, { was, dev, now: NOON })
      if (!decided.ok) return decided
      letter = decided.value.letter
      return ok(decided.value.drafts)
    },
  })
  return written.ok ? { letter } : null
}

async function sync(client: SyncClient, transport: Transport): Promise<void> {
  for (let steps = 0; await client.step(transport); steps += 1) {
    if (steps > 50) throw new Error('assertion failed: the exchange never ends')
  }
}

/** A second machine with the same past and the same id. */
async function copyOf(replica: Replica): Promise<Replica> {
  const copy = await openReplica(replica.dev)
  await copy.ingest(await eventsOf(replica), NOON)
  return copy
}

async function eventsOf(replica: Replica): Promise<readonly Envelope[]> {
  return ((await journalOf(replica.db)) as unknown as readonly JournalRow[]).map(envelopeOf)
}

async function tea(replica: Replica, orderId: string): Promise<void> {
  await run(replica, `open-${orderId}`, openOrder(orderId))
  await run(replica, `add-${orderId}`, addTea(orderId, `${orderId}-item`))
  await run(replica, `send-${orderId}`, { type: 'send_order', orderId })
}

async function numbersOf(replica: Replica): Promise<readonly string[]> {
  const rows = await replica.db.selectFrom('orders').select('number').orderBy('number').execute()
  return rows.map((row) => row.number)
}

async function setAsideAt(replica: Replica): Promise<readonly Envelope[]> {
  const rows = await replica.db.selectFrom('quarantine').selectAll().orderBy('seq').execute()
  expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(['fork']))
  return rows.map(({ body }) => JSON.parse(body) as Envelope)
}

async function pairOfTills() {
  const server = await seededReplica('server')
  const till = await openReplica('till')
  const client = clientOf(till, server)
  const line = lineTo(server)
  await sync(client, line)
  await tea(till, 'o1')
  await sync(client, line)
  return { server, till, client, line }
}

describe('a device that is behind its own log', () => {
  test('[FORK5] has caught up by the time it tells of the last event: whoever waits for it goes on', async () => {
    const { server, till, client, line } = await pairOfTills()
    const old = await copyOf(till)
    await tea(till, 'o2')
    await sync(client, line)
    const behind: boolean[] = []
    const restored: SyncClient = createSyncClient({
      replica: old,
      now: () => NOON,
      onReply: async () => {},
      onEvents: () => void behind.push(restored.behindItself()),
    })
    await sync(restored, lineTo(server))
    expect(behind.at(-1)).toBe(false)
  })

  test('[FORK5] knows it after one exchange, and has taken it after the last', async () => {
    const { server, till, client, line } = await pairOfTills()
    const old = await copyOf(till)
    await tea(till, 'o2')
    await sync(client, line)
    const restored = clientOf(old, server)
    expect(restored.behindItself()).toBe(false)
    let knew = false
    const watching: Transport = {
      exchange: async (request) => {
        const reply = await line.exchange(request)
        return { ...reply, events: reply.events.slice(0, 1), more: true }
      },
    }
    await restored.step(watching)
    knew = restored.behindItself()
    await sync(restored, line)
    expect([knew, restored.behindItself()]).toEqual([true, false])
    await tea(old, 'o3')
    await sync(restored, line)
    expect(old.dev).toBe('till')
    expect(await numbersOf(server)).toEqual(['A-001', 'A-002', 'A-003'])
    expect(await tablesOf(old.db)).toBe(await tablesOf(server.db))
  })
})

describe('a log that forked', () => {
  test('[FORK1] [FORK2] [FORK3] the later of two copies goes on under a new id, and nothing is missing or doubled', async () => {
    const { server, till, client, line } = await pairOfTills()
    const copy = await copyOf(till)
    await tea(till, 'o2')
    await sync(client, line)
    await tea(copy, 'o3')
    await run(copy, 'pay-o3', pay('o3', 'p3', 250))
    await run(
      copy,
      'void-o1',
      {
        type: 'void_item',
        kind: 'wasted',
        orderId: 'o1',
        itemId: 'o1-item',
        reason: 'cold',
      },
      { actor: MANAGER },
    )
    const before = await readBill(copy.db, STORE, 'o3')
    await sync(clientOf(copy, server), line)
    expect(copy.dev).toBe('till-again-1')
    await sync(client, line)
    for (const replica of [till, copy]) {
      expect(await tablesOf(replica.db)).toBe(await tablesOf(server.db))
      expect(await replica.heads()).toEqual(await server.heads())
    }
    const after = await readBill(server.db, STORE, 'o3')
    expect(after?.payments).toEqual(before?.payments)
    expect(after?.items).toEqual(before?.items)
    expect((await readBill(server.db, STORE, 'o1'))?.items).toMatchObject([{ voids: [{ qty: 1 }] }])
    expect(await readOpenOrderIds(server.db, STORE)).toContain('o2')
  })

  test('[FORK4] orders that only the copy knew get numbers of its new letter', async () => {
    const { server, till, client, line } = await pairOfTills()
    const copy = await copyOf(till)
    await tea(till, 'o2')
    await sync(client, line)
    await tea(copy, 'o3')
    await tea(copy, 'o4')
    await sync(clientOf(copy, server), line)
    await tea(copy, 'o5')
    expect(await numbersOf(copy)).toEqual(['A-001', 'A-002', 'C-001', 'C-002', 'C-003'])
  })

  test('[FORK2] what is taken back is kept word for word', async () => {
    const { server, till, client, line } = await pairOfTills()
    const copy = await copyOf(till)
    await tea(till, 'o2')
    await sync(client, line)
    await tea(copy, 'o3')
    const own = (await eventsOf(copy)).filter((event) => event.entId.startsWith('o3'))
    await sync(clientOf(copy, server), line)
    expect(await setAsideAt(copy)).toEqual(own)
    const again = (await eventsOf(server)).filter((event) => event.entId.startsWith('o3'))
    expect(again.map(({ txn, hlc, type }) => ({ txn, hlc, type }))).toEqual(
      own.map(({ txn, hlc, type }) => ({ txn, hlc, type })),
    )
  })

  test('[FORK6] a command asked again after the change is still done once', async () => {
    const { server, till, client, line } = await pairOfTills()
    const copy = await copyOf(till)
    await tea(till, 'o2')
    await sync(client, line)
    await tea(copy, 'o3')
    await sync(clientOf(copy, server), line)
    const before = await journalOf(copy.db)
    await run(copy, 'add-o3', addTea('o3', 'another'))
    expect(await journalOf(copy.db)).toEqual(before)
  })

  test('[FORK6] what two copies had not sent is written again by the first of them alone', async () => {
    const { server, till, client, line } = await pairOfTills()
    const first = await copyOf(till)
    await tea(first, 'unsent')
    const second = await copyOf(first)
    await tea(till, 'o2')
    await sync(client, line)
    await sync(clientOf(first, server), line)
    const other = createSyncClient({
      replica: second,
      now: () => NOON,
      onReply: async () => {},
      onEvents: () => {},
      onOwnFork: (common) =>
        renewDevice(
          {
            replica: second,
            freshId: () => 'till-third',
            flush: async () => {},
            ask: (dev) => askToRenew(server, 'till', dev),
            keep: async () => {},
            now: () => NOON,
          },
          common,
        ),
    })
    await sync(other, line)
    expect(second.dev).toBe('till-third')
    await tea(second, 'o3')
    await sync(other, line)
    const txns = (await eventsOf(server)).map(({ txn }) => txn.id)
    expect(txns.filter((id) => id === 'add-unsent')).toHaveLength(1)
    expect(await tablesOf(second.db)).toBe(await tablesOf(server.db))
    expect(await numbersOf(server)).toEqual(['A-001', 'A-002', 'C-001', 'D-001'])
  })

  test('[FORK7] what two copies write again at once counts once, in whatever order it comes', async () => {
    const { server, till, client, line } = await pairOfTills()
    const first = await copyOf(till)
    await run(first, 'open-unsent', openOrder('unsent'))
    await run(first, 'add-unsent', addTea('unsent', 'unsent-item', 5))
    await run(first, 'send-unsent', { type: 'send_order', orderId: 'unsent' })
    const cold = {
      type: 'void_item',
      kind: 'wasted',
      orderId: 'unsent',
      itemId: 'unsent-item',
      qty: 1,
    } as const
    await run(first, 'void-unsent', { ...cold, reason: 'cold' }, { actor: MANAGER })
    const second = await copyOf(first)
    await tea(till, 'o2')
    await sync(client, line)
    const clients = [clientOf(first, server), clientOf(second, server, 'till-third')] as const
    // Each has changed over before it hears that the other one has.
    for (const [index, replica] of [first, second].entries()) {
      while (replica.dev === 'till') await clients[index]?.step(line)
    }
    for (const one of [...clients, client]) await sync(one, line)
    for (const one of clients) await sync(one, line)
    const told: Envelope[] = []
    const late = await openReplica('late', { onAppend: async (_, events) => void told.push(...events) })
    const events = await eventsOf(server)
    const isVoid = ({ txn }: Envelope): boolean => txn.id === 'void-unsent'
    await late.ingest(
      events.toSorted((a, b) => (a.dev === b.dev ? a.seq - b.seq : a.dev < b.dev ? 1 : -1)),
      NOON,
    )
    await sync(clientOf(late, server), line)
    expect(events.filter(isVoid)).toHaveLength(2)
    expect(told.filter(isVoid)).toHaveLength(1)
    for (const replica of [server, till, first, second, late]) {
      const bill = await readBill(replica.db, STORE, 'unsent')
      expect(bill?.items).toMatchObject([{ qty: 4, ordered: 5 }])
      expect(await tablesOf(replica.db)).toBe(await tablesOf(server.db))
    }
  })

  test('[FORK2] [FORK8] somebody else’s events that the server lost and replaced leave no trace in the tables', async () => {
    const { server, till, client, line } = await pairOfTills()
    const phone = await openReplica('phone')
    const phoneClient = clientOf(phone, server)
    await sync(phoneClient, line)
    const copy = await copyOf(till)
    await tea(copy, 'lost')
    const lost = (await eventsOf(copy)).filter((event) => event.entId.startsWith('lost'))
    // The phone was told of it by a server that died before it wrote it down.
    await phone.ingest(
      (await eventsOf(copy)).filter((event) => event.dev === 'till'),
      NOON,
    )
    await tea(till, 'o2')
    await sync(client, line)
    await tea(phone, 'o3')
    await sync(phoneClient, line)
    expect(await phone.heads()).toEqual(await server.heads())
    expect(await tablesOf(phone.db)).toBe(await tablesOf(server.db))
    expect(phone.dev).toBe('phone')
    expect(await readOpenOrderIds(phone.db, STORE)).not.toContain('lost')
    for (const replica of [phone, server]) expect(await setAsideAt(replica)).toEqual(lost)
  })

  test('[FORK1] a till that is only ahead of its server is no fork', async () => {
    const { server, till, line } = await pairOfTills()
    await tea(till, 'o2')
    const fresh = clientOf(till, server)
    await sync(fresh, line)
    expect(till.dev).toBe('till')
    expect(await till.heads()).toEqual(await server.heads())
    expect(line.asked.every((request) => request.past === undefined)).toBe(true)
  })

  test('[FORK1] the place is found in a long log within a few exchanges', async () => {
    const { server, till, client, line } = await pairOfTills()
    const long = Array.from({ length: 60 }, (_, i) => `long-${i}`)
    for (const orderId of long) await tea(till, orderId)
    await sync(client, line)
    const copy = await copyOf(till)
    await tea(till, 'last')
    await sync(client, line)
    for (const orderId of long) await tea(copy, `copy-${orderId}`)
    line.asked.length = 0
    await sync(clientOf(copy, server), line)
    expect(line.asked.filter((request) => request.past !== undefined).length).toBeLessThanOrEqual(3)
    expect((await readOpenOrderIds(server.db, STORE)).length).toBe(122)
    expect(await tablesOf(copy.db)).toBe(await tablesOf(server.db))
  })

  test('[FORK1] a server that cannot say how far the pasts agree is not asked for ever', async () => {
    const { server, till, client, line } = await pairOfTills()
    const copy = await copyOf(till)
    await tea(till, 'o2')
    await sync(client, line)
    await tea(copy, 'o3')
    const older: Transport = {
      exchange: async (request) => {
        const { common: _, ...reply } = await line.exchange(request)
        return reply
      },
    }
    await sync(clientOf(copy, server), older)
    expect(copy.dev).toBe('till')
    await sync(clientOf(copy, server), line)
    expect(copy.dev).toBe('till-again-1')
  })

  test('[FORK3] without an answer it goes on selling under its old id, and changes over later', async () => {
    const { server, till, client, line } = await pairOfTills()
    const copy = await copyOf(till)
    await tea(till, 'o2')
    await sync(client, line)
    await tea(copy, 'o3')
    let answers = false
    const waiting = createSyncClient({
      replica: copy,
      now: () => NOON,
      onReply: async () => {},
      onEvents: () => {},
      onOwnFork: (common) =>
        renewDevice(
          {
            replica: copy,
            freshId: () => 'till-new',
            flush: async () => {},
            ask: async (dev) => (answers ? askToRenew(server, 'till', dev) : null),
            keep: async () => {},
            now: () => NOON,
          },
          common,
        ),
    })
    await sync(waiting, line)
    expect(copy.dev).toBe('till')
    await tea(copy, 'o4')
    answers = true
    await sync(waiting, line)
    expect(copy.dev).toBe('till-new')
    expect(await tablesOf(copy.db)).toBe(await tablesOf(server.db))
    expect((await readOpenOrderIds(server.db, STORE)).toSorted()).toEqual(['o1', 'o2', 'o3', 'o4'])
  })
})
