import type { Known } from '#domain/context.ts'
import { NOTHING_STATED, type LineAllergens } from '#domain/menu/allergens.ts'
import { asksOf } from '#domain/menu/asks.ts'
import type { GridSizes } from '#domain/menu/grid-prices.ts'
import { comboAllergens, lineAllergens } from '#domain/menu/line-allergens.ts'
import { itemCourse } from '#domain/menu/menu-line.ts'
import { listsInUse } from '#domain/menu/price-level.ts'
import { activeVariants } from '#domain/menu/variant.ts'
import type { MenuItem, ModifierGroup } from '#domain/menu/menu.ts'
import { minor, type Minor } from '#domain/money/money.ts'
import { readMenuRows } from '#database/queries/menu.ts'
import { readRecords, readSettings } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type { MenuItemView, MenuView } from '#device/messages.ts'

/** `clockAheadMs`: how far the corrected clock is ahead of the page's. */
export async function readMenuView(db: Db, store: string, clockAheadMs: number): Promise<MenuView> {
  const { categories, items } = await readMenuRows(db, store)
  const lists = listsInUse(await readRecords(db, store, 'price_list'))
  const settings = await readSettings(db, store)
  const groups = await readRecords(db, store, 'modifier_group')
  const parts = await readRecords(db, store, 'menu_item')
  const courses = await readRecords(db, store, 'category')
  const records = new Map(parts.map((item) => [item.id, item]))
  const askedBy = (
    id: string,
  ): Pick<MenuItemView, 'asks' | 'offers' | 'sized' | 'course' | 'unit' | 'allergens'> => {
    const item = records.get(id)
    if (item === undefined) {
      return { asks: 'nothing', offers: false, sized: false, course: 0, unit: '', allergens: NOTHING_STATED }
    }
    return {
      asks: asksOf(item, { groups, parts }),
      offers: (item.groups ?? []).length > 0,
      sized: activeVariants(item).length > 0,
      course: itemCourse(item, courses),
      unit: item.unit ?? '',
      allergens: dishAllergens(item, records, groups),
    }
  }
  return {
    categories,
    items: items.map((item) => ({
      id: item.id,
      name: item.name,
      categoryId: item.category_id,
      price: startingPrice(records.get(item.id)) ?? minor(item.price),
      picture: item.picture,
      available: item.available === 1,
      ...askedBy(item.id),
    })),
    pricing:
      lists.length === 0 || settings === null
        ? null
        : {
            lists,
            sizes: sizesOf(parts),
            settings: { zone: settings.zone, cutoverHour: settings.cutoverHour },
            clockAheadMs,
          },
  }
}

/** What a dish contains as the grid offers it; a combo: what it contains whatever is chosen. [ALLERGEN4] */
function dishAllergens(
  item: Known<MenuItem>,
  records: ReadonlyMap<string, Known<MenuItem>>,
  groups: readonly Known<ModifierGroup>[],
): LineAllergens {
  const slots = item.slots ?? []
  if (slots.length === 0) return lineAllergens(item, [], groups)
  return comboAllergens(slots, (id) => {
    const part = records.get(id)
    return part === undefined ? NOTHING_STATED : lineAllergens(part, [], groups)
  })
}

function sizesOf(items: readonly Known<MenuItem>[]): GridSizes {
  const sized = items.filter((item) => activeVariants(item).length > 0)
  return Object.fromEntries(
    sized.map((item) => [item.id, activeVariants(item).map(({ id, price }) => ({ id, price }))]),
  )
}

/** Of an item in sizes, what the smallest price is: the grid says "from". */
function startingPrice(item: MenuItem | undefined): Minor | undefined {
  return activeVariants(item ?? {})
    .map((variant) => variant.price)
    .sort((a, b) => a - b)[0]
}
