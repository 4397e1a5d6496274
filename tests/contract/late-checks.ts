import type { Day } from '#domain/day/day.ts'
import { readEntities } from '#database/entities.ts'
import { readClosedDates, readRefundIds, readSoldIds } from '#database/queries/late-books.ts'
import type { Replica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { addTea, MANAGER, NOON, open, openOrder, pay, replicaOn, run, seed, STORE } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

const DATE = '2026-11-20'
const NEXT = '2026-11-21'
const A_DAY = 86_400_000
const manager = { actor: MANAGER }

async function sell(till: Replica, orderId: string, now = NOON): Promise<void> {
  await run(till, `open-${orderId}`, openOrder(orderId), { now })
  await run(till, `add-${orderId}`, addTea(orderId, `i-${orderId}`), { now })
  await run(till, `pay-${orderId}`, pay(orderId, `p-${orderId}`, 250), { now })
}

function refund(till: Replica, orderId: string, now = NOON): Promise<void> {
  const what = { kind: 'amount', amount: 100 } as const
  const ids = { orderId, paymentId: `p-${orderId}`, refundId: `r-${orderId}` }
  const command = { type: 'refund_payment', ...ids, method: 'cash', what, reason: 'cold' } as const
  return run(till, `refund-${orderId}`, command, { now, actor: MANAGER })
}

const closeDay = (businessDate: string) => ({ type: 'close_day', businessDate }) as const

async function addendaOf(till: Replica, date: string): Promise<readonly string[]> {
  const [day] = (await readEntities(till.db, STORE, [{ type: 'day', id: date }])).values()
  const addenda = (day?.state as Day | undefined)?.addenda ?? []
  return addenda.map(({ number, orderIds, refundIds, figures }) =>
    [number, ...orderIds, ...refundIds, figures.net, figures.refunds].join(' '),
  )
}

async function refusal(till: Replica, id: string, command: Parameters<typeof run>[2]): Promise<string> {
  const done = await runCommand(till, { id, actor: MANAGER, command, now: NOON })
  return done.ok ? 'accepted' : done.error.code
}

export const lateChecks: readonly DatabaseCheck[] = [
  {
    name: '[ZDAY7] closed dates are found newest first, with what was sold and refunded on them',
    run: async (source) => {
      const till = replicaOn(await open(source), 'till')
      await seed(till)
      await sell(till, 'o1')
      await refund(till, 'o1')
      await run(till, 'close-1', closeDay(DATE), manager)
      await sell(till, 'o2', NOON + A_DAY)
      await run(till, 'close-2', closeDay(NEXT), { ...manager, now: NOON + A_DAY })
      equal(await readClosedDates(till.db, STORE, NEXT, 31), [NEXT, DATE], 'both')
      equal(await readClosedDates(till.db, STORE, NEXT, 1), [NEXT], 'the last one')
      equal(await readClosedDates(till.db, STORE, DATE, 31), [DATE], 'up to a date')
      equal(await readClosedDates(till.db, 'store-2', NEXT, 31), [], 'of another store')
      const sold = await readSoldIds(till.db, STORE, [DATE, NEXT])
      equal(
        sold,
        [
          { id: 'o1', date: DATE },
          { id: 'o2', date: NEXT },
        ],
        'sales',
      )
      equal(await readSoldIds(till.db, STORE, [NEXT]), sold.slice(1), 'sales of one date')
      const refunded = [{ id: 'r-o1', paymentId: 'p-o1', date: DATE }]
      equal(await readRefundIds(till.db, STORE, [DATE, NEXT]), refunded, 'refunds')
      equal(await readRefundIds(till.db, STORE, [NEXT]), [], 'refunds of one date')
    },
  },
  {
    name: '[ZDAY2] [ZDAY7] [ZDAY9] what comes after a Z is added to its own day, once, and stays sold',
    run: async (source) => {
      const till = replicaOn(await open(source), 'till')
      await seed(till)
      await sell(till, 'o1')
      await run(till, 'close-1', closeDay(DATE), manager)
      equal(await refusal(till, 'close-2', closeDay(DATE)), 'day_closed', 'with nothing late')
      await sell(till, 'o2')
      await refund(till, 'o1')
      await run(till, 'close-3', closeDay(DATE), manager)
      equal(await addendaOf(till, DATE), ['A-Z1+A1 o2 r-o1 203 100'], 'closed once more')
      equal(await refusal(till, 'close-4', closeDay(DATE)), 'day_closed', 'with nothing late any more')
      const reopen = { type: 'reopen_order', orderId: 'o2', reason: 'late' } as const
      equal(await refusal(till, 'reopen', reopen), 'sale_in_z', 'reopened')
      await sell(till, 'o3')
      await sell(till, 'o4', NOON + A_DAY)
      await run(till, 'close-5', closeDay(NEXT), { ...manager, now: NOON + A_DAY })
      equal((await addendaOf(till, DATE)).slice(1), ['A-Z1+A2 o3 203 0'], 'with the next Z')
      equal(await addendaOf(till, NEXT), [], 'of the next day')
    },
  },
]
