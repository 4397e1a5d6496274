import type { Item } from '#domain/item/item.ts'
import { billTotals, coversOf, liveItems, type Bill } from '#domain/order/bill.ts'
import type { OpenOrderState, TableOrderView, TableState } from '#device/messages.ts'
import type { Lookups } from './lookups.ts'

/** What the floor shows of an open order. [FLOOR1] */
export function openOrderView(bill: Bill, lookups: Pick<Lookups, 'personName'>): TableOrderView {
  const { order } = bill
  const live = liveItems(bill.items)
  const { total, paid } = billTotals(bill)
  return {
    orderId: order.id,
    number: order.number,
    service: order.service,
    guestName: order.guest.name,
    dueAt: order.dueAt,
    state: stateOf(live, paid > 0),
    covers: coversOf(bill),
    waiterId: order.waiter,
    waiter: lookups.personName(order.waiter),
    openedAt: order.openedAt,
    lastSentAt: lastSentAt(live),
    total,
    unsent: live.filter((item) => item.status === 'new').length,
    ready: live.filter((item) => item.preparation === 'ready').length,
  }
}

/** Of two orders on one table, the one somebody has to go for first says what the table is. [FLOOR1] */
export function tableState(orders: readonly Pick<TableOrderView, 'state'>[]): TableState {
  return URGENT_FIRST.find((state) => orders.some((order) => order.state === state)) ?? 'free'
}

const URGENT_FIRST: readonly OpenOrderState[] = ['ready', 'part_paid', 'sent', 'taken']

function stateOf(live: readonly Item[], paid: boolean): OpenOrderState {
  if (live.some((item) => item.preparation === 'ready')) return 'ready'
  if (paid) return 'part_paid'
  return live.some((item) => item.status === 'sent') ? 'sent' : 'taken'
}

function lastSentAt(live: readonly Item[]): number | null {
  const times = live.flatMap(({ sentAt }) => sentAt ?? [])
  return times.length === 0 ? null : Math.max(...times)
}
