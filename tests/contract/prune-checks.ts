import { openDatabase } from '#database/open.ts'
import type { ConnectionSource } from '#database/connection.ts'
import { readOrderGroups } from '#database/queries/history-refs.ts'
import {
  deleteBareTotals,
  deleteHistories,
  hasMoreEvents,
  hasOrdersClosedOn,
  readBesideOrders,
  readOrdersBefore,
  readReach,
} from '#database/queries/prune.ts'
import { readOpenings, readStockLevels, writeOpenings } from '#database/queries/stock.ts'
import type { Replica } from '#sync/replica.ts'
import { addTea, MANAGER, NOON, openOrder, pay, record, run, seeded, STORE, write } from './cafe.ts'
import { equal, holds, type DatabaseCheck } from './check.ts'

const DATE = '2026-11-20'
const BEFORE = '2026-11-19'
const DAY_MS = 86_400_000
const yesterday = { now: NOON - DAY_MS }
const START = { date: '', id: '' }

const lines = (qty: number) => [{ ingredientId: 'leaves', qty, cost: 10 }]

/** Yesterday two orders, one of them paid, a drawer and a delivery; today one order. */
async function twoDays(source: ConnectionSource): Promise<Replica> {
  const till = await seeded(source)
  const manager = { actor: MANAGER, ...yesterday }
  await run(till, '1', { type: 'open_shift', shiftId: 's1', drawer: 'till', float: 0 }, manager)
  for (const id of ['o2', 'o1']) {
    await run(till, `open-${id}`, openOrder(id), yesterday)
    await run(till, `add-${id}`, addTea(id, `${id}-tea`), yesterday)
  }
  await run(till, '2', pay('o1', 'p1', 250), yesterday)
  await run(
    till,
    '3',
    { type: 'receive_stock', stockId: 'd1', supplier: '', note: '', lines: lines(500) },
    manager,
  )
  await run(till, '4', openOrder('o3'))
  return till
}

