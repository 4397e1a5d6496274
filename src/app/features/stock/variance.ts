import type { VarianceView } from '#domain/stock/variance-view.ts'
import { worthInMinor } from '#domain/stock/worth.ts'
import { decimalText } from '#i18n/money.ts'
import { quantityText } from '#i18n/quantities.ts'

/** How far back the earlier count is looked for, in days; null: the count before the last. */
export const SPANS = { last: null, weeks: 28, months: 91 } as const
export type Span = keyof typeof SPANS

/** The dearest loss first, then what nobody misses by name. */
export function worstFirst(found: readonly VarianceView[]): readonly VarianceView[] {
  return found.toSorted((a, b) => a.worth - b.worth || a.name.localeCompare(b.name))
}

/** As a file has them: plain figures in the ingredient's unit. */
export function varianceRows(
  rows: readonly VarianceView[],
  exponent: number,
): readonly (readonly string[])[] {
  return rows.map(({ name, unit, opening, received, used, wasted, expected, counted, difference, worth }) => [
    name,
    unit,
    ...[opening, received, used, wasted, expected, counted, difference].map(quantityText),
    decimalText(worthInMinor(worth), exponent),
  ])
}
