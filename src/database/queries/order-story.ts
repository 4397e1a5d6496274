import type { Envelope, EventKey } from '#domain/event/envelope.ts'
import { envelopeOf } from '#database/journal.ts'
import type { Db, JournalRow, Tx } from '#database/schema.ts'
import { places, statement } from '#database/statement.ts'

export interface StoryPage {
  readonly events: readonly Envelope[]
  /** Where to go on; null: nothing happened after these. */
  readonly next: EventKey | null
}

/**
 * What happened to these orders, to the lines that stand on them and to their payments, from the journal itself,
 * oldest first. A page ends between two actions wherever it can. [HIST4]
 */
export async function readOrderStory(
  db: Db | Tx,
  store: string,
  orderIds: readonly string[],
  after: EventKey | null,
  limit: number,
): Promise<StoryPage> {
  const orders = places(orderIds)
  // The store in each branch: only so does SQLite look every one up by its key.
  const text = `select * from journal where (
      (store = ? and ent_type = 'order' and ent_id in ${orders})
      or (store = ? and ent_type = 'item' and ent_id in (
        select id from order_items where order_id in ${orders} and store = ?))
      or (store = ? and ent_type = 'payment' and ent_id in (
        select id from payments where order_id in ${orders} and store = ?)))
    ${after === null ? '' : 'and (hlc, dev, seq) > (?, ?, ?)'}
    order by hlc, dev, seq limit ${limit + 1}`
  const ofOrders = [store, ...orderIds]
  const values = [
    ...ofOrders,
    ...ofOrders,
    store,
    ...ofOrders,
    store,
    ...(after === null ? [] : [after.hlc, after.dev, after.seq]),
  ]
  const { rows } = await statement<JournalRow>(text, values).execute(db)
  const events = rows.map(envelopeOf)
  const over = events[limit]
  if (over === undefined) return { events, next: null }
  // An action is told as a whole, unless it fills a page by itself.
  let end = limit
  while (end > 0 && events[end - 1]?.txn.id === over.txn.id) end -= 1
  const page = events.slice(0, end === 0 ? limit : end)
  const last = page.at(-1)
  return { events: page, next: last === undefined ? null : { hlc: last.hlc, dev: last.dev, seq: last.seq } }
}
