import { compareKeys, type Envelope } from '#domain/event/envelope.ts'
import type { Known } from '#domain/context.ts'
import type { MenuItem, ModifierGroup, PriceList } from '#domain/menu/menu.ts'
import type { PricedMenu } from '#domain/menu/price-doubt.ts'
import { entityKey } from '#database/entities.ts'
import { readWholeHistories } from '#database/histories.ts'
import { readRecord, readRecords } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import { foldHistory } from '#sync/fold-entities.ts'

/** What of the menu decides a line's price: its dish or combo, every group, and the price list it names. */
export interface PricedBy {
  readonly menuItemId: string
  readonly listId: string
}

/** The menu as it stands. */
export async function menuNow(db: Db, store: string, { menuItemId, listId }: PricedBy): Promise<PricedMenu> {
  const list = await readRecord(db, store, 'price_list', listId)
  return {
    item: await readRecord(db, store, 'menu_item', menuItemId),
    groups: await readRecords(db, store, 'modifier_group'),
    priceLists: list === null ? [] : [list],
  }
}

/** Beyond these a menu is changed by a machine. */
const CHANGES_MAX = 50

/** The menu as it stood at `since`, and after each change from then on: what a device without a line may have. */
export async function menusSince(
  db: Db,
  store: string,
  { menuItemId, listId }: PricedBy,
  since: number,
): Promise<readonly PricedMenu[]> {
  const groups = (await readRecords(db, store, 'modifier_group')).map(({ id }) => id)
  const refs = [
    { type: 'menu_item', id: menuItemId },
    { type: 'price_list', id: listId },
    ...groups.map((id) => ({ type: 'modifier_group', id })),
  ]
  const histories = await readWholeHistories(db, store, refs)
  const changes = [...histories.values()]
    .flat()
    .filter(({ wall, off }) => wall + off > since)
    .toSorted(compareKeys)
    .slice(-CHANGES_MAX)
  const [first] = changes
  const before = (event: Envelope): boolean => first === undefined || compareKeys(event, first) < 0
  const upTo = (last: Envelope) => (event: Envelope) => compareKeys(event, last) <= 0
  const moments = [before, ...changes.map(upTo)]
  return moments.map((isThere) => {
    const recordOf = <T>(type: string, id: string): readonly Known<T>[] => {
      const events = (histories.get(entityKey(type, id)) ?? []).filter(isThere)
      const { state } = foldHistory(type, id, events, null)
      return state === null ? [] : [{ ...(state as unknown as T), id }]
    }
    return {
      item: recordOf<MenuItem>('menu_item', menuItemId)[0] ?? null,
      groups: groups.flatMap((id) => recordOf<ModifierGroup>('modifier_group', id)),
      priceLists: recordOf<PriceList>('price_list', listId),
    }
  })
}
