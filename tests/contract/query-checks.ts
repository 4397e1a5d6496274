import type { Replica } from '#sync/replica.ts'
import { readKitchenOrderIds } from '#database/queries/kitchen.ts'
import { readOtherLogs } from '#database/queries/left-behind.ts'
import {
  deleteLocal,
  readLocal,
  readLocals,
  writeLocal,
  writeLocals,
} from '#database/queries/local-values.ts'
import { readFloorRows, readMenuRows } from '#database/queries/menu.ts'
import {
  countNumbers,
  readOpenOrderIds,
  readOrderIdsOfDay,
  readTableOrderId,
} from '#database/queries/orders.ts'
import { readOrderEntities } from '#database/queries/order-entities.ts'
import { readBill, readBills } from '#database/queries/bill.ts'
import { readLastChanger } from '#database/queries/record-changes.ts'
import { readRecord, readRecords, readSettings } from '#database/queries/records.ts'
import { readWaiting } from '#database/queries/unacknowledged.ts'
import type { ConnectionSource } from '#database/connection.ts'
import {
  addTea,
  MANAGER,
  NOON,
  open,
  openOrder,
  pay,
  record,
  replicaOn,
  run,
  seed,
  seeded,
  STORE,
  write,
} from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

const MINUTE = 60_000

/** o1 open on table 1; o2 opened before it, on table 2; o3 closed; o4 cancelled; o5 of the day before. */
async function withOrders(source: ConnectionSource): Promise<Replica> {
  const till = await seeded(source)
  const at = (minutes: number) => ({ now: NOON + minutes * MINUTE })
  await run(till, '1', openOrder('o1', 't1'), at(2))
  await run(till, '2', openOrder('o2', 't2'), at(1))
  await run(till, '3', openOrder('o3'), at(3))
  await run(till, '4', addTea('o3', 'i3'), at(3))
  await run(till, '5', pay('o3', 'p3', 250), at(5))
  await run(till, '6', openOrder('o4'), at(4))
  await run(till, '7', { type: 'cancel_order', orderId: 'o4', reason: '' }, at(4))
  await run(till, '8', openOrder('o5'), at(-24 * 60))
  return till
}

const floorAndMenu: readonly DatabaseCheck[] = [
  {
    name: '[SYNC18] the menu is what is active, by position, then id',
    run: async (source) => {
      const till = await seeded(source)
      await write(till, 'more', [
        record('category', 'cold', { name: 'Cold', position: 0, color: 'teal', active: true }),
        record('category', 'gone', { name: 'Gone', position: 0, color: 'red', active: false }),
        record('menu_item', 'Ale', {
          name: 'Ale',
          categoryId: 'cold',
          price: 300,
          position: 1,
          active: true,
        }),
        record('menu_item', 'gone', {
          name: 'Gone',
          categoryId: 'cold',
          price: 1,
          position: 0,
          active: false,
        }),
      ])
      const { categories, items } = await readMenuRows(till.db, STORE)
      equal(
        categories,
        [
          { id: 'cold', name: 'Cold', color: 'teal' },
          { id: 'hot', name: 'Hot drinks', color: 'amber' },
        ],
        'categories',
      )
      const ale = { id: 'Ale', name: 'Ale', category_id: 'cold', price: 300, picture: '', available: 0 }
      const tea = { id: 'tea', name: 'Tea', category_id: 'hot', price: 250, picture: 'tea', available: 1 }
      equal(items, [ale, tea], 'items')
      equal(await readMenuRows(till.db, 'store-2'), { categories: [], items: [] }, 'another store')
    },
  },
  {
    name: '[SYNC18] the floor is what is active, by position',
    run: async (source) => {
      const till = await seeded(source)
      await write(till, 'more', [
        record('area', 'terrace', { name: 'Terrace', position: 0, active: true }),
        record('table', 't0', { name: '0', areaId: 'inside', seats: 1, position: 0, active: false }),
      ])
      const { areas, tables } = await readFloorRows(till.db, STORE)
      equal(
        areas,
        [
          { id: 'terrace', name: 'Terrace' },
          { id: 'inside', name: 'Inside' },
        ],
        'areas',
      )
      equal(
        tables,
        [
          { id: 't1', name: '1', area_id: 'inside', seats: 4 },
          { id: 't2', name: '2', area_id: 'inside', seats: 2 },
        ],
        'tables',
      )
    },
  },
  {
    name: '[RECORD1] records are read one or all, and settings once they are complete',
    run: async (source) => {
      const till = replicaOn(await open(source), 'till')
      equal(await readSettings(till.db, STORE), null, 'settings of nobody')
      await write(till, 'half', [record('settings', 'settings', { name: 'X', zone: 'Europe/Lisbon' })])
      equal(await readSettings(till.db, STORE), null, 'half settings')
      await seed(till)
      equal((await readSettings(till.db, STORE))?.currency, { code: 'EUR', exponent: 2 }, 'currency')
      equal((await readRecord(till.db, STORE, 'table', 't2'))?.seats, 2, 'one table')
      equal(await readRecord(till.db, STORE, 'table', 't9'), null, 'no table')
      equal(await readRecord(till.db, 'store-2', 'table', 't2'), null, 'a table of another store')
      equal(
        (await readRecords(till.db, STORE, 'device')).map(({ id }) => id),
        ['phone', 'till'],
        'devices',
      )
    },
  },
]

