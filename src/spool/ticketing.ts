import { groupBy } from '#domain/group-by.ts'
import type { Item } from '#domain/item/item.ts'
import { paperStationOf, paperStations, type PaperStation } from '#domain/kitchen/routes.ts'
import { ticketDelta } from '#domain/kitchen/ticket-delta.ts'
import type { Order } from '#domain/order/order.ts'
import { entityKey, readEntities } from '#database/entities.ts'
import { readBill, type StoredBill } from '#database/queries/bill.ts'
import {
  clearKitchenDue,
  readKitchenDue,
  readKitchenTold,
  writeKitchenTold,
} from '#database/queries/kitchen-prints.ts'
import { addPrintJob } from '#database/queries/print-jobs.ts'
import { readRecord, readRecords, readSettings, type WithId } from '#database/queries/records.ts'
import type { Db, KitchenDueRow, Tx } from '#database/schema.ts'
import type { Station } from '#domain/kitchen/station.ts'
import { ticketDocument } from '#printing/kitchen-ticket.ts'
import { LATE_AFTER_MS, STALE_TICKET_MS } from '#printing/outcome.ts'
import { newJob } from './new-job.ts'
import type { Here } from './outbox.ts'
import type { SpoolPlace } from './ports.ts'
import { stationsHere } from './stations-here.ts'

const DUE_A_TURN = 100
/** Merges of merges; more is a circle. */
const MERGE_DEPTH_MAX = 20

type MakingPlace = Pick<SpoolPlace, 'owner' | 'now'> & { readonly db: Db }

/**
 * Turns what was noted into tickets: one for each order and station, with what its paper does not say yet. The job,
 * what the kitchen knows then and the note's end are one transaction, so a crash neither loses nor doubles one.
 * [TICKET1] [TICKET3] [PRINTJOB1]
 */
export async function makeTickets({ db, owner, now }: MakingPlace, store: string): Promise<void> {
  const here = { owner, now: now() }
  while (await db.transaction().execute((tx) => makeSome(tx, store, here)));
}

async function makeSome(tx: Tx, store: string, { owner, now }: Here): Promise<boolean> {
  const due = await readKitchenDue(tx, store, DUE_A_TURN)
  if (due.length === 0) return false
  const stations = await readRecords(tx, store, 'station')
  const here = new Set((await stationsHere(tx, store, owner)).map(({ id }) => id))
  for (const [orderId, rows] of groupBy(await withOrders(tx, store, due), ({ orderId }) => orderId)) {
    const last = rows.at(-1)
    const bill = await readBill(tx, store, orderId)
    if (last !== undefined && bill !== null)
      await tellKitchen(tx, bill, { stations, here, last: last.row, now })
  }
  await clearKitchenDue(
    tx,
    store,
    due.map(({ id }) => id),
  )
  return due.length === DUE_A_TURN
}

interface DueOrder {
  readonly orderId: string
  readonly row: KitchenDueRow
}

/** Each note with the order it is about now: the one its item is on, and that one is merged into. */
async function withOrders(
  tx: Tx,
  store: string,
  due: readonly KitchenDueRow[],
): Promise<readonly DueOrder[]> {
  const refs = due.map(({ ent_type: type, ent_id: id }) => ({ type, id }))
  const entities = await readEntities(tx, store, refs)
  const found: DueOrder[] = []
  for (const row of due) {
    const state = entities.get(entityKey(row.ent_type, row.ent_id))?.state ?? null
    if (state === null) continue
    const orderId = row.ent_type === 'item' ? (state as Item).orderId : row.ent_id
    found.push({ orderId: await rootOf(tx, store, orderId), row })
  }
  return found
}

async function rootOf(tx: Tx, store: string, orderId: string): Promise<string> {
  let at = orderId
  for (let depth = 0; depth < MERGE_DEPTH_MAX; depth += 1) {
    const entity = (await readEntities(tx, store, [{ type: 'order', id: at }])).get(entityKey('order', at))
    const order = (entity?.state ?? null) as Order | null
    if (order === null || order.status !== 'merged' || order.mergedInto === null) return at
    at = order.mergedInto
  }
  // Two tills merged two orders into each other: the bill knows which of them counts.
  return (await readBill(tx, store, at))?.order.id ?? at
}

