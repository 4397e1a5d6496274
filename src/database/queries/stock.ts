import type { IngredientRow, Db, StockMoveRow, StockOpeningRow, Tx } from '#database/schema.ts'
import { insertRows, replaceOnConflict, statement } from '#database/statement.ts'

export interface StockLevelRow extends Omit<IngredientRow, 'store'> {
  /** Thousandths of the unit: what the last count found and what moved since; below zero when more was sold. */
  readonly level: number
  readonly counted_at: number | null
}

/**
 * What is there of every ingredient, or of one. From the last count on, whole days come from their sums, and only what
 * moved later on the day of the count is added up move by move. Where the past is not here, it begins with what was
 * there at its end. [STOCK5] [STOCK9] [PRUNE8]
 */
export async function readStockLevels(
  db: Db | Tx,
  store: string,
  ingredientId: string | null = null,
): Promise<readonly StockLevelRow[]> {
  const one = ingredientId === null ? '' : 'and i.id = ?'
  const text = `select i.id, i.name, i.unit, i.pack_name, i.pack_size, i.pack_cost, i.low, i.par, i.supplier, i.active,
      ${COUNTED_AT}, ${LEVEL} ${FROM} where i.store = ? ${one} order by i.name, i.id`
  const values = [...boundsBefore(AFTER_ALL), store]
  return (
    await statement<StockLevelRow>(text, ingredientId === null ? values : [...values, ingredientId]).execute(
      db,
    )
  ).rows
}

/** What was there of every ingredient when a business date began. */
export async function readOpenings(
  db: Db | Tx,
  store: string,
  date: string,
): Promise<readonly StockOpening[]> {
  const text = `select i.id, ${COUNTED_AT}, ${LEVEL} ${FROM} where i.store = ? order by i.id`
  return (await statement<StockOpening>(text, [...boundsBefore(date), store]).execute(db)).rows
}

export type StockOpening = Pick<StockOpeningRow, 'id' | 'level' | 'counted_at'>

/** From now on levels begin there. */
export async function writeOpenings(
  tx: Db | Tx,
  store: string,
  date: string,
  openings: readonly StockOpening[],
): Promise<void> {
  const columns = ['store', 'id', 'date', 'level', 'counted_at']
  for (let start = 0; start < openings.length; start += ROWS_A_STATEMENT) {
    const rows = openings
      .slice(start, start + ROWS_A_STATEMENT)
      .map(({ id, level, counted_at }) => [store, id, date, level, counted_at])
    await insertRows(
      'stock_openings',
      columns,
      rows,
      replaceOnConflict(columns, columns.slice(0, 2)),
    ).execute(tx)
  }
}

const ROWS_A_STATEMENT = 400
const AFTER_ALL = '~'

const GOES_BY_OPENING = 'o.id is not null and (c.date is null or c.date < o.date)'
const COUNTED_AT = `case when ${GOES_BY_OPENING} then o.counted_at else c.at end as counted_at`
const LEVEL = `cast(case when ${GOES_BY_OPENING} then o.level
    + coalesce((select sum(d.qty) from stock_days d
        where d.store = i.store and d.ingredient_id = i.id and d.date >= o.date and d.date < ?), 0)
  else coalesce(c.qty, 0)
    + coalesce((select sum(d.qty) from stock_days d
        where d.store = i.store and d.ingredient_id = i.id and d.date > coalesce(c.date, '') and d.date < ?), 0)
    + coalesce((select sum(m.qty) from stock_moves m
        where m.store = i.store and m.ingredient_id = i.id and m.date = c.date and m.at > c.at
        and m.kind <> 'counted'), 0) end as bigint) as level`
const FROM = `from ingredients i left join stock_openings o on o.store = i.store and o.id = i.id
    left join stock_moves c on c.store = i.store and c.id = (
      select l.id from stock_moves l where l.store = i.store and l.ingredient_id = i.id and l.kind = 'counted'
      and l.date < ? order by l.date desc, l.at desc, l.id desc limit 1)`

/** For the places in them, in their order. */
function boundsBefore(date: string): readonly string[] {
  return [date, date, date]
}

/** The place of a move among an ingredient's, for the page after it. */
export type MovePlace = Pick<StockMoveRow, 'date' | 'at' | 'id'>

export interface StockMove extends Omit<StockMoveRow, 'store' | 'ingredient_id'> {
  /** The dish that used it, or null. */
  readonly item_name: string | null
}

/** The moves of one ingredient, the newest first, so many from a place on. `only`: without what was sold. */
export async function readStockMoves(
  db: Db | Tx,
  store: string,
  asked: {
    readonly ingredientId: string
    readonly after: MovePlace | null
    readonly limit: number
    readonly sold: boolean
  },
): Promise<readonly StockMove[]> {
  const { ingredientId, after, limit, sold } = asked
  const from = after === null ? '' : 'and (m.date, m.at, m.id) < (?, ?, ?)'
  const kinds = sold ? '' : `and m.kind <> 'used'`
  const text = `select m.id, m.source_type, m.source, m.kind, m.date, m.at, m.qty, m.worth, o.name as item_name
    from stock_moves m left join order_items o on o.store = m.store and o.id = m.source
    where m.store = ? and m.ingredient_id = ? ${kinds} ${from}
    order by m.date desc, m.at desc, m.id desc limit ${Math.max(1, Math.min(limit, 200))}`
  const place = after === null ? [] : [after.date, after.at, after.id]
  return (await statement<StockMove>(text, [store, ingredientId, ...place]).execute(db)).rows
}