const orders: readonly DatabaseCheck[] = [
  {
    name: '[ORDER4] open orders come oldest first, and a table knows its own',
    run: async (source) => {
      const till = await withOrders(source)
      equal(await readOpenOrderIds(till.db, STORE), ['o5', 'o2', 'o1'], 'open orders')
      equal(await readOpenOrderIds(till.db, 'store-2'), [], 'of another store')
      equal(await readTableOrderId(till.db, STORE, 't1'), 'o1', 'order on table 1')
      equal(await readTableOrderId(till.db, STORE, 't9'), null, 'order on table 9')
    },
  },
  {
    name: '[ORDER2] of two orders on one table, the older is the table’s',
    run: async (source) => {
      const database = await open(source)
      const till = replicaOn(database, 'till')
      await seed(till)
      await run(till, '1', openOrder('o1'), { now: NOON + MINUTE })
      await run(till, '2', openOrder('o2'), { now: NOON })
      const moved = { type: 'order_table_set', payload: { tableId: 't1' } } as const
      await write(till, '3', [
        { ent: { type: 'order', id: 'o1' }, event: moved },
        { ent: { type: 'order', id: 'o2' }, event: moved },
      ])
      equal(await readTableOrderId(till.db, STORE, 't1'), 'o2', 'order on table 1')
    },
  },
  {
    name: '[REPORT1] the orders of a day: closed in the order of closing, then the others opened that day',
    run: async (source) => {
      const till = await withOrders(source)
      equal(await readOrderIdsOfDay(till.db, STORE, '2026-11-20'), ['o3', 'o2', 'o1', 'o4'], 'today')
      equal(await readOrderIdsOfDay(till.db, STORE, '2026-11-19'), ['o5'], 'yesterday')
      equal(await readOrderIdsOfDay(till.db, STORE, '2026-11-21'), [], 'tomorrow')
    },
  },
  {
    name: '[ORDER8] numbers are counted by letter and day, upper and lower case apart',
    run: async (source) => {
      const till = await withOrders(source)
      equal(await countNumbers(till.db, STORE, '2026-11-20', 'A'), 4, 'A today')
      equal(await countNumbers(till.db, STORE, '2026-11-19', 'A'), 1, 'A yesterday')
      for (const other of ['a', 'B', '_', '%', '', 'A-0']) {
        equal(await countNumbers(till.db, STORE, '2026-11-20', other), 0, `numbers of ${other}`)
      }
    },
  },
  {
    name: '[BILL1] a bill has its lines in the order of adding and its payments in the order of taking',
    run: async (source) => {
      const till = await seeded(source)
      await run(till, '1', openOrder('o1'))
      await run(till, '2', addTea('o1', 'z-first', 2), { now: NOON })
      await run(till, '3', addTea('o1', 'a-later'), { now: NOON + MINUTE })
      await run(till, '4', pay('o1', 'z-paid', 100), { now: NOON + 2 * MINUTE })
      await run(till, '5', pay('o1', 'a-paid', 50, 'card'), { now: NOON + 3 * MINUTE })
      await run(till, '6', openOrder('o2'))
      const bill = await readBill(till.db, STORE, 'o1')
      equal(
        bill?.items.map(({ id }) => id),
        ['z-first', 'a-later'],
        'lines',
      )
      equal(
        bill?.payments.map(({ id }) => id),
        ['z-paid', 'a-paid'],
        'payments',
      )
      equal(bill?.readOnly, false, 'read-only')
      equal(await readBill(till.db, STORE, 'o9'), null, 'no order')
      equal(await readBill(till.db, 'store-2', 'o1'), null, 'an order of another store')
      const bills = await readBills(till.db, STORE, ['o2', 'o9', 'o1'])
      equal(
        bills.map(({ order }) => order.id),
        ['o2', 'o1'],
        'several bills',
      )
      equal(await readBills(till.db, STORE, []), [], 'no bills')
    },
  },
  {
    name: '[SYNC18] orders and their items are read as entities, with the key of their last event',
    run: async (source) => {
      const till = await withOrders(source)
      await run(till, '9', addTea('o1', 'i1'))
      const found = await readOrderEntities(till.db, STORE, ['o1', 'o3', 'o9'])
      const heads = await till.heads()
      equal(
        found.map(({ type, id }) => `${type} ${id}`),
        ['order o1', 'order o3', 'item i1', 'item i3'],
        'orders and items',
      )
      equal(
        found.find(({ id }) => id === 'i1')?.last.seq,
        heads.get('till')?.seq,
        'the last event of an item',
      )
      equal(await readOrderEntities(till.db, 'store-2', ['o1']), [], 'of another store')
      equal(await readOrderEntities(till.db, STORE, []), [], 'no orders')
    },
  },
  {
    name: '[KITCHEN2] the kitchen sees what it has not finished, and what it finished lately',
    run: async (source) => {
      const till = await seeded(source)
      for (const id of ['new', 'sent', 'ready', 'old', 'void']) {
        await run(till, `open-${id}`, openOrder(`o-${id}`))
        await run(till, `add-${id}`, addTea(`o-${id}`, `i-${id}`))
        if (id !== 'new') await run(till, `send-${id}`, { type: 'send_order', orderId: `o-${id}` })
      }
      const ready = (id: string, now: number) =>
        run(
          till,
          `ready-${id}`,
          { type: 'set_preparation', orderId: `o-${id}`, itemIds: [`i-${id}`], preparation: 'ready' },
          { now },
        )
      await ready('ready', NOON)
      await ready('old', NOON - MINUTE)
      await run(
        till,
        'void-void',
        { type: 'void_item', kind: 'wasted', orderId: 'o-void', itemId: 'i-void', reason: 'cold' },
        { actor: MANAGER },
      )
      const ids = await readKitchenOrderIds(till.db, STORE, NOON)
      equal([...ids].sort(), ['o-ready', 'o-sent', 'o-void'], 'orders in the kitchen')
      const later = await readKitchenOrderIds(till.db, STORE, NOON + 24 * 60 * MINUTE)
      equal([...later], ['o-sent'], 'a day later')
      equal(await readKitchenOrderIds(till.db, 'store-2', 0), [], 'in another kitchen')
    },
  },
]

