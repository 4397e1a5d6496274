import { describe, expect, test } from 'vitest'
import { addTea, NOON, openOrder, pay, record, run, STORE, WAITER, write } from '../../tests/contract/cafe.ts'
import { chain, journalOf, openReplica, seal, seededReplica, tablesOf } from '../../tests/support/replicas.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { hlcOf, HLC_ZERO } from '#domain/event/hlc.ts'
import { readEntities } from '#database/entities.ts'
import { envelopeOf } from '#database/journal.ts'
import { readBill } from '#database/queries/bill.ts'
import { runCommand } from './run-command.ts'

async function quarantined(replica: Awaited<ReturnType<typeof openReplica>>) {
  return replica.db.selectFrom('quarantine').selectAll().orderBy('id').execute()
}

/** The last event of an order’s history, to write one more behind it. */
async function lastOf(replica: Awaited<ReturnType<typeof openReplica>>): Promise<Envelope[]> {
  return (await replica.db.selectFrom('journal').selectAll().orderBy('n').execute()).map(envelopeOf)
}

describe('one action', () => {
  test('[SYNC1] [SYNC8] is numbered without gaps and chained', async () => {
    const till = await seededReplica('till')
    await run(till, 't1', openOrder('o1'))
    await run(till, 't2', addTea('o1', 'i1'))
    const log = await lastOf(till)
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
    log.forEach((event, index) => {
      expect(event.prev).toBe(log[index - 1]?.hash ?? '0'.repeat(64))
      expect(seal(event).hash).toBe(event.hash)
    })
  })

  test('[SYNC15] asked for twice is done once', async () => {
    const till = await seededReplica('till')
    await run(till, 't1', openOrder('o1'))
    const before = await tablesOf(till.db)
    expect(await runCommand(till, { id: 't1', actor: WAITER, command: openOrder('o1'), now: NOON })).toEqual({
      ok: true,
      value: [],
    })
    expect(await tablesOf(till.db)).toBe(before)
  })

  test('[SYNC4] that is refused leaves nothing behind', async () => {
    const till = await seededReplica('till')
    const before = await tablesOf(till.db)
    const command = addTea('o9', 'i1')
    expect(await runCommand(till, { id: 't1', actor: WAITER, command, now: NOON })).toMatchObject({
      ok: false,
      error: { code: 'unknown_order' },
    })
    expect(await tablesOf(till.db)).toBe(before)
    await run(till, 't1', openOrder('o1'))
  })

  test('[SYNC12] is stamped behind what it has seen of its order, even with a clock a day slow', async () => {
    const till = await seededReplica('till')
    await run(till, 't1', openOrder('o1'))
    const slow = await openReplica('phone', { clock: { wall: () => NOON - 86_400_000, offset: () => 0 } })
    await slow.ingest(await lastOf(till), NOON)
    await run(slow, 't2', { type: 'set_covers', orderId: 'o1', covers: 7 })
    await till.ingest(
      (await lastOf(slow)).filter(({ dev }) => dev === 'phone'),
      NOON,
    )
    expect((await readBill(till.db, STORE, 'o1'))?.order.covers).toBe(7)
  })

  test('[SYNC12] a wrong clock does not spread to another order', async () => {
    const fast = await seededReplica('till', { clock: { wall: () => NOON + 86_400_000, offset: () => 0 } })
    const phone = await openReplica('phone')
    await run(fast, 't1', openOrder('o1'))
    await phone.ingest(await lastOf(fast), NOON)
    await run(phone, 't2', openOrder('o2'))
    const [other] = (await readEntities(phone.db, STORE, [{ type: 'order', id: 'o2' }])).values()
    expect(other?.last.hlc).toBe(hlcOf(NOON, 0))
  })

  test('[SYNC13] uses the corrected clock, and keeps the raw one beside it', async () => {
    const till = await openReplica('till', { clock: { wall: () => NOON - 5_000, offset: () => 5_000 } })
    await write(till, 't1', [record('category', 'hot', { name: 'Hot' })])
    expect(await lastOf(till)).toMatchObject([{ hlc: hlcOf(NOON, 0), wall: NOON - 5_000, off: 5_000 }])
  })

  test.each([
    ['an id that cannot travel', record('category', 'my category', { name: 'Hot' })],
    ['a payload that is too large', record('category', 'hot', { name: 'x'.repeat(600_000) })],
    [
      'a payload that its own type refuses',
      {
        ent: { type: 'item' as const, id: 'i1' },
        event: { type: 'item_qty_set' as const, payload: { qty: 0 } },
      },
    ],
  ])('[SYNC16] with %s is a bug, said at once: nothing of it is written', async (_, draft) => {
    const till = await openReplica('till')
    await expect(write(till, 't1', [draft])).rejects.toThrow('assertion failed')
    expect(await journalOf(till.db)).toEqual([])
    expect((await till.heads()).size).toBe(0)
  })
})

