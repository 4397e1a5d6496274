import type { Item } from '#domain/item/item.ts'
import { kitchenLine } from '#domain/kitchen/line-text.ts'
import { ticketPreparation, type LineMark, type Ticket, type TicketLine } from '#domain/kitchen/ticket.ts'
import type { Order } from '#domain/order/order.ts'
import type { Lookups } from '#device/views/lookups.ts'

/** An order with all its items, in any order. */
export interface CookedOrder {
  readonly order: Order
  readonly items: readonly Item[]
}

/**
 * Whether the kitchen has to see an order: something is not finished, or was finished since `recentSince` (ms), or was
 * sent since then and voided. The same as `readKitchenOrderIds` asks the tables.
 */
export function isInKitchen({ items }: CookedOrder, recentSince: number): boolean {
  return items.some(({ status, preparation, sentAt, preparedAt }) => {
    if (preparation === null) return false
    if (preparation === 'ready') return (preparedAt ?? 0) >= recentSince
    return status === 'sent' || (sentAt ?? 0) >= recentSince
  })
}

/** An order as one station, or all of them, has to cook it; null where it has nothing to do with it. */
export function ticketOf(
  { order, items }: CookedOrder,
  stationId: string | null,
  lookups: Lookups,
): Ticket | null {
  const sent = items
    .filter((item) => item.sentAt !== null && (stationId === null || item.stationId === stationId))
    .sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))
  if (sent.length === 0) return null
  const firstAt = Math.min(...sent.map((item) => item.sentAt ?? Infinity))
  const lines = sent.map((item) => lineOf(item, firstAt))
  return {
    orderId: order.id,
    number: order.number,
    tableName: lookups.tableName(order.tableId),
    service: order.service,
    waiter: lookups.personName(order.waiter),
    guestName: order.guest.name,
    dueAt: order.dueAt,
    sentAt: sentAtOf(sent),
    preparation: ticketPreparation(lines),
    lines,
  }
}

/** Since when the kitchen has waited with it: the oldest sending that is not finished. */
function sentAtOf(sent: readonly Item[]): number {
  const open = sent.filter((item) => item.status === 'sent' && item.preparation !== 'ready')
  const counted = open.length > 0 ? open : sent
  return Math.min(...counted.map((item) => item.sentAt ?? Infinity))
}

function lineOf(item: Item, firstAt: number): TicketLine {
  const voided = item.status === 'voided'
  // Of a voided line nothing is left; the cook is told how many it was.
  const { name, variant, ...line } = kitchenLine(item, voided ? item.ordered : item.qty)
  return {
    ...line,
    name: variant === '' ? name : `${name} ${variant}`,
    // Of use to a cook only beside what a guest must not eat.
    ...(line.allergies === undefined ? {} : { allergens: item.allergens ?? null }),
    preparation: item.preparation ?? 'pending',
    voided,
    mark: markOf(item, firstAt),
    qtyBefore: item.ordered * item.pieces,
  }
}

/** Touching the line takes notice: whoever started or finished it has read it. [TICKET5] */
function markOf(item: Item, firstAt: number): LineMark {
  if (item.status === 'voided') return 'none'
  // What is ready is nobody's work any more, but never too late for what a guest must not eat. [ALLERGY2]
  if (item.preparation === 'ready' && (item.allergies ?? []).length === 0) return 'none'
  const touchedAt = item.preparedAt ?? item.sentAt ?? 0
  const changedAt = Math.max(item.changedAt ?? 0, ...item.voids.map(({ at }) => at))
  if (changedAt > touchedAt) return 'changed'
  return item.preparation === 'pending' && (item.sentAt ?? 0) > firstAt ? 'new' : 'none'
}
