import { setImmediate } from 'node:timers/promises'
import { readHistories, type HistoryMark } from '#database/histories.ts'
import type { Ref } from '#database/queries/day-rows.ts'
import { readRecord, readRecords } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type { Known } from '#domain/context.ts'
import { compareKeys, type Envelope } from '#domain/event/envelope.ts'
import type { MenuItem, ModifierGroup, PriceList } from '#domain/menu/menu.ts'
import type { PricedMenu } from '#domain/menu/price-doubt.ts'
import { foldHistory } from '#sync/fold-entities.ts'

/** What of the menu decides a line's price: its dish or combo, the price list it names, and its modifiers' groups. */
export interface PricedBy {
  readonly menuItemId: string
  readonly listId: string
  readonly groupIds: readonly string[]
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

/** Beyond these, in a fortnight and in all, a menu is changed by a machine: nobody could look at what it asked. */
const CHANGES_MAX = 200
const EVENTS_MAX = 5_000
const PAGE_EVENTS = 500

/**
 * The menu as it stood at `since`, and after each change from then on: what a device without a line may have. Null:
 * too much was changed to tell.
 */
export async function menusSince(
  db: Db,
  store: string,
  { menuItemId, listId, groupIds }: PricedBy,
  since: number,
): Promise<readonly PricedMenu[] | null> {
  const refs = [
    { type: 'menu_item', id: menuItemId },
    { type: 'price_list', id: listId },
    ...groupIds.map((id) => ({ type: 'modifier_group', id })),
  ]
  const events = await readAll(db, store, refs)
  if (events === null) return null
  const changes = events.filter((event) => changesPrices(event, since)).toSorted(compareKeys)
  if (changes.length > CHANGES_MAX) return null
  const [first] = changes
  const before = (event: Envelope): boolean => first === undefined || compareKeys(event, first) < 0
  const upTo = (last: Envelope) => (event: Envelope) => compareKeys(event, last) <= 0
  const menus: PricedMenu[] = []
  for (const isThere of [before, ...changes.map(upTo)]) {
    menus.push(menuOf(events.filter(isThere), { menuItemId, listId, groupIds }))
    // Whoever waits for the server goes first.
    await setImmediate()
  }
  return menus
}

async function readAll(db: Db, store: string, refs: readonly Ref[]): Promise<readonly Envelope[] | null> {
  const all: Envelope[] = []
  let next: HistoryMark | null = null
  do {
    const page: Awaited<ReturnType<typeof readHistories>> = await readHistories(
      db,
      store,
      refs,
      next,
      PAGE_EVENTS,
    )
    all.push(...page.events)
    next = page.next
    if (all.length > EVENTS_MAX) return null
  } while (next !== null)
  return all
}

/** What a dish does all evening without changing what it costs. */
const OF_THE_EVENING: ReadonlySet<string> = new Set(['available', 'countdown', 'sellAnyway'])

function changesPrices({ wall, off, payload }: Envelope, since: number): boolean {
  if (wall + off <= since) return false
  const fields: unknown = JSON.parse(payload)
  return Object.keys(fields ?? {}).some((field) => !OF_THE_EVENING.has(field))
}

function menuOf(events: readonly Envelope[], { menuItemId, listId, groupIds }: PricedBy): PricedMenu {
  const recordOf = <T>(type: string, id: string): readonly Known<T>[] => {
    const own = events.filter(({ entType, entId }) => entType === type && entId === id)
    const { state } = foldHistory(type, id, own, null)
    return state === null ? [] : [{ ...(state as unknown as T), id }]
  }
  return {
    item: recordOf<MenuItem>('menu_item', menuItemId)[0] ?? null,
    groups: groupIds.flatMap((id) => recordOf<ModifierGroup>('modifier_group', id)),
    priceLists: recordOf<PriceList>('price_list', listId),
  }
}
