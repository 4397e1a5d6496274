import type { Entity } from '#database/entities.ts'
import type { StockDayRow, StockMoveRow, Tx } from '#database/schema.ts'
import { allOf, insertRows, places, replaceOnConflict, statement, type Asked } from '#database/statement.ts'
import { movesStock, stockRows } from './stock-rows.ts'

const SOURCES_A_STATEMENT = 400
const ROWS_A_STATEMENT = 400

/**
 * Writes what entities do to stock, and adds the difference to the sums by day. What a refolded line used before and
 * uses no longer goes: rows of stock, unlike others, may become fewer. [STOCK9] Asks what it has to know, and resolves
 * to what then writes.
 */
export async function projectStock(
  tx: Tx,
  store: string,
  entities: readonly Entity[],
): Promise<() => Promise<void>> {
  const moving = entities.filter(movesStock)
  if (moving.length === 0) return async () => {}
  const now = moving.flatMap((entity) => stockRows(store, entity))
  const before = await askMoves(
    tx,
    store,
    moving.map(({ id }) => id),
  )
  return async () => replaceMoves(tx, store, await before(), now)
}

/** Takes away what these entities did to stock, from the sums as well. */
export async function removeStock(tx: Tx, store: string, sources: readonly string[]): Promise<void> {
  const before = await askMoves(tx, store, sources)
  await replaceMoves(tx, store, await before(), [])
}

async function replaceMoves(
  tx: Tx,
  store: string,
  before: readonly StockMoveRow[],
  now: readonly StockMoveRow[],
): Promise<void> {
  const kept = new Map(before.map((row) => [row.id, row]))
  // What an odd program named twice is one row: the last.
  const next = new Map(now.map((row) => [row.id, row]))
  const gone = before.filter(({ id }) => !next.has(id))
  const changed = [...next.values()].filter((row) => !isSame(kept.get(row.id), row))
  if (gone.length + changed.length === 0) return
  await deleteMoves(
    tx,
    store,
    gone.map(({ id }) => id),
  )
  await upsert(tx, changed)
  const replaced = changed.flatMap(({ id }) => kept.get(id) ?? [])
  await addToDays(tx, store, [...gone, ...replaced], changed)
}

async function askMoves(
  tx: Tx,
  store: string,
  sources: readonly string[],
): Promise<Asked<readonly StockMoveRow[]>> {
  const asked: Asked<readonly StockMoveRow[]>[] = []
  for (let start = 0; start < sources.length; start += SOURCES_A_STATEMENT) {
    const part = sources.slice(start, start + SOURCES_A_STATEMENT)
    const text = `select * from stock_moves where store = ? and source in ${places(part)}`
    asked.push(await statement<StockMoveRow>(text, [store, ...part]).ask(tx))
  }
  return () => allOf(asked)
}

function isSame(a: StockMoveRow | undefined, b: StockMoveRow): boolean {
  return a !== undefined && a.date === b.date && a.at === b.at && a.qty === b.qty && a.worth === b.worth
}

async function deleteMoves(tx: Tx, store: string, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += ROWS_A_STATEMENT) {
    const part = ids.slice(start, start + ROWS_A_STATEMENT)
    const text = `delete from stock_moves where store = ? and id in ${places(part)}`
    await statement(text, [store, ...part]).execute(tx)
  }
}

const MOVE_COLUMNS = [
  'store',
  'id',
  'source_type',
  'source',
  'ingredient_id',
  'kind',
  'date',
  'at',
  'qty',
  'worth',
] as const

async function upsert(tx: Tx, rows: readonly StockMoveRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const values = rows
      .slice(start, start + ROWS_A_STATEMENT)
      .map((row) => MOVE_COLUMNS.map((column) => row[column]))
    const onConflict = replaceOnConflict(MOVE_COLUMNS, ['store', 'id'])
    await insertRows('stock_moves', MOVE_COLUMNS, values, onConflict).execute(tx)
  }
}

const DAY_COLUMNS = ['store', 'id', 'ingredient_id', 'date', 'kind', 'qty', 'worth', 'moves'] as const
/** Added by the database itself: two processes may have news of one ingredient at once. */
const ADD = `on conflict (store, id) do update set qty = stock_days.qty + excluded.qty,
  worth = stock_days.worth + excluded.worth, moves = stock_days.moves + excluded.moves`

/** A count is no sum: the level goes by its row. */
async function addToDays(
  tx: Tx,
  store: string,
  less: readonly StockMoveRow[],
  more: readonly StockMoveRow[],
): Promise<void> {
  const deltas = deltasOf(store, less, more)
  for (let start = 0; start < deltas.length; start += ROWS_A_STATEMENT) {
    const rows = deltas.slice(start, start + ROWS_A_STATEMENT)
    const values = rows.map((row) => DAY_COLUMNS.map((column) => row[column]))
    await insertRows('stock_days', DAY_COLUMNS, values, ADD).execute(tx)
    const ids = rows.filter(({ moves }) => moves < 0).map(({ id }) => id)
    if (ids.length === 0) continue
    // A day on which nothing is left to add up is as if it had never been.
    const text = `delete from stock_days where store = ? and moves = 0 and id in ${places(ids)}`
    await statement(text, [store, ...ids]).execute(tx)
  }
}

/** One for each sum that changes, always in the same order, so that two processes never wait for each other. */
function deltasOf(
  store: string,
  less: readonly StockMoveRow[],
  more: readonly StockMoveRow[],
): readonly StockDayRow[] {
  const deltas = new Map<string, StockDayRow>()
  const add = (move: StockMoveRow, sign: 1 | -1): void => {
    const { ingredient_id, date, kind } = move
    if (kind === 'counted') return
    const id = `${ingredient_id} ${date} ${kind}`
    const known = deltas.get(id) ?? { store, id, ingredient_id, date, kind, qty: 0, worth: 0, moves: 0 }
    deltas.set(id, {
      ...known,
      qty: known.qty + sign * move.qty,
      worth: known.worth + sign * move.worth,
      moves: known.moves + sign,
    })
  }
  for (const move of less) add(move, -1)
  for (const move of more) add(move, 1)
  return [...deltas.values()]
    .filter(({ qty, worth, moves }) => qty !== 0 || worth !== 0 || moves !== 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
