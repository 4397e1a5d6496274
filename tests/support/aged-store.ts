import type { Command } from '#domain/command/command.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { readMissing } from '#database/pages.ts'
import { createSyncClient, type SyncClient, type Transport } from '#sync/client.ts'
import type { History } from '#sync/history/history.ts'
import type { Replica } from '#sync/replica.ts'
import { addTea, MANAGER, NOON, openOrder, pay, run, STORE } from '../contract/cafe.ts'
import { lineTo } from './line-to.ts'
import { openReplica, seededReplica } from './replicas.ts'

export const DAY_MS = 24 * 3_600_000

export const daysAgo = (days: number): number => NOON - days * DAY_MS
export const dateOf = (days: number): string => new Date(daysAgo(days)).toISOString().slice(0, 10)

/** A clock that a test sets. */
export interface Watch {
  at: number
}

export const clockOf = (watch: Watch) => ({ wall: () => watch.at, offset: () => 0 })

export async function settle(client: SyncClient, line: Transport): Promise<void> {
  for (let steps = 0; await client.step(line); steps += 1) {
    if (steps > 300) throw new Error('assertion failed: the exchange never ends')
  }
}

export async function sync(from: Replica, server: Replica, history?: History): Promise<void> {
  const ports = { replica: from, now: () => NOON, onReply: async () => {}, onEvents: () => {} }
  await settle(createSyncClient({ ...ports, ...(history !== undefined && { history }) }), lineTo(server))
}

/** One order, from opening to payment. */
export async function sell(till: Replica, id: string, at: number): Promise<void> {
  await run(till, `${id}-1`, openOrder(id), { now: at })
  await run(till, `${id}-2`, addTea(id, `${id}-tea`), { now: at })
  await run(till, `${id}-3`, { type: 'send_order', orderId: id }, { now: at })
  await run(till, `${id}-4`, pay(id, `${id}-pay`, 250), { now: at })
}

async function closeDay(till: Replica, days: number): Promise<void> {
  const businessDate = dateOf(days)
  const at = { actor: MANAGER, now: daysAgo(days) + 3_600_000 }
  await run(till, `z-${businessDate}`, { type: 'close_day', businessDate }, at)
}

export const refund = (id: string, refundId = `${id}-refund`): Command => ({
  type: 'refund_payment',
  orderId: id,
  paymentId: `${id}-pay`,
  refundId,
  method: 'card',
  what: { kind: 'amount', amount: 100 },
  reason: 'cold',
})

/** A day like any other: a drawer, an order, somebody who goes home, stock that was counted, and the Z. */
async function tradeDay(till: Replica, watch: Watch, days: number): Promise<void> {
  watch.at = daysAgo(days)
  const [id, now] = [`o${days}`, daysAgo(days)]
  const manager = { actor: MANAGER, now }
  await run(till, `${id}-in`, { type: 'open_shift', shiftId: `s${days}`, drawer: 'till', float: 0 }, manager)
  await sell(till, id, now)
  const lines = [{ ingredientId: 'leaves', qty: 1_000 * days, cost: 10 }]
  await run(
    till,
    `${id}-stock`,
    { type: 'receive_stock', stockId: `c${days}`, supplier: '', note: '', lines },
    manager,
  )
  await run(till, `${id}-home`, { type: 'check_out', checkOutId: `out${days}`, declaredTips: 0 }, { now })
  const counted = {
    type: 'count_drawer',
    shiftId: `s${days}`,
    pieces: [{ value: 250, count: 1 }],
    blind: false,
  } as const
  await run(till, `${id}-count`, counted, manager)
  await run(till, `${id}-out`, { type: 'close_shift', shiftId: `s${days}` }, manager)
  await closeDay(till, days)
}

/** The days of trade behind it, counted back from today: older than the last Zs, old, and those that stay. */
export const TRADED = [
  70, 69, 68, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 9, 8, 7, 6, 5, 3, 2, 1,
]

/** What a till wrote in all that time, and the store before it; one table is open. */
export async function makePast(): Promise<readonly Envelope[]> {
  const server = await seededReplica('server', { clock: clockOf({ at: daysAgo(80) }) })
  const watch = { at: daysAgo(71) }
  const till = await openReplica('till', { clock: clockOf(watch) })
  await sync(till, server)
  for (const days of TRADED) await tradeDay(till, watch, days)
  watch.at = NOON
  await run(till, 'now-open', openOrder('now', 't2'))
  await sell(till, 'o0', NOON)
  const pages: Envelope[] = []
  await sync(till, server)
  const heads = await till.heads()
  let known = new Map<string, { seq: number; hash: string }>()
  for (;;) {
    const page = await readMissing(till.db, STORE, heads, known)
    pages.push(...page.events)
    known = new Map([...known, ...page.events.map(({ dev, seq, hash }) => [dev, { seq, hash }] as const)])
    if (!page.more) return pages
  }
}

/** A replica that holds all of it. */
export async function agedReplica(
  dev: string,
  past: readonly Envelope[],
  watch: Watch = { at: NOON },
): Promise<Replica> {
  const replica = await openReplica(dev, { clock: clockOf(watch) })
  await replica.ingest(past, NOON)
  return replica
}
