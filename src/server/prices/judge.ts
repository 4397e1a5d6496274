import { readEntities } from '#database/entities.ts'
import { readBill } from '#database/queries/bill.ts'
import { readSettings } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type { Item } from '#domain/item/item.ts'
import { priceDoubt, type PriceDoubt, type PricedMenu } from '#domain/menu/price-doubt.ts'
import { isWholeItem } from '#domain/menu/menu-shape.ts'
import { menuNow, menusSince, type PricedBy } from './menus.ts'

const DAY_MS = 86_400_000
/** How old a menu may be that a device still sells by. [REVIEW12] */
const OLDEST_MENU_MS = 7 * DAY_MS

export type Verdict =
  | { readonly kind: 'right' }
  /** Its order, its dish or the settings are not here yet. */
  | { readonly kind: 'early' }
  | { readonly kind: 'doubtful'; readonly item: Item; readonly doubt: PriceDoubt }

const RIGHT: Verdict = { kind: 'right' }
const EARLY: Verdict = { kind: 'early' }

/**
 * Holds lines against the menus of one store. One court for one look: lines of the same dish and day are held against
 * what was read once.
 */
export function createCourt(db: Db, store: string, now: number) {
  const rules = new Map<string, ReturnType<typeof readSettings>>()
  const current = new Map<string, Promise<PricedMenu>>()
  const older = new Map<string, Promise<readonly PricedMenu[] | null>>()

  /** `last`: what is not here will not come any more. A line without its order is on no bill. */
  async function judge(id: string, last: boolean): Promise<Verdict> {
    const [entity] = (await readEntities(db, store, [{ type: 'item', id }])).values()
    const item = entity?.state as Item | null | undefined
    if (item === null || item === undefined || item.status === 'voided') return RIGHT
    const bill = await readBill(db, store, item.orderId)
    const settings = await kept(rules, store, () => readSettings(db, store))
    if (bill === null || settings === null) return last ? RIGHT : EARLY
    const { combo, menuItemId, priceFrom: listId } = item
    const lines = combo === null ? [item] : bill.items.filter((one) => one.combo?.id === combo.id)
    const dish = combo?.menuItemId ?? menuItemId
    const menu = await kept(current, `${dish} ${listId}`, () =>
      menuNow(db, store, { menuItemId: dish, listId, groupIds: [] }),
    )
    const isHere = menu.item !== null && isWholeItem(menu.item)
    if (!isHere && !last) return EARLY
    const terms = { service: bill.order.service, mode: bill.order.rules.mode, settings }
    // The menu of this minute is nearly always the answer.
    if (priceDoubt(lines, [menu], terms) === null) return RIGHT
    // What comes late, or again to a new hub, was sold by the menus of its own time.
    const day = Math.floor(Math.min(now, item.addedAt) / DAY_MS)
    const by = { menuItemId: dish, listId, groupIds: groupsOf(menu, lines) }
    const menus = await kept(older, JSON.stringify([by, day]), () =>
      menusSince(db, store, by, day * DAY_MS - OLDEST_MENU_MS),
    )
    const doubt = menus === null ? null : priceDoubt(lines, menus, terms)
    return doubt === null ? RIGHT : { kind: 'doubtful', item: lines[0] ?? item, doubt }
  }

  return { judge }
}

function kept<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const there = known.get(key) ?? read()
  known.set(key, there)
  return there
}

/** The groups that the dish asks now, those below their options, and those its lines name. */
function groupsOf({ item, groups }: PricedMenu, lines: readonly Item[]): PricedBy['groupIds'] {
  const found = new Set(lines.flatMap(({ modifiers }) => modifiers.map(({ groupId }) => groupId)))
  for (const { groupId } of item?.groups ?? []) found.add(groupId)
  // A set goes on over what is added to it meanwhile.
  for (const id of found) {
    const options = groups.find((group) => group.id === id)?.options ?? []
    for (const { groupId } of options.flatMap((option) => option.groups)) found.add(groupId)
  }
  return [...found].toSorted()
}
