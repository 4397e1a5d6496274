import type { StockUnit } from '#domain/stock/ingredient.ts'
import type { StockKind } from '#domain/stock/stock.ts'

/** An ingredient with what is there of it. Quantities are thousandths of its unit. */
export interface StockItemView {
  readonly id: string
  readonly name: string
  readonly unit: StockUnit
  readonly packName: string
  readonly packSize: number
  /** Minor units. */
  readonly packCost: number
  readonly low: number
  readonly par: number
  readonly supplier: string
  readonly active: boolean
  readonly level: number
  /** When it was last counted; null: never. */
  readonly countedAt: number | null
}

/** Where a page of moves begins: after this one. */
export interface MoveAfter {
  readonly date: string
  readonly at: number
  readonly id: string
}

export interface StockMoveView extends MoveAfter {
  readonly kind: 'used' | StockKind
  readonly qty: number
  /** Thousandths of the currency's smallest unit. */
  readonly worth: number
  /** The dish, or the supplier. */
  readonly what: string
  readonly reason: string
  /** Who wrote it, by name; empty for what was sold. */
  readonly byName: string
  /** What could be taken back: a delivery, a count, waste; null: it follows from an order. */
  readonly stockId: string | null
}

export interface StockMovesView {
  readonly moves: readonly StockMoveView[]
  readonly next: MoveAfter | null
}
