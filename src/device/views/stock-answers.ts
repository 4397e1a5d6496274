import { STOCK_UNITS, type StockUnit } from '#domain/stock/ingredient.ts'
import type { StockDocument, StockKind } from '#domain/stock/stock.ts'
import { err, ok } from '#domain/result.ts'
import { may } from '#domain/staff/rights.ts'
import { entityKey, readEntities } from '#database/entities.ts'
import {
  readStockLevels,
  readStockMoves,
  type StockLevelRow,
  type StockMove,
} from '#database/queries/stock.ts'
import type { Db } from '#database/schema.ts'
import { readRights } from '#sync/facts/rights.ts'
import type { Ask, Queries } from '#device/messages.ts'
import type { MoveAfter, StockItemView, StockMovesView, StockMoveView } from '#device/messages/stock-views.ts'
import { readSession } from '#device/sessions.ts'
import { refusalForStock } from '#device/past.ts'
import type { DeviceStore } from '#device/store.ts'
import { readLookups, type Lookups } from './lookups.ts'

type Name = 'stock' | 'stockMoves'
type Question = Extract<Ask, { kind: 'query'; name: Name }>

const MOVES_A_PAGE = 30

/** Ingredients and what moved of them, for whoever keeps the stock. */
export async function answerOfStock(store: DeviceStore, ask: Question): Promise<Queries[Name]['result']> {
  const { db, store: id } = store.replica
  const person = await readSession(db, id, ask.params.token)
  if (person === null) return err({ code: 'session_ended' })
  if (!may(await readRights(db, id, person.role), 'keep_stock')) return err({ code: 'not_allowed' })
  const refusal = refusalForStock(store.history)
  if (refusal !== null) return err(refusal)
  if (ask.name === 'stock') return ok((await readStockLevels(db, id)).map(itemView))
  return ok(await readMovesView(db, id, ask.params))
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

function unitOf(unit: string): StockUnit {
  return STOCK_UNITS.find((known) => known === unit) ?? 'piece'
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
