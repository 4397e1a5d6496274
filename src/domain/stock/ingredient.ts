import type { Minor } from '#domain/money/money.ts'

export const STOCK_UNITS = ['g', 'ml', 'piece'] as const
/** What an ingredient is measured in. Quantities are thousandths of it: half a lemon is 500 of a piece. */
export type StockUnit = (typeof STOCK_UNITS)[number]

/** A unit as it stands in a table; one of a newer program is taken for a piece. */
export function unitOf(unit: string): StockUnit {
  return STOCK_UNITS.find((known) => known === unit) ?? 'piece'
}

/** A plain record: what dishes are made of, how it is bought and what it costs. */
export interface Ingredient {
  readonly name: string
  readonly unit: StockUnit
  /** How it is bought: "Sack", "Bottle"; so many thousandths of the unit, for so much. */
  readonly packName: string
  readonly packSize: number
  readonly packCost: Minor
  /** At this level or below it is low; 0: never. In thousandths of the unit, as all quantities. */
  readonly low: number
  /** What should be there after a delivery; 0: not said. */
  readonly par: number
  readonly supplier: string
  readonly active: boolean
}
