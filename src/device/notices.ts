import type { Envelope } from '#domain/event/envelope.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Item } from '#domain/item/item.ts'
import type { Order } from '#domain/order/order.ts'
import { entityKey, readEntities } from '#database/entities.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type { Notice } from './messages/traffic.ts'

/** Tells whoever sent items that the kitchen has them ready: one notice an order and sender. */
export async function noticesOf(
  db: Db,
  store: string,
  events: readonly Envelope[],
): Promise<readonly Notice[]> {
  const refs = events
    .filter((event) => event.type === 'item_preparation_set' && event.payload.includes('"ready"'))
    .map((event) => ({ type: 'item', id: event.entId }))
  if (refs.length === 0) return []
  const items = [...(await readEntities(db, store, refs)).values()]
    .map((entity) => entity.state as Item | null)
    .filter((item): item is Item => item !== null && item.status === 'sent' && item.preparation === 'ready')
  const groups = groupBy(items, (item) => `${item.orderId} ${item.sentBy ?? ''}`)
  const notices: Notice[] = []
  for (const group of groups.values()) {
    const notice = await noticeOf(db, store, group)
    if (notice !== null) notices.push(notice)
  }
  return notices
}

async function noticeOf(db: Db, store: string, items: readonly Item[]): Promise<Notice | null> {
  const [first] = items
  if (first === undefined) return null
  const ref = { type: 'order', id: first.orderId }
  const order = (await readEntities(db, store, [ref])).get(entityKey(ref.type, ref.id))?.state as
    | Order
    | null
    | undefined
  if (order === null || order === undefined) return null
  const table = order.tableId === null ? null : await readRecord(db, store, 'table', order.tableId)
  return {
    kind: 'item_ready',
    orderId: order.id,
    orderNumber: order.number,
    tableName: table?.name ?? null,
    itemNames: items.map((item) => item.name),
    sentBy: first.sentBy ?? '',
  }
}
