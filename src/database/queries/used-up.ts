import type { MenuItem } from '#domain/menu/menu.ts'
import { lackedBy, type RecipedDish, type Shelf } from '#domain/stock/used-up.ts'
import type { Db } from '#database/schema.ts'
import { places, statement } from '#database/statement.ts'
import { readStockLevels } from './stock.ts'

/** Dishes that cannot be made, by id, with what they lack. [STOCK10] */
export async function readLackingDishes(
  db: Db,
  store: string,
): Promise<readonly { readonly dish: RecipedDish; readonly lacked: readonly Shelf[] }[]> {
  const levels = await readStockLevels(db, store)
  // What nobody ever counted is a guess, and takes no dish off.
  const counted = levels.filter((row) => row.active === 1 && row.counted_at !== null)
  if (counted.length === 0) return []
  const shelves = new Map(counted.map(({ id, name, level }) => [id, { id, name, level }]))
  const dishes = await readRecipedDishes(db, store)
  return dishes.flatMap((dish) => {
    const lacked = lackedBy(dish, shelves)
    return lacked.length === 0 ? [] : [{ dish, lacked }]
  })
}

/** The dishes on the menu that say what they are made of. Reading the others would cost more than all the rest. */
async function readRecipedDishes(db: Db, store: string): Promise<readonly RecipedDish[]> {
  const text = `select e.id, e.state from menu_items m join entities e
    on e.store = m.store and e.type = 'menu_item' and e.id = m.id
    where m.store = ? and m.active = 1 and e.state like '%"recipe%' order by m.position, m.id`
  const { rows } = await statement<{ readonly id: string; readonly state: string }>(text, [store]).execute(db)
  return rows.map(({ id, state }) => ({ ...(JSON.parse(state) as MenuItem), id }))
}

/** When each of these ingredients last came or was counted: what was said before it is over. [STOCK11] */
export async function readLastSupplies(
  db: Db,
  store: string,
  ingredientIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ingredientIds.length === 0) return new Map()
  const text = `select ingredient_id, max(at) as at from stock_moves where store = ? and source_type = 'stock'
    and kind <> 'wasted' and ingredient_id in ${places(ingredientIds)} group by ingredient_id`
  const found = statement<{ readonly ingredient_id: string; readonly at: number }>(text, [
    store,
    ...ingredientIds,
  ])
  return new Map((await found.execute(db)).rows.map(({ ingredient_id, at }) => [ingredient_id, at]))
}
