import { businessDate } from '#domain/day/business-date.ts'
import { STOCK_UNITS, type StockUnit } from '#domain/stock/ingredient.ts'
import type { StockDocument, StockKind } from '#domain/stock/stock.ts'
import { varianceOf } from '#domain/stock/variance.ts'
import { err, ok } from '#domain/result.ts'
import { may, mayAsk } from '#domain/staff/rights.ts'
import { readRecords, readSettings } from '#database/queries/records.ts'
import { readCountedTwice, type CountedTwiceRow } from '#database/queries/stock-variance.ts'
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
import type {
  MoveAfter,
  StockItemView,
  StockMovesView,
  StockMoveView,
  StockQueries,
  VarianceView,
  WasteableView,
} from '#device/messages/stock-views.ts'
import { readSession } from '#device/sessions.ts'
import { refusalForStock } from '#device/past.ts'
import type { DeviceStore } from '#device/store.ts'
import { readLookups, type Lookups } from './lookups.ts'

type Name = keyof StockQueries
type Question = Extract<Ask, { kind: 'query'; name: Name }>

const MOVES_A_PAGE = 30
const DAY_MS = 86_400_000
const HALF_DAY_MS = DAY_MS / 2

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
  const { days } = ask.params
  return ok(await readVariances(store, days))
}

/** What is in use, by name: nothing of how much there is. */
async function readWasteable(db: Db, store: string): Promise<readonly WasteableView[]> {
  const ingredients = await readRecords(db, store, 'ingredient')
  return ingredients
    .filter(({ active }) => active)
    .map(({ id, name, unit, packName, packSize }) => ({ id, name, unit: unitOf(unit), packName, packSize }))
}

async function readVariances(
  { replica: { db, store }, history, now }: Known,
  days: number | null,
): Promise<readonly VarianceView[]> {
  const settings = await readSettings(db, store)
  if (settings === null) return []
  const { zone, cutoverHour } = settings
  const since = days === null ? null : businessDate(now() - days * DAY_MS, zone, cutoverHour)
  // A count may still be here when days after it have gone: what moved on them would be missing.
  const isWhole = ({ opened_at: from, counted_at: to }: CountedTwiceRow): boolean => {
    for (let at = from; at < to; at += HALF_DAY_MS)
      if (!history.holds(businessDate(at, zone, cutoverHour))) return false
    return history.holds(businessDate(to, zone, cutoverHour))
  }
  return (await readCountedTwice(db, store, since)).filter(isWhole).map((row) => {
    // Moves take off what was used and wasted; here they are amounts.
    const { opening, received, counted } = row
    const between = { opening, received, used: 0 - row.used, wasted: 0 - row.wasted, counted }
    return {
      id: row.id,
      name: row.name,
      unit: unitOf(row.unit),
      openedAt: row.opened_at,
      countedAt: row.counted_at,
      ...between,
      ...varianceOf(between, { packSize: row.pack_size, packCost: row.pack_cost }),
    }
  })
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
