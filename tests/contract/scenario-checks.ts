import { sql } from 'kysely'
import { readDay } from '#reports/day.ts'
import type { Tx } from '#database/schema.ts'
import { RECORD_TABLES } from '#database/projections/record-rows.ts'
import type { ConnectionSource } from '#database/connection.ts'
import type { Replica } from '#sync/replica.ts'
import { addTea, MANAGER, NOON, open, openOrder, pay, replicaOn, run, seed, STORE } from './cafe.ts'
import { equal, holds, type DatabaseCheck } from './check.ts'

const HOUR = 3_600_000

/** A small day: dinner for two, paid half and half; a takeaway in cash; one order left open; one at night. */
export async function cafeDay(source: ConnectionSource): Promise<Replica> {
  const till = replicaOn(await open(source), 'till')
  await seed(till)
  const evening = { now: NOON + 8 * HOUR }
  await run(till, '1', openOrder('o1', 't1'), evening)
  await run(till, '2', addTea('o1', 'i1', 2, 'açúcar à parte'), evening)
  await run(till, '3', addTea('o1', 'i2'), evening)
  await run(till, '4', { type: 'set_item_qty', orderId: 'o1', itemId: 'i2', qty: 3 }, evening)
  await run(till, '5', { type: 'send_order', orderId: 'o1' }, evening)
  const itemIds = ['i1', 'i2']
  await run(till, '6', { type: 'set_preparation', orderId: 'o1', itemIds, preparation: 'ready' }, evening)
  const cold = { type: 'void_item', kind: 'wasted', orderId: 'o1', itemId: 'i1', reason: 'cold' } as const
  await run(till, '7', cold, { ...evening, actor: MANAGER })
  await run(till, '8', pay('o1', 'p1', 300, 'card'), evening)
  await run(till, '9', pay('o1', 'p2', 450), evening)
  await run(till, '10', openOrder('o2'))
  await run(till, '11', addTea('o2', 'i3'))
  await run(till, '12', { ...pay('o2', 'p3', 250), tendered: 2_000 } as ReturnType<typeof pay>)
  await run(till, '13', openOrder('o3', 't2'))
  // 02:00: still the same business day.
  await run(till, '14', openOrder('o4'), { now: NOON + 14 * HOUR })
  await run(till, '15', addTea('o4', 'i4'), { now: NOON + 14 * HOUR })
  await run(till, '16', pay('o4', 'p4', 250), { now: NOON + 14 * HOUR })
  return till
}

// By rate: each order’s VAT alone. 750 × 23 / 123 = 140.24 → 140; 250 × 23 / 123 = 46.75 → 47, twice: 234.
const REPORT = {
  businessDate: '2026-11-20',
  currency: 'EUR',
  orders: 3,
  gross: 1_250,
  net: 1_016,
  tax: 234,
  taxes: [{ id: 'vat-23', name: 'IVA 23%', ratePpm: 230_000, inclusive: true, net: 1_016, tax: 234 }],
  methods: [
    { method: 'card', count: 1, amount: 300 },
    { method: 'cash', count: 3, amount: 950 },
  ],
  items: [{ menuItemId: 'tea', name: 'Tea', qty: 5, amount: 1_250 }],
  hours: [
    { hour: 2, orders: 1, gross: 250 },
    { hour: 12, orders: 1, gross: 250 },
    { hour: 20, orders: 1, gross: 750 },
  ],
}

async function countIn(tx: Tx, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(tx)
  return Number(rows[0]?.count)
}

export const scenarioChecks: readonly DatabaseCheck[] = [
  {
    name: '[REPORT1] a day in the café gives one report',
    run: async (source) => {
      const till = await cafeDay(source)
      const { report, bills } = await readDay(till.db, STORE, '2026-11-20')
      equal(report, REPORT, 'the report')
      equal(
        bills.map(({ order }) => order.id),
        ['o2', 'o1', 'o4', 'o3'],
        'its orders',
      )
      equal(
        bills.map(({ order }) => order.number),
        ['A-002', 'A-001', 'A-004', 'A-003'],
        'their numbers',
      )
      equal((await readDay(till.db, STORE, '2026-11-21')).report.orders, 0, 'orders of the day after')
    },
  },
  {
    name: '[SYNC6] every kind of entity has its row',
    run: async (source) => {
      const till = await cafeDay(source)
      const tables = [...Object.values(RECORD_TABLES), 'orders', 'order_items', 'payments']
      await till.db.transaction().execute(async (tx) => {
        for (const table of tables) holds((await countIn(tx, table)) > 0, `no row in ${table}`)
      })
      const [line] = await till.db.selectFrom('order_items').selectAll().where('id', '=', 'i1').execute()
      equal(
        line,
        {
          store: STORE,
          id: 'i1',
          order_id: 'o1',
          menu_item_id: 'tea',
          name: 'Tea',
          station_id: 'bar',
          unit_price: 250,
          qty: 0,
          note: 'açúcar à parte',
          status: 'voided',
          preparation: 'ready',
          sent_at: NOON + 8 * HOUR,
          prepared_at: NOON + 8 * HOUR,
        },
        'the row of a line',
      )
    },
  },
]
