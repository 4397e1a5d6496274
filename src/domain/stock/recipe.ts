/** So much of an ingredient, in thousandths of its unit. */
export interface RecipeLine {
  readonly ingredientId: string
  readonly qty: number
}

/** What goes into so many portions: a pot of soup makes twenty. Written on a menu item, a size or an option. */
export interface Recipe {
  readonly makes: number
  readonly lines: readonly RecipeLine[]
}

/** What an ingredient is to one unit of a sold line: id, thousandths of its unit, worth in thousandths of a cent. */
export type Use = readonly [ingredientId: string, qty: number, worth: number]

/** What one unit of a line uses, frozen when it was sent, and the business date of that. [STOCK2] */
export interface LineStock {
  readonly date: string
  readonly uses: readonly Use[]
}
