import { describe, expect, it } from 'vitest'
import { openDatabase } from '#database/open.ts'
import { readBill } from '#database/queries/bill.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { answerExchange } from '#sync/answer.ts'
import { createSyncClient } from '#sync/client.ts'
import { createReplica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'

const NOW = Date.UTC(2026, 10, 20, 12)

async function openReplica(dev: string) {
  const opened = await openDatabase(openSqlite(':memory:'))
  if (!opened.ok) throw new Error(opened.error.code)
  return createReplica({
    store: 'store-1',
    dev,
    database: opened.value,
    clock: { wall: () => NOW, offset: () => 0 },
  })
}

describe('a device and a server', () => {
  it('come to the same bill through exchanges', async () => {
    const server = await openReplica('server')
    const till = await openReplica('till')
    const seeded = await server.act({
      txnId: 'seed',
      actor: 'server',
      decide: async () => ({
        ok: true as const,
        value: [
          {
            ent: { type: 'settings' as const, id: 'settings' },
            event: {
              type: 'record_changed' as const,
              payload: {
                name: 'X',
                currency: { code: 'EUR', exponent: 2 },
                zone: 'Europe/Lisbon',
                cutoverHour: 4,
                taxScope: 'rate',
                taxRounding: 'half_up',
                receiptPrinterId: 'p',
              },
            },
          },
          {
            ent: { type: 'device' as const, id: 'till' },
            event: { type: 'record_changed' as const, payload: { letter: 'A', active: true } },
          },
          {
            ent: { type: 'menu_item' as const, id: 'm1' },
            event: {
              type: 'record_changed' as const,
              payload: {
                name: 'Tea',
                price: 250,
                taxIds: [],
                categoryId: 'c',
                stationId: 's',
                active: true,
                available: true,
              },
            },
          },
        ],
      }),
    })
    expect(seeded.ok).toBe(true)
    const client = createSyncClient({
      replica: till,
      now: () => NOW,
      onReply: async () => {},
      onEvents: () => {},
    })
    const transport = {
      exchange: async (request: Parameters<typeof answerExchange>[2]) => {
        const answered = await answerExchange(server, 'store', JSON.parse(JSON.stringify(request)), NOW)
        if (!answered.ok) throw new Error(answered.error.code)
        return JSON.parse(JSON.stringify(answered.value.reply))
      },
    }
    while (await client.step(transport));
    const actor = { id: 'ana', role: 'waiter' as const }
    const run = (id: string, command: Parameters<typeof runCommand>[1]['command']) =>
      runCommand(till, { id, actor, command, now: NOW })
    expect(
      await run('t1', { type: 'open_order', orderId: 'o1', service: 'dine_in', tableId: null, covers: 2 }),
    ).toMatchObject({ ok: true })
    expect(
      await run('t2', { type: 'add_item', orderId: 'o1', itemId: 'i1', menuItemId: 'm1', qty: 2, note: '' }),
    ).toMatchObject({ ok: true })
    expect(
      await run('t3', {
        type: 'take_payment',
        orderId: 'o1',
        paymentId: 'p1',
        method: 'cash',
        amount: 500,
        tendered: 1000,
      }),
    ).toMatchObject({ ok: true })
    while (await client.step(transport));
    const here = await readBill(till.db, 'store-1', 'o1')
    const there = await readBill(server.db, 'store-1', 'o1')
    expect(there).toEqual(here)
    expect(there?.order).toMatchObject({ status: 'closed', number: 'A-001', sale: { total: 500 } })
  })
})
