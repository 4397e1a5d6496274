import type { Envelope } from '#domain/event/envelope.ts'
import { dropBase, readBases, writeBases } from '#database/bases.ts'
import type { ConnectionSource } from '#database/connection.ts'
import { readHistories, readWholeHistories, type HistoryMark } from '#database/histories.ts'
import type { Ref } from '#database/queries/day-rows.ts'
import {
  readBookRefs,
  readDateRefs,
  readFamily,
  readLastZ,
  readMissingOrders,
  readStartRefs,
  readUnopened,
} from '#database/queries/history-refs.ts'
import { hashEvent } from '#sync/chain.ts'
import type { Replica } from '#sync/replica.ts'
import { addTea, MANAGER, NOON, openOrder, pay, run, seeded, STORE } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

const DATE = '2026-11-20'
const manager = { actor: MANAGER }

/** Two days: a bill that is paid, merged from two, and one that is open; a drawer and a Z. */
async function withPast(source: ConnectionSource): Promise<Replica> {
  const till = await seeded(source)
  const before = { now: NOON - 86_400_000 }
  await run(
    till,
    '1',
    { type: 'open_shift', shiftId: 's1', drawer: 'till', float: 0 },
    { ...manager, ...before },
  )
  for (const id of ['o1', 'o2']) {
    await run(till, `open-${id}`, openOrder(id), before)
    await run(till, `add-${id}`, addTea(id, `${id}-tea`), before)
  }
  await run(till, '2', { type: 'merge_orders', orderId: 'o2', into: 'o1', reason: '' }, before)
  await run(till, '3', pay('o1', 'p1', 500), before)
  await run(till, '4', openOrder('o3'))
  await run(till, '5', addTea('o3', 'o3-tea'))
  return till
}

const named = (refs: readonly Ref[]): readonly string[] =>
  [...new Set(refs.map(({ type, id }) => `${type} ${id}`))].sort()

const sales = (refs: readonly Ref[]): readonly string[] =>
  named(refs).filter((name) => /^(order|item|payment|shift|day|check_out) /.test(name))

const BILL = ['item o1-tea', 'item o2-tea', 'order o1', 'order o2', 'payment p1']

/** Something of an entity whose beginning is not here. */
function stray(entType: string, entId: string, type: string, payload: string): Envelope {
  const unsealed = {
    store: STORE,
    dev: `far-${entId}`,
    seq: 1,
    txn: { id: `txn-${entId}`, i: 0, n: 1 },
    hlc: '0001000000000000' as Envelope['hlc'],
    wall: NOON,
    off: 0,
    actor: 'ana',
    entType,
    entId,
    type,
    v: 1,
    crit: false,
    payload,
    prev: '0'.repeat(64),
  }
  return { ...unsealed, hash: hashEvent(unsealed) }
}

