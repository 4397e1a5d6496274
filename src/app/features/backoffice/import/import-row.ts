import { COURSE_MAX } from '#domain/limits.ts'
import type { RecordFields } from '#domain/record/record.ts'
import { withoutApostrophe } from '#app/data/csv.ts'
import { allergensIn } from './import-allergens.ts'
import type { Column } from './import-columns.ts'
import type { OfficeItem } from '#app/features/backoffice/menu/menu-records.ts'
import { typedPrice, wrongName, type Wrong } from '#app/features/backoffice/records/typed.ts'
import type { MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'

/** What is wrong with a row; `value` is what stands there. */
export interface RowWrong {
  readonly kind:
    | Wrong
    | 'taxUnknown'
    | 'stationUnknown'
    | 'courseBad'
    | 'allergenUnknown'
    | 'codeBad'
    | 'onMenuBad'
    | 'nameAmbiguous'
    | 'twice'
  readonly value: string
}

export interface ReadRow {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly price: number | null
  /** The item it is about: by its code, else by its name. */
  readonly item: OfficeItem | null
  readonly fields: RecordFields
  readonly newCategory: string | null
  readonly wrong: readonly RowWrong[]
}

/** One row, read by the columns it has. A cell that is empty says nothing about its field. */
export function readRow(raw: (column: Column) => string, menu: MenuRecords, exponent: number): ReadRow {
  const cell = (column: Column): string => withoutApostrophe(raw(column)).trim()
  const [code, name, category] = [cell('code'), cell('name'), cell('category')]
  const { price, wrong: priceWrong } = typedPrice(withoutCurrency(cell('price')), exponent)
  const known = menu.categories.find((one) => isSame(one.name, category) && one.active)
  const taxes = taxesIn(cell('taxes'), menu)
  const station = menu.stations.find((one) => isSame(one.name, cell('station')) || one.id === cell('station'))
  const stated = allergensIn(cell('allergens'))
  const matches = matching(code, name, menu.items)
  const wrong: RowWrong[] = []
  const tell = (kind: RowWrong['kind'] | null, value: string): void => {
    if (kind !== null) wrong.push({ kind, value })
  }
  tell(wrongName(name), name)
  tell(category === '' ? 'categoryMissing' : wrongName(category), category)
  tell(priceWrong, cell('price'))
  for (const unknown of taxes.unknown) tell('taxUnknown', unknown)
  if (cell('station') !== '' && station === undefined) tell('stationUnknown', cell('station'))
  if (!isCourseOrNone(cell('course'))) tell('courseBad', cell('course'))
  for (const unknown of stated.unknown) tell('allergenUnknown', unknown)
  if (!/^[\x21-\x7e]{0,80}$/.test(code)) tell('codeBad', code)
  if (cell('onMenu') !== '' && yesOrNo(cell('onMenu')) === null) tell('onMenuBad', cell('onMenu'))
  if (matches.length > 1) tell('nameAmbiguous', name)
  const [item = null] = matches
  return {
    code,
    name,
    category,
    price: priceWrong === null ? price : null,
    item,
    newCategory: known === undefined && category !== '' ? category : null,
    wrong,
    fields: {
      name,
      price,
      ...(known === undefined ? {} : { categoryId: known.id }),
      ...(cell('taxes') === '' ? {} : { taxIds: taxes.ids }),
      ...(station === undefined ? {} : { stationId: station.id }),
      ...(cell('course') === '' ? {} : { course: Number(cell('course')) }),
      ...(stated.allergens === null ? {} : { allergens: stated.allergens }),
      ...(yesOrNo(cell('onMenu')) === null ? {} : { active: yesOrNo(cell('onMenu')) }),
    },
  }
}

/** The item of that code; else those of that name, what is on the menu before what is off it. */
function matching(code: string, name: string, items: readonly OfficeItem[]): readonly OfficeItem[] {
  const coded = items.filter(({ id }) => code !== '' && id === code)
  if (coded.length > 0) return coded
  const named = items.filter((item) => isSame(item.name, name))
  const on = named.filter(({ active }) => active)
  return on.length > 0 ? on : named.slice(0, 1)
}

/** Several taxes of one item stand in one cell, set off by "+" or "|". */
function taxesIn(
  text: string,
  { taxes }: MenuRecords,
): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const names = text
    .split(/[+|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const found = names.map((name) => taxes.find((tax) => isSame(tax.name, name) || tax.id === name))
  return {
    ids: found.flatMap((tax) => (tax === undefined ? [] : [tax.id])),
    unknown: names.filter((_, index) => found[index] === undefined),
  }
}

/** "€ 2,50" and "2.50 EUR" are amounts, too. */
function withoutCurrency(text: string): string {
  return text.replaceAll(/^(?:\p{Sc}|[A-Z]{3})\s*|\s*(?:\p{Sc}|[A-Z]{3})$/gu, '').trim()
}

function isCourseOrNone(text: string): boolean {
  return text === '' || (/^\d{1,2}$/.test(text) && Number(text) <= COURSE_MAX)
}

function yesOrNo(text: string): boolean | null {
  if (/^(?:yes|y|true|1)$/i.test(text)) return true
  return /^(?:no|n|false|0)$/i.test(text) ? false : null
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