describe('taking in', () => {
  test('[SYNC2] the same page twice changes nothing', async () => {
    const log = chain('till', [{}, {}, {}])
    const replica = await openReplica('server')
    expect(await replica.ingest(log, NOON)).toMatchObject({ accepted: log, setAside: 0, forks: [] })
    const before = await tablesOf(replica.db)
    expect(await replica.ingest(log, NOON)).toMatchObject({ accepted: [], setAside: 0, forks: [] })
    expect(await tablesOf(replica.db)).toBe(before)
    expect(await journalOf(replica.db)).toHaveLength(3)
  })

  test('[SYNC3] another event under a known number is a fork: kept aside, named, and never in the way', async () => {
    const log = chain('till', [{}, {}])
    const clone = chain('till', [{}, { payload: '{"position":77}' }])
    const replica = await openReplica('server')
    await replica.ingest(log, NOON)
    expect(await replica.ingest(clone, NOON)).toMatchObject({ accepted: [], forks: ['till'], setAside: 1 })
    expect(await replica.ingest(clone, NOON)).toMatchObject({ forks: ['till'] })
    expect(await quarantined(replica)).toMatchObject([
      { dev: 'till', seq: 2, reason: 'fork', body: JSON.stringify(clone[1]), received_at: NOON },
    ])
    const next = chain('till', [{}], log[1])
    expect(await replica.ingest(next, NOON)).toMatchObject({ accepted: next })
  })

  test('[SYNC7] a payload that makes no sense is kept aside, and the sequence goes on', async () => {
    const log = chain('till', [
      { payload: '{"position":1}' },
      { payload: 'not json' },
      { type: 'item_qty_set', entType: 'item', entId: 'i1', payload: '{"qty":-1}' },
      { payload: '{"position":4}' },
    ])
    const replica = await openReplica('server')
    expect(await replica.ingest(log, NOON)).toMatchObject({ accepted: log, setAside: 0 })
    expect((await replica.heads()).get('till')?.seq).toBe(4)
    expect(await quarantined(replica)).toMatchObject([
      { seq: 2, reason: 'broken_payload', body: JSON.stringify(log[1]) },
      { seq: 3, reason: 'broken_payload', body: JSON.stringify(log[2]) },
    ])
    const [hot] = (await readEntities(replica.db, STORE, [{ type: 'category', id: 'hot' }])).values()
    expect(hot).toMatchObject({ state: { position: 4 }, readOnly: false })
  })

  test('[SYNC7] what makes no sense, or is newer, never reaches what follows from events', async () => {
    const seen: Envelope[] = []
    const replica = await openReplica('server', {
      onAppend: async (_tx, events) => void seen.push(...events),
    })
    const log = chain('till', [
      {},
      { type: 'receipt_requested', entType: 'order', entId: 'o1', payload: 'not json' },
      { type: 'receipt_requested', entType: 'order', entId: 'o1', v: 2, payload: '{"copy":0.5}' },
      {},
    ])
    expect(await replica.ingest(log, NOON)).toMatchObject({ accepted: log })
    expect(seen).toEqual([log[0], log[3]])
  })

  test('[SYNC7] what is set aside is kept word for word, however long', async () => {
    const [long] = chain('till', [{ payload: `{"note":"${'ç'.repeat(300_000)}"}` }])
    const changed = { ...long, wall: 5 }
    const replica = await openReplica('server')
    await replica.ingest([changed], NOON)
    expect((await quarantined(replica))[0]?.body).toBe(JSON.stringify(changed))
  })

  test('[SYNC7] text that a database cannot hold is kept in the journal and never stops the rest', async () => {
    const log = chain('till', [{ payload: '{"name":"a\\u0000b \\ud83d","position":1}' }, {}])
    const replica = await openReplica('server')
    expect(await replica.ingest(log, NOON)).toMatchObject({ accepted: log })
    expect(await lastOf(replica)).toEqual(log)
    const rows = await replica.db.selectFrom('categories').select('name').execute()
    expect(rows).toEqual([{ name: 'ab \ufffd' }])
  })
})

