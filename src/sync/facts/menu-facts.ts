import type { Known, MenuFacts } from '#domain/context.ts'
import type { ComboSlot, GroupLink, MenuItem, ModifierGroup } from '#domain/menu/menu.ts'
import type { Order } from '#domain/order/order.ts'
import { readEntities } from '#database/entities.ts'
import { readRecord, readRecords } from '#database/queries/records.ts'
import type { Db, Tx } from '#database/schema.ts'

export const NO_MENU: MenuFacts = {
  item: null,
  groups: [],
  parts: [],
  categories: [],
  taxes: [],
  priceLists: [],
  areaId: null,
}

/** Groups ask for groups; deeper than this nobody orders, and a circle must end. */
const DEPTH_MAX = 5

/** What adding one menu item to an order may depend on. */
export async function readMenuFacts(
  tx: Db | Tx,
  store: string,
  menuItemId: string,
  order: Order | null,
): Promise<MenuFacts> {
  const item = await readRecord(tx, store, 'menu_item', menuItemId)
  if (item === null) return NO_MENU
  const parts = await readMenuItems(tx, store, partIds(item.slots ?? []))
  const links = [item, ...parts].flatMap((one) => one.groups ?? [])
  return {
    item,
    parts,
    groups: await readGroups(tx, store, links),
    categories: await readRecords(tx, store, 'category'),
    taxes: await readRecords(tx, store, 'tax'),
    priceLists: await readRecords(tx, store, 'price_list'),
    areaId: await readAreaId(tx, store, order),
  }
}

/** What taxing the lines of an order anew depends on: their menu items, as parts. */
export async function readTaxFacts(
  tx: Tx,
  store: string,
  menuItemIds: readonly string[],
): Promise<MenuFacts> {
  const parts = await readMenuItems(tx, store, menuItemIds)
  return { ...NO_MENU, parts, taxes: await readRecords(tx, store, 'tax') }
}

/** What a record of the menu is checked against: the taxes and groups it may form a circle with. */
export async function readMenuRecords(tx: Tx, store: string): Promise<MenuFacts> {
  return {
    ...NO_MENU,
    groups: await readRecords(tx, store, 'modifier_group'),
    taxes: await readRecords(tx, store, 'tax'),
  }
}

function partIds(slots: readonly ComboSlot[]): readonly string[] {
  return slots.flatMap((slot) => slot.choices.map((choice) => choice.menuItemId))
}

async function readMenuItems(
  tx: Db | Tx,
  store: string,
  ids: readonly string[],
): Promise<readonly Known<MenuItem>[]> {
  const refs = [...new Set(ids)].map((id) => ({ type: 'menu_item', id }))
  const found = await readEntities(tx, store, refs)
  return [...found.values()].flatMap(({ id, state }) =>
    state === null ? [] : [{ ...(state as unknown as MenuItem), id }],
  )
}

/** The groups behind these links, and the groups their options ask for, level by level. */
async function readGroups(
  tx: Db | Tx,
  store: string,
  links: readonly GroupLink[],
): Promise<readonly Known<ModifierGroup>[]> {
  const known = new Map<string, Known<ModifierGroup>>()
  let wanted = links
  for (let depth = 0; depth < DEPTH_MAX && wanted.length > 0; depth += 1) {
    const ids = [...new Set(wanted.map((link) => link.groupId))].filter((id) => !known.has(id))
    const found = await readEntities(
      tx,
      store,
      ids.map((id) => ({ type: 'modifier_group', id })),
    )
    const level: Known<ModifierGroup>[] = []
    for (const { id, state } of found.values()) {
      if (state === null) continue
      const group = { ...(state as unknown as ModifierGroup), id }
      known.set(id, group)
      level.push(group)
    }
    wanted = level.flatMap((group) => group.options.flatMap((option) => option.groups))
  }
  return [...known.values()]
}

async function readAreaId(tx: Db | Tx, store: string, order: Order | null): Promise<string | null> {
  if (order === null || order.tableId === null) return null
  return (await readRecord(tx, store, 'table', order.tableId))?.areaId ?? null
}
