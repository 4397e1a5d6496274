/** A dish that is sold out, by hand or by its ingredients, or of which somebody counted what is left. */
export interface ScarceView {
  readonly id: string
  readonly name: string
  /** False: 86, because somebody said so. */
  readonly available: boolean
  /** Below zero where more was sold than there was; null: nobody counts. */
  readonly left: number | null
  /** The ingredient that is used up: 86 by itself. Null: none is, or nobody wants that. [STOCK10] */
  readonly missing: string | null
}