const changes: readonly DatabaseCheck[] = [
  {
    name: '[RECORD8] who changed a field last is told from the journal, and nothing of other fields or stores',
    run: async (source) => {
      const till = await seeded(source)
      const table = { type: 'table', id: 'tx' }
      await write(till, 'new', [record('table', 'tx', { name: 'TX', seats: 4, active: true })])
      const save = { type: 'save_record', recordType: 'table', recordId: 'tx' } as const
      await run(till, '1', { ...save, fields: { seats: 6 } }, { actor: MANAGER })
      equal(
        [
          await readLastChanger(till.db, STORE, table, ['seats']),
          await readLastChanger(till.db, STORE, table, ['name']),
          await readLastChanger(till.db, STORE, table, ['name', 'seats']),
          await readLastChanger(till.db, STORE, table, ['colour']),
          await readLastChanger(till.db, 'store-2', table, ['seats']),
        ],
        [MANAGER.id, 'server', MANAGER.id, null, null],
        'the last who named it',
      )
    },
  },
]

const local: readonly DatabaseCheck[] = [
  {
    name: '[SYNC10] what waits for an acknowledgement is counted, with the age of the oldest',
    run: async (source) => {
      const till = await seeded(source)
      const seeds = (await till.heads()).get('till')?.seq ?? 0
      equal(await readWaiting(till.db, STORE, 'till', seeds), { count: 0, oldestAt: null }, 'nothing waits')
      await run(till, '1', openOrder('o1'))
      equal(await readWaiting(till.db, STORE, 'till', seeds), { count: 1, oldestAt: NOON }, 'one waits')
      equal(
        await readWaiting(till.db, STORE, 'till', seeds + 9),
        { count: 0, oldestAt: null },
        'acknowledged more',
      )
      equal(await readWaiting(till.db, STORE, 'nobody', 0), { count: 0, oldestAt: null }, 'an unknown device')
    },
  },
  {
    name: '[PAIR6] how far a device wrote for other stores is told by store, and nothing of other devices',
    run: async (source) => {
      const till = await seeded(source)
      const own = (await till.heads()).get('till')?.seq ?? 0
      equal(await readOtherLogs(till.db, STORE, 'till'), [], 'only this store')
      equal(
        await readOtherLogs(till.db, 'store-2', 'till'),
        [{ store: STORE, seq: own }],
        'seen from another',
      )
      equal(await readOtherLogs(till.db, 'store-2', 'nobody'), [], 'another device')
    },
  },
  {
    name: '[SYNC18] local values are kept by store and key',
    run: async (source) => {
      const { db } = await open(source)
      equal(await readLocal(db, STORE, 'token'), null, 'nothing yet')
      await writeLocal(db, STORE, 'token', 'a')
      await writeLocal(db, STORE, 'token', `b ☕ '"`)
      await writeLocal(db, '', 'token', 'c')
      equal(
        [await readLocal(db, STORE, 'token'), await readLocal(db, '', 'token')],
        [`b ☕ '"`, 'c'],
        'two stores',
      )
      await deleteLocal(db, STORE, 'token')
      equal(
        [await readLocal(db, STORE, 'token'), await readLocal(db, '', 'token')],
        [null, 'c'],
        'after deleting',
      )
      const many = new Map(Array.from({ length: 40 }, (_, n) => [`seen:${n}`, String(n)]))
      await db.transaction().execute((tx) => writeLocals(tx, STORE, many))
      await db.transaction().execute((tx) => writeLocals(tx, STORE, new Map([['seen:7', 'again']])))
      const read = await readLocals(db, STORE, [...many.keys(), 'seen:none'])
      equal([...read].length, 40, 'all that are here')
      equal([read.get('seen:7'), read.get('seen:39')], ['again', '39'], 'each its own')
      equal([...(await readLocals(db, '', ['seen:7']))], [], "not another store's")
      equal([...(await readLocals(db, STORE, []))], [], 'of none, none')
    },
  },
]

export const queryChecks: readonly DatabaseCheck[] = [...floorAndMenu, ...orders, ...changes, ...local]
