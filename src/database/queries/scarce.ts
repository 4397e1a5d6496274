import type { Item } from '#domain/item/item.ts'
import type { Db } from '#database/schema.ts'
import { statement } from '#database/statement.ts'

interface ScarceRow {
  readonly id: string
  readonly name: string
  readonly available: number
  readonly counted: number | null
  readonly counted_at: number | null
}

/** What is on the menu and sold out, or counted: few of many, by an index of their own. */
export async function readScarceRows(db: Db, store: string): Promise<readonly ScarceRow[]> {
  const text = `select id, name, available, counted, counted_at from menu_items
    where store = ? and active = 1 and (available = 0 or counted_at is not null) order by position, id`
  return (await statement<ScarceRow>(text, [store]).execute(db)).rows
}

/** The lines of one dish that went to the kitchen since it was counted. [LEFT1] */
export async function readSentSince(
  db: Db,
  store: string,
  menuItemId: string,
  since: number,
): Promise<readonly Item[]> {
  // SQLite keeps the order of a cross join: by dish first. Left to itself it reads every item of the store.
  const text = `select e.state from order_items as part cross join entities as e
    where part.store = ? and part.menu_item_id = ? and part.sent_at >= ?
      and e.store = part.store and e.id = part.id and e.type = 'item' order by e.id`
  const { rows } = await statement<{ readonly state: string }>(text, [store, menuItemId, since]).execute(db)
  return rows.map(({ state }) => JSON.parse(state) as Item)
}
