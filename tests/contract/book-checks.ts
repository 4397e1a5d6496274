import type { Draft } from '#domain/event/event.ts'
import { readBill, readBills } from '#database/queries/bill.ts'
import {
  readLastZOf,
  readCancelledIds,
  readCheckedOut,
  readCheckOutIdOf,
  readLastCheckOut,
  readPaymentsOfDay,
} from '#database/queries/days.ts'
import { readDayRows } from '#database/queries/day-rows.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { readServerClaims } from '#database/queries/server-claims.ts'
import { readDrawer, readOpenShiftOf, readOpenShifts, readShiftIdsOfDay } from '#database/queries/shifts.ts'
import type { ConnectionSource } from '#database/connection.ts'
import type { Replica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
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
  seeded,
  STORE,
  write,
} from './cafe.ts'
import { dayClosed } from '../support/shift-facts.ts'
import { equal, type DatabaseCheck } from './check.ts'

const DATE = '2026-11-20'
const manager = { actor: MANAGER }

/** A drawer with one cash sale and one cash refund in it; the till's own, for it bears the till's name. */
async function withDrawer(source: ConnectionSource): Promise<Replica> {
  const till = await seeded(source)
  await run(till, '1', { type: 'open_shift', shiftId: 's1', drawer: 'till', float: 10_000 }, manager)
  await run(till, '2', openOrder('o1'))
  await run(till, '3', addTea('o1', 'i1'))
  await run(till, '4', pay('o1', 'p1', 250))
  await run(
    till,
    '5',
    {
      type: 'refund_payment',
      orderId: 'o1',
      paymentId: 'p1',
      refundId: 'r1',
      method: 'cash',
      what: { kind: 'amount', amount: 100 },
      reason: 'cold',
    },
    manager,
  )
  return till
}

const drawers: readonly DatabaseCheck[] = [
  {
    name: '[SHIFT2] a drawer is found open, with the payments and refunds that went through it',
    run: async (source) => {
      const till = await withDrawer(source)
      equal(await readOpenShifts(till.db, STORE), [{ id: 's1', drawer: 'till' }], 'open drawers')
      equal(await readOpenShiftOf(till.db, STORE, 'till'), 's1', 'of the till')
      equal(await readOpenShiftOf(till.db, STORE, 'bar'), null, 'of another drawer')
      const later = { ...manager, now: NOON + 1 }
      await run(till, '9', { type: 'open_shift', shiftId: 's2', drawer: 'bar', float: 0 }, later)
      equal(await readShiftIdsOfDay(till.db, STORE, DATE), ['s2', 's1'], 'sessions of the day')
      equal(await readShiftIdsOfDay(till.db, STORE, '2026-11-21'), [], 'sessions of another day')
      const drawer = await readDrawer(till.db, STORE, 's1')
      equal(
        drawer?.payments.map(({ id }) => id),
        ['p1'],
        'payments',
      )
      equal(
        drawer?.payments[0]?.refunds.map(({ refundId }) => refundId),
        ['r1'],
        'refunds',
      )
      equal(await readDrawer(till.db, STORE, 's9'), null, 'an unknown session')
      equal(await readOpenShifts(till.db, 'store-2'), [], 'of another store')
    },
  },
  {
    name: '[SHIFT6] a counted and closed drawer is not open any more',
    run: async (source) => {
      const till = await withDrawer(source)
      const pieces = [{ value: 50, count: 203 }]
      await run(till, '6', { type: 'count_drawer', shiftId: 's1', pieces, blind: false }, manager)
      await run(till, '7', { type: 'close_shift', shiftId: 's1' }, manager)
      equal(await readOpenShifts(till.db, STORE), [], 'open drawers')
      const closed = (await readDrawer(till.db, STORE, 's1'))?.shift.closed
      equal([closed?.expected, closed?.counted, closed?.difference], [10_150, 10_150, 0], 'its cash')
    },
  },
]

