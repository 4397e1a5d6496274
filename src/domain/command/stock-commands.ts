/** How much of an ingredient, in thousandths of its unit. */
interface AskedLine {
  readonly ingredientId: string
  readonly qty: number
}

/** What a person can ask for about ingredients. The device makes `stockId`: a retry is the same document. */
export type StockCommand =
  | {
      readonly type: 'receive_stock'
      readonly stockId: string
      readonly supplier: string
      readonly note: string
      /** `cost`: what all of the line cost, in minor units. */
      readonly lines: readonly (AskedLine & { readonly cost: number })[]
    }
  /** `qty`: what was found. What nobody counted is not named. */
  | {
      readonly type: 'count_stock'
      readonly stockId: string
      readonly note: string
      readonly lines: readonly AskedLine[]
    }
  | {
      readonly type: 'waste_stock'
      readonly stockId: string
      readonly reason: string
      readonly lines: readonly AskedLine[]
    }
  /** A slip is taken back as a whole. */
  | { readonly type: 'take_back_stock'; readonly stockId: string; readonly reason: string }
