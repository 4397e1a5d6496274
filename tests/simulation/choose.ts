import type { Command } from '#domain/command/command.ts'
import type { Bill } from '#domain/order/bill.ts'
import { readBill } from '#database/queries/bill.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import type { Actor } from '#sync/run-command.ts'
import type { Replica } from '#sync/replica.ts'
import { changeItem } from './choose-item.ts'
import { moveMoney } from './choose-money.ts'
import { changeOrder, openOrder } from './choose-order.ts'
import { changeRecord } from './choose-record.ts'
import { keepDrawer } from './choose-shift.ts'
import {
  drawDoing,
  isAfterwards,
  isItemDoing,
  isMoneyDoing,
  isRecordDoing,
  isShiftDoing,
  type Doing,
} from './doings.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'

/** Somebody in front of a screen. */
export interface Looking {
  /** Where no orders are taken. */
  readonly office: boolean
  readonly replica: Replica
  readonly plan: Plan
  readonly random: Random
  readonly actor: Actor
  readonly now: number
  /** Orders they remember, the newest last: some are closed by now. */
  readonly recent: readonly string[]
}

/** What somebody is about to do where others do something, too. */
export interface Agreed {
  readonly doing: Doing
  /** The order they all mean: whoever comes first picks it. Of two that are merged, the other one, too. */
  readonly on: { orderId: string | null; otherId: string | null }
  /** Of two orders, they mean the other one first. */
  readonly turned: boolean
}

/** What they might do next; null when there is nothing to do it to. */
export async function chooseCommand(looking: Looking, agreed: Agreed | null): Promise<Command | null> {
  const { replica, plan, random, recent } = looking
  const open = await readOpenOrderIds(replica.db, replica.store)
  const drawn = agreed?.doing ?? drawDoing(plan.weights, random)
  if (looking.office) return changeRecord(isRecordDoing(drawn) ? drawn : 'price', random)
  if (isRecordDoing(drawn)) return changeRecord(drawn, random)
  if (isShiftDoing(drawn)) return keepDrawer(drawn, looking, agreed !== null)
  const wanting = agreed === null && open.length === 0 && !isAfterwards(drawn)
  const doing = wanting ? 'open' : drawn
  if (doing === 'open' && (agreed !== null || open.length < plan.orders)) return openOrder(random)
  // Now and then somebody's screen shows an order that is closed by now.
  const stale = recent.length > 0 && (isAfterwards(doing) || open.length === 0 || random.chance(0.08))
  const ids = stale ? recent : open
  const meant = agreed?.turned === true ? agreed.on.otherId : (agreed?.on.orderId ?? null)
  if (ids.length === 0 && meant === null) return null
  const bill =
    (meant === null ? null : await readBill(replica.db, replica.store, meant)) ??
    (await pickBill(looking, ids, doing))
  if (bill === null) return null
  const other = pickOther(bill.order.id, open, random, doing === 'merge' ? agreed : null)
  if (agreed !== null) agreed.on.orderId ??= bill.order.id
  // An order of little more than one line is soon paid, and then nobody meets on it.
  if (agreed === null && bill.order.status === 'open' && bill.items.length < 3 && random.chance(0.5))
    return changeOrder('add', bill, other, random)
  const met = agreed !== null
  if (isMoneyDoing(doing)) return moveMoney(doing, bill, random, met)
  if (isItemDoing(doing)) return changeItem(doing, bill, { other, met }, random)
  return changeOrder(doing === 'open' ? 'add' : doing, bill, other, random)
}

/** The other order, for what takes two. */
function pickOther(
  orderId: string,
  open: readonly string[],
  random: Random,
  agreed: Agreed | null,
): string | null {
  if (agreed?.turned === true) return agreed.on.orderId
  const others = open.filter((id) => id !== orderId)
  const other = others.length === 0 ? null : random.pick(others)
  if (agreed !== null) agreed.on.otherId = other
  return other
}

/** The bill they aim at, or the next one on which this can be done at all. */
async function pickBill(
  { replica, random }: Looking,
  ids: readonly string[],
  doing: Doing,
): Promise<Bill | null> {
  if (ids.length === 0) return null
  const aim = random.int(0, ids.length - 1)
  let first: Bill | null = null
  for (const index of ids.keys()) {
    const bill = await readBill(replica.db, replica.store, ids[(aim + index) % ids.length] ?? '')
    if (bill !== null && canBeDone(doing, bill)) return bill
    first ??= bill
  }
  return first
}

/** Only what is rare must be looked for. */
function canBeDone(doing: Doing, { order, merged, items, payments }: Bill): boolean {
  switch (doing) {
    case 'unmerge':
      return merged.length > 0
    case 'prepare':
    case 'void':
    case 'changed':
      return items.some(({ status }) => status === 'sent')
    case 'fire':
      return items.some(({ held, status }) => held && status === 'new')
    case 'undo_discount':
      return order.discounts.length > 0 || items.some(({ discounts }) => discounts.length > 0)
    case 'answer':
    case 'unclear':
    case 'decline':
      return payments.some(({ status }) => status === 'requested' || status === 'unknown')
    case 'refund':
    case 'void_payment':
    case 'tip':
      return payments.some(({ status }) => status === 'taken')
    case 'reopen':
      return order.sale !== null
    default:
      return true
  }
}
