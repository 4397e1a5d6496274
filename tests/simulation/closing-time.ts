import type { Command } from '#domain/command/command.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { billTotals } from '#domain/order/bill.ts'
import { expectedCash } from '#domain/shift/expected-cash.ts'
import { readBill } from '#database/queries/bill.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { readDrawer, readOpenShifts } from '#database/queries/shifts.ts'
import { countDrawer } from './choose-shift.ts'
import type { Actor } from '#sync/run-command.ts'
import type { Looking } from './choose.ts'
import type { Node } from './node.ts'
import type { World } from './world.ts'

export const MANAGER: Actor = { id: 'manager-1', role: 'manager' }
const STEPS = 16
const STEP_MS = 60

export interface Closing extends Pick<Looking, 'plan' | 'random'> {
  readonly world: World
  readonly node: Node
  /** How many orders are left open. */
  readonly left: number
}

/** Guests pay, drawers are counted and closed, the day is: one thing after the other, as far as it can be done. */
export function closeRestaurant(closing: Closing, ask: (command: Command) => Promise<void>): void {
  const { world, node } = closing
  for (let step = 0; step < STEPS; step += 1)
    world.at(STEP_MS * step, () => world.start(node.name, settleNext(closing, ask)))
}

async function settleNext(
  { node, plan, random, left }: Closing,
  ask: (command: Command) => Promise<void>,
): Promise<void> {
  const life = node.life()
  if (life === null) return
  const now = node.clock.corrected()
  const looking = { office: false, replica: life.replica, plan, random, actor: MANAGER, now, recent: [] }
  await ask(await nextAtClosing(looking, left))
}

async function nextAtClosing(looking: Looking, left: number): Promise<Command> {
  return (
    (await settleOrder(looking, left)) ??
    (await settleDrawer(looking)) ?? {
      type: 'close_day',
      businessDate: businessDate(looking.now, 'Europe/Lisbon', 4),
    }
  )
}

async function settleOrder({ replica, random }: Looking, left: number): Promise<Command | null> {
  const open = await readOpenOrderIds(replica.db, replica.store)
  for (const orderId of open.slice(left)) {
    const bill = await readBill(replica.db, replica.store, orderId)
    if (bill === null) continue
    const asked = bill.payments.find(({ status }) => status === 'requested' || status === 'unknown')
    if (asked !== undefined) return { type: 'decline_payment', orderId, paymentId: asked.id }
    const { balance } = billTotals(bill)
    if (balance <= 0) continue
    const paymentId = random.id('pay')
    return {
      type: 'take_payment',
      orderId,
      paymentId,
      method: 'card',
      amount: balance,
      tip: 0,
      tendered: balance,
    }
  }
  return null
}

async function settleDrawer(looking: Looking): Promise<Command | null> {
  const { db, store } = looking.replica
  for (const { id: shiftId } of await readOpenShifts(db, store)) {
    const drawer = await readDrawer(db, store, shiftId)
    if (drawer === null) continue
    const isCounted = drawer.shift.counts.at(-1)?.expected === expectedCash(drawer)
    return isCounted ? { type: 'close_shift', shiftId } : countDrawer(shiftId, looking)
  }
  return null
}
