import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import type { Draft } from '#domain/event/event.ts'
import { MENU_PRICE_MAX, STOCK_LINES_MAX, STOCK_QTY_MAX, WORTH_MAX } from '#domain/limits.ts'
import { isMinor } from '#domain/money/money.ts'
import { times } from '#domain/money/whole.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cappedRatio } from '#domain/stock/capped.ts'
import { isStockQty, isSupplier } from '#domain/stock/stock-checks.ts'
import type { StockEvent, StockLine } from '#domain/stock/stock.ts'
import { WORTH_OF_MINOR, worthOf } from '#domain/stock/worth.ts'
import { authorityFor } from './authority.ts'
import { reject, type Decision } from './reject.ts'

interface Asked {
  readonly ingredientId: string
  readonly qty: number
}

/** A delivery; what it cost is what the ingredients cost from now on. [STOCK4] [STOCK7] */
export function receiveStock(command: Of<'receive_stock'>, context: Context): Decision {
  if (context.stock.document !== null) return ok([])
  const supplier = command.supplier.trim()
  if (!isSupplier(supplier)) return reject('note_too_long', 'STOCK4')
  const badCost = ({ cost }: { readonly cost: number }): boolean => {
    return !isMinor(cost) || cost < 0 || cost * WORTH_OF_MINOR > WORTH_MAX
  }
  if (command.lines.some(badCost)) return reject('bad_amount', 'STOCK4')
  const good = checkLines(command.lines, context, 1)
  if (!good.ok) return good
  const asked = { action: 'keep_stock', reason: command.note, reasonRule: null } as const
  const told = toldBy(command.stockId, asked, context)
  if (!told.ok) return told
  const lines = command.lines.map(({ ingredientId, qty, cost }) => {
    return { ingredientId, qty, worth: cost * WORTH_OF_MINOR }
  })
  const received = stockDraft(command.stockId, {
    type: 'stock_received',
    payload: { ...told.value, supplier, lines },
  })
  return ok([received, ...newCosts(command, context)])
}

/** What was found is what is there, from now on. [STOCK5] */
export function countStock(command: Of<'count_stock'>, context: Context): Decision {
  if (context.stock.document !== null) return ok([])
  const good = checkLines(command.lines, context, 0)
  if (!good.ok) return good
  const asked = { action: 'keep_stock', reason: command.note, reasonRule: null } as const
  const told = toldBy(command.stockId, asked, context)
  if (!told.ok) return told
  const payload = { ...told.value, lines: valued(command.lines, context) }
  return ok([stockDraft(command.stockId, { type: 'stock_counted', payload })])
}

/** Dropped, spoilt, given to the staff: gone, with a reason. [STOCK6] */
export function wasteStock(command: Of<'waste_stock'>, context: Context): Decision {
  if (context.stock.document !== null) return ok([])
  const good = checkLines(command.lines, context, 1)
  if (!good.ok) return good
  const asked = { action: 'waste_stock', reason: command.reason, reasonRule: 'STOCK6' } as const
  const told = toldBy(command.stockId, asked, context)
  if (!told.ok) return told
  const payload = { ...told.value, lines: valued(command.lines, context) }
  return ok([stockDraft(command.stockId, { type: 'stock_wasted', payload })])
}

/** [STOCK8] */
export function takeBackStock(command: Of<'take_back_stock'>, context: Context): Decision {
  const { document } = context.stock
  if (document === null) return reject('unknown_stock_document', 'STOCK8')
  if (document.takenBack !== null) return ok([])
  const { stockId, reason } = command
  const asked = { action: 'keep_stock', subjects: [stockId], reason, reasonRule: 'STOCK8' } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  return ok([stockDraft(stockId, { type: 'stock_taken_back', payload: authority.value })])
}

/** Every ingredient known, named once, in a quantity that can be. [STOCK4] */
function checkLines(lines: readonly Asked[], { stock }: Context, least: number): Result<null, Rejection> {
  if (lines.length === 0 || lines.length > STOCK_LINES_MAX)
    return err({ code: 'nothing_in_stock_lines', rule: 'STOCK4' })
  const named = new Set(lines.map(({ ingredientId }) => ingredientId))
  const known = stock.ingredients.filter(({ id }) => named.has(id))
  if (named.size < lines.length || known.length < named.size)
    return err({ code: 'unknown_ingredient', rule: 'STOCK4' })
  if (lines.some(({ qty }) => !isStockQty(qty) || qty < least))
    return err({ code: 'bad_stock_qty', rule: 'STOCK4' })
  return ok(null)
}

interface Doing {
  readonly action: 'keep_stock' | 'waste_stock'
  readonly reason: string
  readonly reasonRule: string | null
}

/** Who, when, why, and on which business date. */
function toldBy(stockId: string, doing: Doing, context: Context) {
  const { settings, now } = context
  if (settings === null) return err({ code: 'store_not_ready', rule: 'ORDER1' } as const)
  const authority = authorityFor(context, { ...doing, subjects: [stockId] })
  if (!authority.ok) return authority
  return ok({ ...authority.value, date: businessDate(now, settings.zone, settings.cutoverHour) })
}

function valued(lines: readonly Asked[], { stock }: Context): readonly StockLine[] {
  return lines.map(({ ingredientId, qty }) => {
    const ingredient = stock.ingredients.find(({ id }) => id === ingredientId) ?? {}
    return { ingredientId, qty, worth: worthOf(qty, ingredient) }
  })
}

/** Where a pack came at another cost than the one that is known. What came as a gift says nothing about it. */
function newCosts({ lines }: Of<'receive_stock'>, { stock }: Context): readonly Draft[] {
  return lines.flatMap(({ ingredientId, qty, cost }) => {
    const ingredient = stock.ingredients.find(({ id }) => id === ingredientId)
    const packSize = ingredient?.packSize ?? 0
    if (cost === 0 || packSize <= 0 || packSize > STOCK_QTY_MAX) return []
    const packCost = cappedRatio(times(cost, packSize), qty, MENU_PRICE_MAX)
    if (packCost === ingredient?.packCost) return []
    return [
      {
        ent: { type: 'ingredient', id: ingredientId },
        event: { type: 'record_changed', payload: { packCost } },
      } as const,
    ]
  })
}

function stockDraft(id: string, event: StockEvent): Draft {
  return { ent: { type: 'stock', id }, event }
}
