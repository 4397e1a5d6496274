import type { Command } from '#domain/command/command.ts'
import { minor } from '#domain/money/money.ts'
import type { Bill } from '#domain/order/bill.ts'
import { SERVICES } from '#domain/order/order.ts'
import { OPEN_CHARGE, SERVICE_CHARGE, TABLE_IDS } from './cafe.ts'
import type { OrderDoing } from './doings.ts'
import { orderedDish } from './menu.ts'
import { WAITER_IDS } from './people.ts'
import type { Random } from './random.ts'

const reason = 'because'

export function openOrder(random: Random): Command {
  return {
    type: 'open_order',
    orderId: random.id('order'),
    service: random.pick(['dine_in', 'dine_in', 'takeaway', 'tab']),
    tableId: random.pick([null, null, ...TABLE_IDS]),
    covers: random.int(1, 6),
  }
}

export function changeOrder(
  doing: OrderDoing,
  bill: Bill,
  other: string | null,
  random: Random,
): Command | null {
  const { id: orderId, discounts } = bill.order
  switch (doing) {
    case 'add':
      return addItem(orderId, random)
    case 'covers':
      return { type: 'set_covers', orderId, covers: random.int(1, 9) }
    case 'guest': {
      const guest = { name: random.id('guest'), contact: '', address: '' }
      return { type: 'set_guest', orderId, guest, dueAt: null }
    }
    case 'service':
      return { type: 'set_service', orderId, service: random.pick(SERVICES) }
    case 'table_move':
      return { type: 'move_table', orderId, tableId: random.pick([null, ...TABLE_IDS]) }
    case 'transfer':
      return { type: 'transfer_order', orderId, to: random.pick(WAITER_IDS), reason }
    case 'merge':
      return other === null ? null : { type: 'merge_orders', orderId, into: other, reason }
    case 'unmerge': {
      const merged = bill.order.status === 'merged' ? [bill.order] : bill.merged
      return merged.length === 0 ? null : { type: 'unmerge_order', orderId: random.pick(merged).id, reason }
    }
    case 'undo_discount':
      return undoDiscount(bill, random)
    case 'discount':
      return { type: 'discount_order', orderId, ...someDiscount(random) }
    case 'charge': {
      const amount = random.chance(0.2) ? null : random.int(0, 400)
      return { type: 'set_charge', orderId, chargeId: OPEN_CHARGE, amount, reason }
    }
    case 'waive': {
      const chargeId = random.pick([SERVICE_CHARGE, OPEN_CHARGE])
      return { type: 'waive_charge', orderId, chargeId, waived: random.chance(0.7), reason }
    }
    case 'exempt':
      return {
        type: 'exempt_order',
        orderId,
        exempt: random.pick<'all' | string[]>(['all', ['vat'], []]),
        reason,
      }
    case 'fire':
      return { type: 'fire_course', orderId, course: random.pick([null, 1, 2]) }
    case 'send':
      return { type: 'send_order', orderId }
    case 'reopen':
      return { type: 'reopen_order', orderId, reason }
    case 'cancel':
      return { type: 'cancel_order', orderId, reason: discounts.length > 0 ? '' : 'guest left' }
    case 'print':
      return { type: 'print_receipt', orderId }
  }
}

function addItem(orderId: string, random: Random): Command {
  const dish = orderedDish(random)
  return {
    type: 'add_item',
    orderId,
    itemId: random.id('item'),
    ...dish,
    qty: dish.weightMilli === undefined ? random.int(1, 4) : 1,
    note: random.chance(0.2) ? 'sem açúcar' : '',
    seat: random.int(0, 3),
    ...(random.chance(0.2) ? { course: random.int(1, 2), held: true } : {}),
  }
}

/** Three rules are given over and over, so that two people give the same one. */
export function someDiscount(random: Random) {
  const how = random.chance(0.5)
    ? ({ kind: 'percent', ratePpm: random.int(1, 10) * 25_000, cap: null } as const)
    : ({ kind: 'amount', amount: minor(random.int(1, 300)) } as const)
  return { discountId: random.pick(['d1', 'd2', 'd3']), name: 'Off', how, reason }
}

function undoDiscount({ order, items }: Bill, random: Random): Command | null {
  const lines = items.filter(({ discounts, status }) => discounts.length > 0 && status !== 'voided')
  if (lines.length > 0 && random.chance(0.6)) {
    const line = random.pick(lines)
    const discountId = random.pick(line.discounts).id
    return { type: 'remove_item_discount', orderId: order.id, itemId: line.id, discountId }
  }
  if (order.discounts.length === 0) return null
  return {
    type: 'remove_order_discount',
    orderId: order.id,
    discountId: random.pick(order.discounts).id,
  }
}