export const pruneChecks: readonly DatabaseCheck[] = [
  {
    name: '[PRUNE1] what lies before a business date is found in its order, from a place on',
    run: async (source) => {
      const { db } = await twoDays(source)
      const [first, second] = [
        { date: BEFORE, id: 'o1' },
        { date: BEFORE, id: 'o2' },
      ]
      equal(await readOrdersBefore(db, STORE, DATE, START, 1), [first], 'the first')
      equal(await readOrdersBefore(db, STORE, DATE, first, 9), [second], 'those after it')
      equal(await readOrdersBefore(db, STORE, BEFORE, START, 9), [], 'before yesterday')
      equal(await readOrdersBefore(db, 'other', DATE, START, 9), [], 'of another store')
      const beside = await readBesideOrders(db, STORE, DATE)
      equal(
        beside.map(({ type, id, date }) => `${type} ${id} ${date}`),
        [`shift s1 ${BEFORE}`, `stock d1 ${BEFORE}`],
        'beside orders',
      )
      equal(await readBesideOrders(db, STORE, BEFORE), [], 'beside orders, before yesterday')
      const closed = await Promise.all([BEFORE, DATE].map((date) => hasOrdersClosedOn(db, STORE, date)))
      equal(closed, [true, false], 'closed on')
    },
  },
  {
    name: '[PRUNE1] how far into a log some entities reach, and nothing of others goes with them',
    run: async (source) => {
      const till = await twoDays(source)
      const { db } = till
      const refs = [
        { type: 'order', id: 'o1' },
        { type: 'item', id: 'o1-tea' },
      ]
      const all = await db
        .selectFrom('journal')
        .selectAll()
        .where('store', '=', STORE)
        .orderBy('seq')
        .execute()
      const own = all.filter(({ ent_id: id }) => id === 'o1' || id === 'o1-tea')
      const last = own.at(-1)
      const whole = await readOrderGroups(db, STORE, ['o1'])
      equal(
        whole.map(({ id }) => id),
        ['o1', 'o1-tea', 'p1'],
        'the order, whole',
      )
      const reach = await db.transaction().execute((tx) => readReach(tx, STORE, refs))
      equal(
        reach,
        [{ dev: 'till', seq: last?.seq, hash: last?.hash, latest: NOON, folded: true }],
        'the reach',
      )
      equal(
        [await hasMoreEvents(db, STORE, all.length - 1), await hasMoreEvents(db, STORE, all.length)],
        [true, false],
        'more events',
      )
      await db.transaction().execute((tx) => deleteHistories(tx, STORE, refs))
      const left = await db.selectFrom('journal').select('seq').where('store', '=', STORE).execute()
      equal(left.length, all.length - own.length, 'what is left')
    },
  },
  {
    name: '[PRUNE1] the kept report of a date goes once nothing of it is here',
    run: async (source) => {
      const { db } = await twoDays(source)
      await db
        .insertInto('day_totals')
        .values(
          [BEFORE, '2026-11-01', DATE].map((business_date) => ({
            store: STORE,
            business_date,
            version: 1,
            made: 0,
            body: null,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await deleteBareTotals(db, STORE, DATE)
      const left = await db
        .selectFrom('day_totals')
        .select('business_date')
        .orderBy('business_date')
        .execute()
      equal(
        left.map((row) => row.business_date),
        [BEFORE, DATE],
        'what is left',
      )
    },
  },
  {
    name: '[PRUNE8] levels begin where a business date began, and go by a count that is later',
    run: async (source) => {
      const till = await twoDays(source)
      const { db } = till
      const manager = { actor: MANAGER }
      const level = async (): Promise<readonly number[]> =>
        (await readStockLevels(db, STORE)).map((row) => row.level)
      equal(
        await readOpenings(db, STORE, BEFORE),
        [{ id: 'leaves', level: 0, counted_at: null }],
        'before it came',
      )
      const opening = await readOpenings(db, STORE, DATE)
      equal(opening, [{ id: 'leaves', level: 500, counted_at: null }], 'the day after')
      await db
        .transaction()
        .execute((tx) => writeOpenings(tx, STORE, DATE, [{ id: 'leaves', level: 40, counted_at: 7 }]))
      equal(await level(), [40], 'from the opening on')
      await run(
        till,
        '5',
        { type: 'receive_stock', stockId: 'd2', supplier: '', note: '', lines: lines(2) },
        manager,
      )
      equal(await level(), [42], 'with what came since')
      await run(till, '6', { type: 'count_stock', stockId: 'c1', note: '', lines: lines(9) }, manager)
      equal(await level(), [9], 'by the count')
      await write(till, 'other', [record('ingredient', 'milk', { name: 'Milk', unit: 'ml', active: true })])
      equal(await level(), [0, 9], 'one that has no opening')
    },
  },
  {
    name: '[PRUNE4] a file becomes smaller once what was in it is gone',
    run: async (source) => {
      const opened = await openDatabase(source)
      if (!opened.ok || opened.value.dialect === 'postgres') return
      const { db, shrink } = opened.value
      const pages = async (): Promise<number> => {
        const session = await source.acquire()
        const { rows } = await session.execute('pragma page_count', [])
        await source.release(session)
        return Number(rows[0]?.['page_count'])
      }
      const before = await pages()
      const value = 'x'.repeat(100_000)
      await db
        .insertInto('local_values')
        .values([1, 2, 3, 4].map((key) => ({ store: STORE, key: `${key}`, value })))
        .execute()
      holds((await pages()) > before + 50, 'it grew')
      await db.deleteFrom('local_values').execute()
      let steps = 0
      while ((await shrink?.(16)) === true) steps += 1
      holds(steps > 3, 'in several steps')
      holds((await pages()) < before + 10, 'it is small again')
    },
  },
]
