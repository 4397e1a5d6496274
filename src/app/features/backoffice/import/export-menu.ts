import { decimalText } from '#i18n/money.ts'
import { writeCsv } from '#app/data/csv.ts'
import { allergenCell } from './import-allergens.ts'
import type { MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'

/** The menu as a table that the import reads again: codes first, so that names may be changed in between. */
export function exportMenu({ items, categories, taxes, stations }: MenuRecords, exponent: number): string {
  const nameIn = (records: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    records.find((one) => one.id === id)?.name ?? ''
  const rows = items.map((item) => [
    item.id,
    item.name,
    nameIn(categories, item.categoryId),
    decimalText(item.price, exponent),
    item.taxIds.map((id) => nameIn(taxes, id)).join(' + '),
    nameIn(stations, item.stationId),
    item.course === null ? '' : String(item.course),
    allergenCell(item.allergens),
    item.active ? 'yes' : 'no',
  ])
  return writeCsv([
    ['code', 'name', 'category', 'price', 'taxes', 'station', 'course', 'allergens', 'on menu'],
    ...rows,
  ])
}
