import type { StockItemView } from '#device/messages/stock-views.ts'
import { worthInMinor, worthOf } from '#domain/stock/worth.ts'
import { decimalText } from '#i18n/money.ts'
import { quantityText } from '#i18n/quantities.ts'

/** Ingredients in use as rows of a file, by name: with the columns that bring them in again, then level and worth. */
export function levelRows(items: readonly StockItemView[], exponent: number): readonly (readonly string[])[] {
  const used = items.filter(({ active }) => active).toSorted((a, b) => a.name.localeCompare(b.name))
  return used.map((item) => [
    item.name,
    item.unit,
    item.packName,
    quantityText(item.packSize),
    decimalText(item.packCost, exponent),
    quantityText(item.low),
    quantityText(item.par),
    item.supplier,
    quantityText(item.level),
    decimalText(item.level > 0 ? worthInMinor(worthOf(item.level, item)) : 0, exponent),
  ])
}
