import type { Item } from '#domain/item/item.ts'
import { ticketPreparation, type Ticket, type TicketLine } from '#domain/kitchen/ticket.ts'
import { readBills, type StoredBill } from '#database/queries/bill.ts'
import { readKitchenOrderIds } from '#database/queries/kitchen.ts'
import type { Db } from '#database/schema.ts'
import type { KitchenView } from '#device/messages.ts'
import { readLookups, type Lookups } from './lookups.ts'

/** How long a finished ticket stays within reach of a recall, and a voided one in sight. */
const RECENT_MS = 30 * 60_000

/** The tickets of one station, or of all; oldest sending first. */
export async function readKitchenView(
  db: Db,
  store: string,
  stationId: string | null,
  now: number,
): Promise<KitchenView> {
  const stations = await db
    .selectFrom('stations')
    .select(['id', 'name'])
    .where('store', '=', store)
    .where('active', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const ids = await readKitchenOrderIds(db, store, now - RECENT_MS)
  const lookups = await readLookups(db, store)
  const bills = await readBills(db, store, ids)
  const tickets = bills
    .flatMap((bill) => ticketOf(bill, stationId, lookups) ?? [])
    .sort((a, b) => a.sentAt - b.sentAt || (a.orderId < b.orderId ? -1 : 1))
  return { stations, tickets }
}

function ticketOf(bill: StoredBill, stationId: string | null, lookups: Lookups): Ticket | null {
  const sent = bill.items.filter(
    (item) => item.sentAt !== null && (stationId === null || item.stationId === stationId),
  )
  if (sent.length === 0) return null
  const lines = sent.map(lineOf)
  const { order } = bill
  return {
    orderId: order.id,
    number: order.number,
    tableName: lookups.tableName(order.tableId),
    service: order.service,
    waiter: lookups.personName(order.openedBy),
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

function lineOf(item: Item): TicketLine {
  return {
    itemId: item.id,
    name: item.name,
    qty: item.qty,
    note: item.note,
    stationId: item.stationId,
    preparation: item.preparation ?? 'pending',
    voided: item.status === 'voided',
  }
}