interface Hearing {
  readonly stations: readonly WithId<Station>[]
  /** Those whose tickets come out at a printer of this place: another place tells the others. */
  readonly here: ReadonlySet<string>
  /** The newest note of this order: who did it, and when. */
  readonly last: KitchenDueRow
  readonly now: number
}

async function tellKitchen(tx: Tx, bill: StoredBill, hearing: Hearing): Promise<void> {
  const { stations, here, last } = hearing
  const paper = paperStations(stations)
  const told = await readKitchenTold(
    tx,
    last.store,
    bill.items.map(({ id }) => id),
  )
  const routed = bill.items.flatMap((item) => {
    const station = paperStationOf(item, stations, paper)
    return station === null || !here.has(station.id) ? [] : [{ item, station }]
  })
  for (const [, lines] of groupBy(routed, ({ station }) => station.id)) {
    const station = lines[0]?.station
    const items = lines.map(({ item }) => item)
    const delta = ticketDelta(bill.order, items, told)
    if (station === undefined || delta === null) continue
    if (!isOver(bill, hearing)) await queueTicket(tx, { bill, station, delta, ...hearing })
    await writeKitchenTold(
      tx,
      last.store,
      delta.lines.map((line) => line.told),
    )
  }
}

/** A server that is filled anew gets the orders of weeks: what was eaten long ago is told, and not printed. [PRINTJOB6] */
function isOver({ order }: StoredBill, { last, now }: Hearing): boolean {
  const isDone = order.status === 'closed' || order.status === 'cancelled'
  return isDone && now - last.asked_at > STALE_TICKET_MS
}

interface NewTicket extends Hearing {
  readonly bill: StoredBill
  readonly station: PaperStation
  readonly delta: NonNullable<ReturnType<typeof ticketDelta>>
}

async function queueTicket(tx: Tx, { bill, station, delta, last, now }: NewTicket): Promise<void> {
  const { store } = last
  const { order, items } = bill
  const sentAt = sentAtOf(
    items,
    delta.lines.flatMap(({ kind, line }) => (kind === 'new' ? [line.itemId] : [])),
  )
  const askedAt = Math.min(last.asked_at, sentAt ?? last.asked_at)
  const table = order.tableId === null ? null : await readRecord(tx, store, 'table', order.tableId)
  const waiter = await readRecord(tx, store, 'user', last.actor)
  const settings = await readSettings(tx, store)
  const doc = ticketDocument({
    station: station.name,
    number: order.number,
    table: table?.name ?? null,
    service: order.service,
    guest: order.guest.name,
    waiter: waiter?.name ?? '',
    lines: delta.lines,
    sentAt: askedAt,
    isLate: now - askedAt > LATE_AFTER_MS,
    dueAt: order.dueAt,
    zone: settings?.zone ?? 'UTC',
    locale: 'en-GB',
  })
  await addPrintJob(tx, {
    ...newJob(store, now),
    id: `${delta.id}@${station.id}`,
    kind: 'kitchen',
    printer_id: station.printerId,
    order_id: order.id,
    copy: 0,
    state: now - askedAt > STALE_TICKET_MS ? 'held' : 'queued',
    last_error: now - askedAt > STALE_TICKET_MS ? 'ticket_old' : null,
    asked_at: askedAt,
    station_id: station.id,
    title: [order.number, table?.name ?? doc.service ?? '', station.name].filter(Boolean).join(' · '),
    doc: JSON.stringify(doc),
    asked_by: last.actor,
  })
}

/** When the first of these new lines was sent; null: none is new. */
function sentAtOf(items: readonly Item[], newIds: readonly string[]): number | null {
  const times = items.flatMap(({ id, sentAt }) => (sentAt !== null && newIds.includes(id) ? [sentAt] : []))
  return times.length === 0 ? null : Math.min(...times)
}
