/** A dish that is sold out, or of which somebody counted what is left. */
export interface ScarceView {
  readonly id: string
  readonly name: string
  /** False: 86. */
  readonly available: boolean
  /** Below zero where more was sold than there was; null: nobody counts. */
  readonly left: number | null
}
