import type { Minor } from '#domain/money/money.ts'

/** A tax as it was when the line was added: copied onto the line, so later changes never move old money. */
export interface LineTax {
  readonly id: string
  readonly name: string
  /** Millionths: 20 % = 200 000, 8.875 % = 88 750. 0 for a fixed tax. */
  readonly ratePpm: number
  /** Whether the price already holds the tax (Europe) or it comes on top (US). */
  readonly inclusive: boolean
  /** A fixed tax: so much a piece (a deposit, a bag tax, a duty). */
  readonly perPiece?: Minor
  /** Compound: ids of taxes of the same line that are part of what this one is a percentage of. Only on top. */
  readonly on?: readonly string[]
}

/** Where tax is rounded: on each line, once per rate, or once on the document. */
export type TaxScope = 'line' | 'rate' | 'document'

export interface TaxTotal extends LineTax {
  /** What the rate was applied to, without any tax. */
  readonly net: Minor
  readonly tax: Minor
  /** The guest does not pay it (an exempt order); `tax` is 0. */
  readonly exempt?: boolean
}

/** One tax at one rate: the same key on two lines is one row of the receipt. Sorts by rate, then name. */
export function taxKey(tax: LineTax): string {
  return `${String(tax.ratePpm).padStart(9, '0')} ${tax.inclusive ? 'i' : 'e'} ${tax.name} ${tax.id}`
}
