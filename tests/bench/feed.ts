import { openDatabase } from '#database/open.ts'
import { demoCafe } from '#demo/cafe.ts'
import type { Command } from '#domain/command/command.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { record } from '#server/store.ts'
import { createReplica, type Replica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { readBill } from '#database/queries/bill.ts'
import { billTotals } from '#domain/order/bill.ts'

export const STORE = 'store-bench'
const PAGE_EVENTS = 500
const STARTS_AT = Date.UTC(2026, 10, 20, 9)
const SECONDS_BETWEEN_COMMANDS = 4

/** What devices would push to a fresh server: the café itself, then pages of their orders. */
export interface Feed {
  readonly cafe: readonly Envelope[]
  readonly pages: readonly (readonly Envelope[])[]
}

/** Real events of several devices, made by their replicas from real commands; their pages take turns. */
export async function makeFeed(devices: number, events: number): Promise<Feed> {
  const cafe = await makeCafe(devices)
  const logs: (readonly Envelope[])[] = []
  for (let device = 0; device < devices; device += 1) {
    logs.push(await workingDay(deviceId(device), cafe, Math.ceil(events / devices)))
  }
  const pages = logs.map(pagesOf)
  const longest = Math.max(...pages.map((own) => own.length))
  const turns = Array.from({ length: longest }, (_, turn) => pages.flatMap((own) => own[turn] ?? []))
  return { cafe, pages: turns.flatMap((turn) => pagesOf(turn)) }
}

function deviceId(device: number): string {
  return `dev-bench-${device}`
}

async function openReplica(dev: string): Promise<Replica> {
  const opened = await openDatabase(openSqlite(':memory:'))
  if (!opened.ok) throw new Error(opened.error.code)
  let now = STARTS_AT
  const wall = (): number => (now += SECONDS_BETWEEN_COMMANDS * 1000)
  return createReplica({ store: STORE, dev, database: opened.value, clock: { wall, offset: () => 0 } })
}

async function makeCafe(devices: number): Promise<readonly Envelope[]> {
  const server = await openReplica('dev-bench-server')
  const drafts: Draft[] = demoCafe({ printerHost: '127.0.0.1', printerPort: 9100 }).records.map(
    ({ type, id, fields }) => ({
      ent: { type, id },
      event: { type: 'record_changed', payload: { ...fields } },
    }),
  )
  for (let device = 0; device < devices; device += 1) {
    const letter = String.fromCodePoint(65 + device)
    const payload = { name: letter, letter, kind: 'device', pairedAt: STARTS_AT, active: true }
    drafts.push({ ent: { type: 'device', id: deviceId(device) }, event: { type: 'record_changed', payload } })
  }
  return record(server, drafts)
}

/** Orders from opening to payment on one device until it has written enough. */
async function workingDay(
  dev: string,
  cafe: readonly Envelope[],
  events: number,
): Promise<readonly Envelope[]> {
  const replica = await openReplica(dev)
  await replica.ingest(cafe, STARTS_AT)
  const log: Envelope[] = []
  let now = STARTS_AT
  const run = async (command: Command): Promise<void> => {
    now += SECONDS_BETWEEN_COMMANDS * 1000
    const actor = { id: 'user-marta', role: 'waiter' } as const
    const done = await runCommand(replica, { id: crypto.randomUUID(), actor, command, now })
    if (!done.ok) throw new Error(`assertion failed: ${command.type} was refused: ${done.error.code}`)
    log.push(...done.value)
  }
  for (let n = 0; log.length < events; n += 1) await serveOrder(replica, n, run)
  return log
}

const DISHES = demoCafe({ printerHost: '', printerPort: 0 }).records.filter(
  // What asks for a size, a choice or a price would need an answer with it.
  ({ type, fields }) =>
    type === 'menu_item' && !['variants', 'groups', 'slots', 'pricing'].some((asked) => asked in fields),
)
const ITEMS_AN_ORDER = 4

/** One order from opening to payment. */
export async function serveOrder(
  replica: Replica,
  n: number,
  run: (command: Command) => Promise<void>,
): Promise<void> {
  const orderId = crypto.randomUUID()
  const itemIds = Array.from({ length: ITEMS_AN_ORDER }, () => crypto.randomUUID())
  await run({ type: 'open_order', orderId, service: 'takeaway', tableId: null, covers: 2 })
  for (const [place, itemId] of itemIds.entries()) {
    const menuItemId = DISHES[(n * ITEMS_AN_ORDER + place) % DISHES.length]?.id ?? ''
    await run({
      type: 'add_item',
      orderId,
      itemId,
      menuItemId,
      qty: 1 + (place % 2),
      note: place === 1 ? 'hot' : '',
    })
  }
  await run({ type: 'send_order', orderId })
  await run({ type: 'set_preparation', orderId, itemIds, preparation: 'preparing' })
  await run({ type: 'set_preparation', orderId, itemIds, preparation: 'ready' })
  const bill = await readBill(replica.db, replica.store, orderId)
  if (bill === null) throw new Error('assertion failed: the order is on its own device')
  const amount = billTotals(bill).balance
  await run({
    type: 'take_payment',
    orderId,
    paymentId: crypto.randomUUID(),
    method: 'cash',
    amount,
    tendered: amount,
  })
}

/** Pages as a device sends them: at most 500 events, a txn never torn. */
function pagesOf(log: readonly Envelope[]): readonly (readonly Envelope[])[] {
  const pages: Envelope[][] = []
  let page: Envelope[] = []
  for (const event of log) {
    if (event.txn.i === 0 && page.length + event.txn.n > PAGE_EVENTS) {
      pages.push(page)
      page = []
    }
    page.push(event)
  }
  return page.length === 0 ? pages : [...pages, page]
}
