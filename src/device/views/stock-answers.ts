import { unitOf } from '#domain/stock/ingredient.ts'
import type { StockDocument, StockKind } from '#domain/stock/stock.ts'
import { err, ok } from '#domain/result.ts'
import { may, mayAsk } from '#domain/staff/rights.ts'
import { readRecords } from '#database/queries/records.ts'
import { entityKey, readEntities } from '#database/entities.ts'
import {
  readStockLevels,
  readStockMoves,
  type StockLevelRow,
  type StockMove,
} from '#database/queries/stock.ts'
import type { Db } from '#database/schema.ts'
import { readVariances } from '#reports/variances.ts'
import { readRights } from '#sync/facts/rights.ts'
import type { Ask, Queries } from '#device/messages.ts'
import type {
  MoveAfter,
  StockItemView,
  StockMovesView,
  StockMoveView,
  StockQueries,
  WasteableView,
} from '#device/messages/stock-views.ts'
import { readSession } from '#device/sessions.ts'
import { refusalForStock } from '#device/past.ts'
import type { DeviceStore } from '#device/store.ts'
import { readLookups, type Lookups } from './lookups.ts'

type Name = keyof StockQueries
type Question = Extract<Ask, { kind: 'query'; name: Name }>

const MOVES_A_PAGE = 30

/** What of the store's device is needed here. */
type Known = Pick<DeviceStore, 'replica' | 'history' | 'now'>

/** Ingredients and what moved of them, for whoever keeps the stock. */
export async function answerOfStock(store: Known, ask: Question): Promise<Queries[Name]['result']> {
  const { db, store: id } = store.replica
  const person = await readSession(db, id, ask.params.token)
  if (person === null) return err({ code: 'session_ended' })
  const rights = await readRights(db, id, person.role)
  // Whoever may only ask for it asks when it is saved.
  const isAllowed = ask.name === 'wasteable' ? mayAsk(rights, 'waste_stock') : may(rights, 'keep_stock')
  if (!isAllowed) return err({ code: 'not_allowed' })
  if (ask.name === 'wasteable') return ok(await readWasteable(db, id))
  const refusal = refusalForStock(store.history)
  if (refusal !== null) return err(refusal)
  if (ask.name === 'stock') return ok((await readStockLevels(db, id)).map(itemView))
  if (ask.name === 'stockMoves') return ok(await readMovesView(db, id, ask.params))
  const { history, now } = store
  const asked = { days: ask.params.days, now: now(), holds: history.holds }
  return ok(await readVariances(db, id, asked))
}

/** What is in use, by name: nothing of how much there is. */
async function readWasteable(db: Db, store: string): Promise<readonly WasteableView[]> {
  const ingredients = await readRecords(db, store, 'ingredient')
  return ingredients
    .filter(({ active }) => active)
    .map(({ id, name, unit, packName, packSize }) => ({ id, name, unit: unitOf(unit), packName, packSize }))
}

function itemView(row: StockLevelRow): StockItemView {
  return {
    id: row.id,
    name: row.name,
    unit: unitOf(row.unit),
    packName: row.pack_name,
    packSize: row.pack_size,
    packCost: row.pack_cost,
    low: row.low,
    par: row.par,
    supplier: row.supplier,
    active: row.active === 1,
    level: row.level,
    countedAt: row.counted_at,
  }
}

async function readMovesView(
  db: Db,
  store: string,
  { ingredientId, after, sold }: Queries['stockMoves']['params'],
): Promise<StockMovesView> {
  const asked = { ingredientId, after, sold, limit: MOVES_A_PAGE + 1 }
  const rows = await readStockMoves(db, store, asked)
  const shown = rows.slice(0, MOVES_A_PAGE)
  const documents = await readEntities(
    db,
    store,
    shown.flatMap(({ source_type, source }) =>
      source_type === 'stock' ? [{ type: 'stock', id: source }] : [],
    ),
  )
  const lookups = await readLookups(db, store)
  const moves = shown.map((row): StockMoveView => {
    const document = documents.get(entityKey('stock', row.source))?.state as StockDocument | undefined
    return moveView(row, document, lookups)
  })
  const last = shown.at(-1)
  return { moves, next: rows.length > shown.length && last !== undefined ? placeOf(last) : null }
}

function moveView(
  row: StockMove,
  document: StockDocument | undefined,
  { personName }: Lookups,
): StockMoveView {
  return {
    ...placeOf(row),
    kind: row.kind as 'used' | StockKind,
    qty: row.qty,
    worth: row.worth,
    what: row.item_name ?? document?.supplier ?? '',
    reason: document?.reason ?? '',
    byName: personName(document?.by ?? null),
    stockId: row.source_type === 'stock' ? row.source : null,
  }
}

function placeOf({ date, at, id }: MoveAfter): MoveAfter {
  return { date, at, id }
}
