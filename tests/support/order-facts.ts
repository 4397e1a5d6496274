import type { Check } from '#domain/check/check.ts'
import type { Discount } from '#domain/discount/discount.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import type { Authority, Guest, Service } from '#domain/order/order.ts'
import { authority, NOBODY, NOON, onOrder } from './facts.ts'

export function tableSet(tableId: string | null): Draft {
  return onOrder({ type: 'order_table_set', payload: { tableId } })
}

export function guestSet(guest: Partial<Guest>, dueAt: number | null = null): Draft {
  return onOrder({ type: 'order_guest_set', payload: { ...NOBODY, ...guest, dueAt } })
}

export function serviceSet(service: Service): Draft {
  return onOrder({ type: 'order_service_set', payload: { service } })
}

export function transferred(to: string, over: Partial<Authority> = {}): Draft {
  return onOrder({ type: 'order_transferred', payload: { to, ...authority(over) } })
}

export function discountOf(over: Partial<Discount> = {}): Discount {
  return {
    id: 'd1',
    name: 'Regular',
    kind: 'discount',
    how: { kind: 'percent', ratePpm: 100_000, cap: null },
    reason: '',
    by: 'ana',
    approvedBy: null,
    at: NOON,
    ...over,
  }
}

export function orderDiscounted(over: Partial<Discount> = {}): Draft {
  return onOrder({ type: 'order_discounted', payload: discountOf(over) })
}

export function orderDiscountRemoved(id: string, over: Partial<Authority> = {}): Draft {
  return onOrder({ type: 'order_discount_removed', payload: { id, ...authority(over) } })
}

export function chargeSet(chargeId: string, amount: number | null, over: Partial<Authority> = {}): Draft {
  return onOrder({
    type: 'order_charge_set',
    payload: { chargeId, amount: amount === null ? null : minor(amount), ...authority(over) },
  })
}

export function chargeWaived(chargeId: string, waived = true, over: Partial<Authority> = {}): Draft {
  return onOrder({ type: 'order_charge_waived', payload: { chargeId, waived, ...authority(over) } })
}

export function exempted(exempt: 'all' | readonly string[], over: Partial<Authority> = {}): Draft {
  return onOrder({ type: 'order_exempted', payload: { exempt, ...authority(over) } })
}

export function splitInto(...checks: readonly Check[]): Draft {
  return onOrder({ type: 'order_split', payload: { checks } })
}

/** The bill of one tea, before it is paid. */
export function billed(): Draft {
  const none = minor(0)
  const bill = {
    id: 'whole',
    name: '',
    at: NOON,
    currency: 'EUR',
    lines: [{ name: 'Tea', parts: 1, of: 1, amount: minor(250) }],
    subtotal: minor(250),
    discount: none,
    charge: none,
    relief: none,
    taxes: [],
    tax: none,
    total: minor(250),
    payments: [],
  }
  return onOrder({ type: 'order_billed', payload: { printerId: 'printer-1', bill, due: minor(250) } })
}

export function merged(from: string, into: string, over: Partial<Authority> = {}): Draft {
  return onOrder({ type: 'order_merged', payload: { into, ...authority(over) } }, from)
}

export function unmerged(order: string, from: string, over: Partial<Authority> = {}): Draft {
  return onOrder({ type: 'order_unmerged', payload: { from, ...authority(over) } }, order)
}

export function reopened(closeId: string, over: Partial<Authority> = {}): Draft {
  return onOrder({ type: 'order_reopened', payload: { closeId, ...authority(over) } })
}
