import type { Authority } from '#domain/order/order.ts'

/** So much of an ingredient, and what that is worth in thousandths of the currency's smallest unit. */
export interface StockLine {
  readonly ingredientId: string
  readonly qty: number
  readonly worth: number
}

/** What everything that happens to stock says. `reason` is why it was wasted, or a note. */
interface Told extends Authority {
  readonly date: string
  readonly lines: readonly StockLine[]
}

export type StockEvent =
  /** A delivery. */
  | { readonly type: 'stock_received'; readonly payload: Told & { readonly supplier: string } }
  /** What somebody found: from then on the level goes by it. */
  | { readonly type: 'stock_counted'; readonly payload: Told }
  | { readonly type: 'stock_wasted'; readonly payload: Told }
  /** A slip: as if it had never been written. */
  | { readonly type: 'stock_taken_back'; readonly payload: Authority }

export type StockKind = 'received' | 'counted' | 'wasted'

/** One delivery, count or waste, of one or more ingredients. */
export interface StockDocument extends Told {
  readonly id: string
  readonly kind: StockKind
  /** Of a delivery; else empty. */
  readonly supplier: string
  readonly takenBack: Authority | null
}

const KINDS = { stock_received: 'received', stock_counted: 'counted', stock_wasted: 'wasted' } as const

/** Written once; taking it back is final, and before it is here changes nothing. [STOCK5] */
export function foldStock(
  id: string,
  document: StockDocument | null,
  event: StockEvent,
): StockDocument | null {
  if (event.type === 'stock_taken_back') {
    return document === null || document.takenBack !== null
      ? document
      : { ...document, takenBack: event.payload }
  }
  if (document !== null) return document
  return { supplier: '', ...event.payload, id, kind: KINDS[event.type], takenBack: null }
}