describe('an event of a newer program', () => {
  async function withNewer(over: Partial<Envelope>) {
    const till = await seededReplica('till')
    await run(till, 't1', openOrder('o1'))
    await run(till, 't2', addTea('o1', 'i1'))
    await run(till, 't3', pay('o1', 'p1', 100))
    const log = chain('phone', [
      { hlc: hlcOf(NOON + 1, 0), entType: 'order', entId: 'o1', payload: '{"deep":{"x":[1,"é"]}}', ...over },
    ])
    expect(await till.ingest(log, NOON)).toMatchObject({ accepted: log, setAside: 0 })
    return { till, log }
  }

  test('[SYNC5] is kept and passed on word for word, and not folded', async () => {
    const { till, log } = await withNewer({ type: 'order_seated', v: 3 })
    expect((await lastOf(till)).at(-1)).toEqual(log[0])
    expect((await journalOf(till.db)).at(-1)).toMatchObject({ folded: 0, payload: '{"deep":{"x":[1,"é"]}}' })
    expect(await quarantined(till)).toEqual([])
  })

  test.each([
    ['order', 'o1'],
    ['item', 'i1'],
    ['payment', 'p1'],
  ])('[SYNC5] makes the order read-only when it is critical, on its %s', async (entType, entId) => {
    const { till } = await withNewer({ type: 'something_new', entType, entId, crit: true })
    const command = { type: 'set_covers', orderId: 'o1', covers: 3 } as const
    expect(await runCommand(till, { id: 't9', actor: WAITER, command, now: NOON })).toEqual({
      ok: false,
      error: { code: 'order_read_only', rule: 'SYNC5' },
    })
  })

  test('[SYNC5] leaves the order editable when it is not critical', async () => {
    const { till } = await withNewer({ type: 'order_perfumed', crit: false })
    await run(till, 't9', { type: 'set_covers', orderId: 'o1', covers: 3 })
  })

  test('[SYNC5] a known type in a higher version is newer too', async () => {
    const { till } = await withNewer({ type: 'order_covers_set', v: 2, crit: true, payload: '{"adults":2}' })
    expect(await readBill(till.db, STORE, 'o1')).toMatchObject({ readOnly: true, order: { covers: 2 } })
  })

  test('[SYNC5] of an entity nobody here knows is kept too', async () => {
    const { till, log } = await withNewer({ type: 'voucher_sold', entType: 'voucher', entId: 's1' })
    expect((await lastOf(till)).at(-1)).toEqual(log[0])
    const [shift] = (await readEntities(till.db, STORE, [{ type: 'voucher', id: 's1' }])).values()
    expect(shift).toMatchObject({ state: null, readOnly: true })
    expect(shift?.last.hlc).not.toBe(HLC_ZERO)
  })
})