export const pastChecks: readonly DatabaseCheck[] = [
  {
    name: '[SNAP1] what a new device needs: every record, what is open, a date, a family, whole bills each',
    run: async (source) => {
      const till = await withPast(source)
      const { db } = till
      const start = await readStartRefs(db, STORE)
      equal(sales(start), ['item o3-tea', 'order o3', 'payment p1', 'shift s1'], 'what is open')
      equal(named(start).includes('menu_item tea') && named(start).includes('user ana'), true, 'the records')
      equal(
        sales(await readDateRefs(db, STORE, '2026-11-19')),
        [...BILL.slice(0, 2), 'day 2026-11-19', ...BILL.slice(2)].sort().concat('shift s1'),
        'a date',
      )
      equal(sales(await readDateRefs(db, STORE, DATE)), [`day ${DATE}`, 'item o3-tea', 'order o3'], 'today')
      equal(named(await readFamily(db, STORE, { type: 'payment', id: 'p1' })), BILL, 'a payment’s family')
      equal(named(await readFamily(db, STORE, { type: 'item', id: 'o2-tea' })), BILL, 'an item’s')
      equal(named(await readFamily(db, STORE, { type: 'tax', id: 'vat-23' })), ['tax vat-23'], 'a record’s')
      equal(await readStartRefs(db, 'other'), [], 'of another store')
    },
  },
  {
    name: '[SNAP6] [ZDAY2] the last Z of a letter, by its number, also where another’s stands',
    run: async (source) => {
      const till = await seeded(source)
      for (const [id, number, others] of [
        ['2026-11-01', 'A-Z9', ''],
        ['2026-11-02', 'A-Z10', 'B-Z41 D-Z3'],
        ['2026-11-03', 'B-Z40', ''],
      ] as const) {
        await till.db
          .insertInto('days')
          .values({
            store: STORE,
            id,
            number,
            other_numbers: others,
            business_date: id,
            closed_at: 1,
            closed_by: 'rui',
            net: 0,
            tax: 0,
          })
          .execute()
      }
      equal(await readLastZ(till.db, STORE, 'A'), { id: '2026-11-02', number: 'A-Z10' }, 'of A')
      equal(await readLastZ(till.db, STORE, 'B'), { id: '2026-11-02', number: 'B-Z41' }, 'kept beside A’s')
      equal(await readLastZ(till.db, STORE, 'D'), { id: '2026-11-02', number: 'D-Z3' }, 'never first')
      equal(await readLastZ(till.db, STORE, 'C'), null, 'of C')
      equal(
        named(await readBookRefs(till.db, STORE)),
        ['day 2026-11-01', 'day 2026-11-02', 'day 2026-11-03'],
        'the books',
      )
    },
  },
  {
    name: '[SNAP5] what is not held is found: entities without their beginning, lines without their order',
    run: async (source) => {
      const till = await seeded(source)
      await run(till, '1', openOrder('o1'))
      await run(till, '2', addTea('o1', 'i1'))
      equal(
        [await readUnopened(till.db, STORE), await readMissingOrders(till.db, STORE)],
        [[], []],
        'at first',
      )
      const [added] = await readHistories(till.db, STORE, [{ type: 'item', id: 'i1' }], null).then(
        ({ events }) => events,
      )
      const payload = (added?.payload ?? '').replace('"o1"', '"o9"')
      await till.ingest(
        [
          stray('order', 'o8', 'order_covers_set', '{"covers":3}'),
          stray('item', 'i9', 'item_added', payload),
        ],
        NOON,
      )
      equal(await readUnopened(till.db, STORE), [{ type: 'order', id: 'o8' }], 'without a beginning')
      equal(await readMissingOrders(till.db, STORE), [{ type: 'order', id: 'o9' }], 'without an order')
    },
  },
  {
    name: '[SNAP2] histories come entity by entity, in pages that go on where the last one ended',
    run: async (source) => {
      const till = await withPast(source)
      const refs = await readDateRefs(till.db, STORE, '2026-11-19')
      const whole = (await readHistories(till.db, STORE, refs, null)).events
      const paged: Envelope[] = []
      let after: HistoryMark | null = null
      for (let pages = 0; pages < 100; pages += 1) {
        const page: Awaited<ReturnType<typeof readHistories>> = await readHistories(
          till.db,
          STORE,
          refs,
          after,
          2,
        )
        paged.push(...page.events)
        if (page.next === null) break
        after = page.next
      }
      equal(paged, whole, 'the pages')
      const order = whole.map(({ entType, entId, hlc }) => `${entType} ${entId} ${hlc}`)
      equal(order, [...order].sort(), 'their order')
      const map = await readWholeHistories(till.db, STORE, refs)
      equal(
        map.get('payment:p1'),
        whole.filter(({ entId }) => entId === 'p1'),
        'one history',
      )
    },
  },
  {
    name: '[SNAP2] bases are kept by device and store, replaced and dropped',
    run: async (source) => {
      const till = await seeded(source)
      const bases = new Map([
        ['a', { seq: 3, hash: 'x' }],
        ['b', { seq: 9, hash: 'y' }],
      ])
      await till.db.transaction().execute(async (tx) => {
        await writeBases(tx, STORE, bases)
        await writeBases(tx, STORE, new Map([['a', { seq: 4, hash: 'z' }]]))
        await dropBase(tx, STORE, 'b')
      })
      equal([...(await readBases(till.db, STORE))], [['a', { seq: 4, hash: 'z' }]], 'the bases')
      equal([...(await readBases(till.db, 'other'))], [], 'of another store')
    },
  },
]
