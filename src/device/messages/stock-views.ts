import type { StockUnit } from '#domain/stock/ingredient.ts'
import type { Result } from '#domain/result.ts'
import type { StockKind } from '#domain/stock/stock.ts'
import type { Variances } from '#domain/stock/variance-view.ts'
import type { Failure } from '#device/messages.ts'

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

/** An ingredient for whoever may say that some is gone: what is there and what it costs is not theirs to see. */
export type WasteableView = Pick<StockItemView, 'id' | 'name' | 'unit' | 'packName' | 'packSize'>

/** What screens ask about the stock. */
export interface StockQueries {
  /** All ingredients, for whoever keeps the stock. */
  readonly stock: {
    readonly params: { readonly token: string }
    readonly result: Result<readonly StockItemView[], Failure>
  }
  /** A page of what moved of one, the newest first; `sold` false: without what orders used. */
  readonly stockMoves: {
    readonly params: {
      readonly token: string
      readonly ingredientId: string
      readonly after: MoveAfter | null
      readonly sold: boolean
    }
    readonly result: Result<StockMovesView, Failure>
  }
  /** `days` null: between the last two counts of each; else from the first count of so many days. */
  readonly stockVariance: {
    readonly params: { readonly token: string; readonly days: number | null }
    readonly result: Result<Variances, Failure>
  }
  /** What is in use, for whoever may throw some away, alone or with a yes. */
  readonly wasteable: {
    readonly params: { readonly token: string }
    readonly result: Result<readonly WasteableView[], Failure>
  }
}