const days: readonly DatabaseCheck[] = [
  {
    name: '[SELF1] a business date is told as sorted text, with everything that hangs on its orders',
    run: async (source) => {
      const till = await withDrawer(source)
      const { refs, lines } = await readDayRows(till.db, STORE, DATE)
      const named = refs.map(({ type, id }) => `${type} ${id}`).sort()
      equal(named, ['item i1', 'order o1', 'payment p1'], 'what is told')
      equal(lines, [...lines].sort(), 'in order')
      // Three rows with their entities, and the row of the refund.
      equal(lines.length, 7, 'lines')
      equal(await readDayRows(till.db, STORE, '2026-11-21'), { refs: [], lines: [] }, 'of another date')
    },
  },
  {
    name: '[ZDAY2] a day is closed once, with its sales, refunds and what was voided',
    run: async (source) => {
      const till = await withDrawer(source)
      await run(till, '6', { type: 'count_drawer', shiftId: 's1', pieces: [], blind: false }, manager)
      await run(till, '7', { type: 'close_shift', shiftId: 's1' }, manager)
      await run(till, '8', openOrder('o2'))
      await run(till, '9', { type: 'cancel_order', orderId: 'o2', reason: 'left' }, manager)
      await run(till, '10', { type: 'check_out', checkOutId: 'c1', declaredTips: 0 })
      equal(await readCheckedOut(till.db, STORE, DATE), ['ana'], 'checked out')
      equal(await readLastCheckOut(till.db, STORE, DATE, 'ana'), NOON, 'when')
      equal(await readLastCheckOut(till.db, STORE, DATE, 'rui'), 0, 'who did not')
      equal(await readCheckOutIdOf(till.db, STORE, DATE, 'ana'), 'c1', 'the check-out')
      equal(await readCheckOutIdOf(till.db, STORE, DATE, 'rui'), null, 'of who did not')
      equal(await readCancelledIds(till.db, STORE, DATE), ['o2'], 'cancelled')
      equal(
        (await readPaymentsOfDay(till.db, STORE, DATE)).map(({ id }) => id),
        ['p1'],
        'payments',
      )
      equal(await readPaymentsOfDay(till.db, STORE, '2026-11-21'), [], 'of another day')
      equal(await readLastZOf(till.db, STORE, 'A'), 0, 'days before')
      await run(till, '11', { type: 'close_day', businessDate: DATE }, manager)
      equal(await readLastZOf(till.db, STORE, 'A'), 1, 'days after')
      equal(await readLastZOf(till.db, STORE, 'B'), 0, 'days of another device')
      await write(till, 'unseen', [
        { ent: { type: 'day', id: DATE }, event: dayClosed({ number: 'B-Z7', businessDate: DATE }) },
      ])
      equal(await readLastZOf(till.db, STORE, 'B'), 7, '[ZDAY2] a Z that stands beside the first')
      const again = await runCommand(till, {
        id: '12',
        actor: MANAGER,
        command: { type: 'void_payment', orderId: 'o1', paymentId: 'p1', reason: 'late' },
        now: NOON,
      })
      equal(again.ok, false, 'voided after the Z')
      const reopened = await runCommand(till, {
        id: '13',
        actor: MANAGER,
        command: { type: 'reopen_order', orderId: 'o1', reason: 'late' },
        now: NOON,
      })
      equal(reopened.ok, false, 'reopened after the Z')
      const [day] = await till.db.selectFrom('days').selectAll().execute()
      equal(
        [day?.number, day?.business_date, day?.net, day?.tax],
        ['A-Z1', DATE, 203, 47],
        'the row of the day',
      )
    },
  },
]

const merges: readonly DatabaseCheck[] = [
  {
    name: '[MERGE1] what is merged into an order is on its bill, and nowhere else on the floor',
    run: async (source) => {
      const till = await seeded(source)
      for (const id of ['o1', 'o2', 'o3']) {
        await run(till, `open-${id}`, openOrder(id), { now: NOON + Number(id.slice(1)) })
        await run(till, `add-${id}`, addTea(id, `i-${id}`))
      }
      const merge = (orderId: string, into: string) =>
        run(till, `merge-${orderId}`, { type: 'merge_orders', orderId, into, reason: 'one party' })
      await merge('o3', 'o2')
      await merge('o2', 'o1')
      const bill = await readBill(till.db, STORE, 'o1')
      equal(
        bill?.items.map(({ id }) => id),
        ['i-o1', 'i-o2', 'i-o3'],
        'lines',
      )
      equal(
        bill?.merged.map(({ id }) => id),
        ['o2', 'o3'],
        'merged',
      )
      equal(await readOpenOrderIds(till.db, STORE), ['o1'], 'on the floor')
    },
  },
  {
    name: '[MERGE4] orders that tills merged in a circle stay on the floor as one, be they two or three',
    run: async (source) => {
      const till = await seeded(source)
      const ring = (id: string, into: string): Draft => {
        const payload = { into, by: 'ana', approvedBy: null, reason: '', at: NOON }
        return { ent: { type: 'order', id }, event: { type: 'order_merged', payload } }
      }
      for (const id of ['o1', 'o2', 'o3', 'o4', 'o5', 'o6']) await run(till, id, openOrder(id))
      // As it comes together from tills that did not see each other; o6 was merged into the second circle.
      await write(till, 'two', [ring('o1', 'o2'), ring('o2', 'o1')])
      await write(till, 'three', [ring('o3', 'o5'), ring('o5', 'o4'), ring('o4', 'o3'), ring('o6', 'o5')])
      equal(await readOpenOrderIds(till.db, STORE), ['o1', 'o3'], 'on the floor')
      const bills = await readBills(till.db, STORE, ['o1', 'o3'])
      equal(
        bills.map(({ merged }) => merged.map(({ id }) => id)),
        [['o2'], ['o4', 'o5', 'o6']],
        'merged',
      )
    },
  },
]

const servers: readonly DatabaseCheck[] = [
  {
    name: '[ACCESS4] who was named a server is found by the very signs, whoever said so, and of this store alone',
    run: async (source) => {
      const till = replicaOn(await open(source), 'till')
      const { db } = till
      await write(till, 'a', [record('device', 'cloud', { kind: 'server', name: 'Cloud' })])
      await write(till, 'b', [
        record('device', 'phone', { kind: 'device', name: '"kind":"server"' }),
        record('device', 'odd', { KIND: 'SERVER', Kind: 'server' }),
        record('category', 'hot', { kind: 'server' }),
      ])
      equal(await readServerClaims(db, STORE), [{ by: 'till', dev: 'cloud' }], 'claims')
      equal(await readServerClaims(db, 'store-2'), [], 'claims of another store')
    },
  },
]

export const bookChecks: readonly DatabaseCheck[] = [...drawers, ...days, ...merges, ...servers]
