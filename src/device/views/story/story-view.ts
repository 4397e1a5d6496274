import type { EventKey } from '#domain/event/envelope.ts'
import type { Item } from '#domain/item/item.ts'
import type { Bill } from '#domain/order/bill.ts'
import type { Order } from '#domain/order/order.ts'
import { readEntities } from '#database/entities.ts'
import { readBill } from '#database/queries/bill.ts'
import { readOrderStory, type StoryPage } from '#database/queries/order-story.ts'
import type { Db } from '#database/schema.ts'
import type { StoryView } from '#device/messages/history-views.ts'
import { readLookups, type Lookups } from '#device/views/lookups.ts'
import { storyEntries } from './entries.ts'
import type { StoryNames } from './names.ts'

const EVENTS_A_PAGE = 150

/** What happened to an order and to those merged into it, from the journal. [HIST4] */
export async function readStoryView(
  db: Db,
  store: string,
  { orderId, after }: { readonly orderId: string; readonly after: EventKey | null },
): Promise<StoryView> {
  const bill = await readBill(db, store, orderId)
  if (bill === null) return { entries: [], next: null }
  const ids = [bill.order, ...bill.merged].map(({ id }) => id)
  const page = await readOrderStory(db, store, ids, after, EVENTS_A_PAGE)
  const lookups = await readLookups(db, store)
  const orders = await readNumbers(db, store, bill, page)
  return { entries: storyEntries(page.events, namesFor(bill, page, lookups, orders)), next: page.next }
}

const NAMES_ORDER = { order_merged: 'into', order_unmerged: 'from', item_moved: 'orderId' } as const

/** The numbers of other orders that these events speak of. */
async function readNumbers(
  db: Db,
  store: string,
  bill: Bill,
  { events }: StoryPage,
): Promise<ReadonlyMap<string, string>> {
  const named = events.flatMap(({ type, payload }) => {
    const field = Object.hasOwn(NAMES_ORDER, type) ? NAMES_ORDER[type as keyof typeof NAMES_ORDER] : null
    const id = field === null ? null : (JSON.parse(payload) as { readonly [key: string]: unknown })[field]
    return typeof id === 'string' ? [{ type: 'order', id }] : []
  })
  const found = await readEntities(db, store, named)
  const others = [...found.values()].map(({ state }) => state as Order | null)
  return new Map(
    [bill.order, ...bill.merged, ...others].flatMap((order) =>
      order === null ? [] : [[order.id, order.number] as const],
    ),
  )
}

function namesFor(
  bill: Bill,
  { events }: StoryPage,
  lookups: Lookups,
  orders: ReadonlyMap<string, string>,
): StoryNames {
  const items = new Map(bill.items.map((item) => [item.id, item]))
  const discounts = new Map(
    events
      .filter(({ type }) => type === 'order_discounted' || type === 'item_discounted')
      .map(({ payload }) => JSON.parse(payload) as { readonly id?: string; readonly name?: string })
      .map(({ id = '', name = '' }) => [id, name]),
  )
  const charges = new Map(bill.order.rules.charges.map(({ id, name }) => [id, name]))
  return {
    person: (id) => lookups.personName(id),
    table: (id) => lookups.tableName(id) ?? '',
    orderNumber: (id) => orders.get(id) ?? '',
    charge: (id) => charges.get(id) ?? '',
    discount: (id) => discounts.get(id) ?? '',
    line: (id) => lineOf(items.get(id)),
  }
}

function lineOf(item: Item | undefined): ReturnType<StoryNames['line']> {
  if (item === undefined) return { name: '?', ordered: 1 }
  return { name: item.variant === '' ? item.name : `${item.name} ${item.variant}`, ordered: item.ordered }
}
