import { z } from 'zod'
import { STOCK_LINES_MAX, STOCK_QTY_MAX, WORTH_MAX } from '#domain/limits.ts'
import type { StockEvent } from '#domain/stock/stock.ts'
import { authority, date, id, name, type PayloadSchemas } from './fields.ts'

const quantity = z.int().min(0).max(STOCK_QTY_MAX)
const worth = z.int().min(0).max(WORTH_MAX)

/** What one unit of a sent line uses. */
export const lineStock = z.object({
  date,
  uses: z.array(z.tuple([id, quantity, worth])).max(STOCK_LINES_MAX),
})

const told = authority.extend({
  date,
  lines: z.array(z.object({ ingredientId: id, qty: quantity, worth })).max(STOCK_LINES_MAX),
})

export const stockPayloads: PayloadSchemas<StockEvent> = {
  stock_received: told.extend({ supplier: name }),
  stock_counted: told,
  stock_wasted: told,
  stock_taken_back: authority,
}
