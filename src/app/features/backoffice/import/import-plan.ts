import { newId } from '#app/data/new-id.ts'
import type { RecordFields } from '#domain/record/record.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import { parseCsv, type CsvRow } from '#app/data/csv.ts'
import { columnsOf, type Columns } from './import-columns.ts'
import { readRow, type RowWrong } from './import-row.ts'
import type { OfficeItem } from '#app/features/backoffice/menu/menu-records.ts'
import { nextPosition } from '#app/features/backoffice/records/read.ts'
import type { MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'

/** More than any menu has; a file above it is another file. */
const ROWS_MAX = 5_000

/** Why nothing of a file can be brought in. */
export type FileWrong =
  | { readonly kind: 'empty' }
  | { readonly kind: 'notText' }
  | { readonly kind: 'openQuote'; readonly line: number }
  | { readonly kind: 'tooLong'; readonly max: number }
  | { readonly kind: 'columns'; readonly columns: Columns }

/** What one row of the file does to the menu. */
export interface PlannedRow {
  readonly line: number
  readonly name: string
  readonly category: string
  readonly price: number | null
  /** Same: everything in it is on the menu as it is. */
  readonly does: 'adds' | 'changes' | 'same' | 'wrong'
  readonly wrong: readonly RowWrong[]
  readonly itemId: string
  /** Without the category, where that is to be made first: see `newCategory`. */
  readonly fields: RecordFields
  /** The name of a category that is not there yet. */
  readonly newCategory: string | null
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  /** Headings whose cells are not looked at. */
  readonly unknownColumns: readonly string[]
  readonly newCategories: readonly string[]
}

/** What a file would do to the menu, row by row. Nothing is written. */
export function planImport(
  text: string,
  menu: MenuRecords,
  exponent: number,
): { readonly wrong: FileWrong } | { readonly plan: ImportPlan } {
  // A picture or a spreadsheet's own file holds bytes that no text has.
  if (text.includes('\u0000')) return { wrong: { kind: 'notText' } }
  const csv = parseCsv(text)
  if (!csv.ok) return { wrong: { kind: 'openQuote', line: csv.openQuoteLine } }
  const [header, ...body] = csv.rows
  if (header === undefined) return { wrong: { kind: 'empty' } }
  const columns = columnsOf(header)
  if (columns.missing.length > 0 || columns.twice.length > 0) return { wrong: { kind: 'columns', columns } }
  if (body.length === 0) return { wrong: { kind: 'empty' } }
  if (body.length > ROWS_MAX) return { wrong: { kind: 'tooLong', max: ROWS_MAX } }
  const rows = planRows(body, columns, menu, exponent)
  const made = rows.flatMap(({ does, newCategory }) =>
    does === 'wrong' || newCategory === null ? [] : [newCategory],
  )
  return { plan: { rows, unknownColumns: columns.unknown, newCategories: distinct(made) } }
}

function planRows(
  body: readonly CsvRow[],
  { at }: Columns,
  menu: MenuRecords,
  exponent: number,
): readonly PlannedRow[] {
  const met = new Map<string, number>()
  let position = nextPosition(menu.items)
  return body.map(({ line, cells }) => {
    const row = readRow((column) => cells[at.get(column) ?? -1] ?? '', menu, exponent)
    const found = row.item
    // By its code, or by its name: a row that comes twice would write one item over the other.
    const key = found?.id ?? (row.code === '' ? `name ${row.name.toLowerCase()}` : row.code)
    const before = met.get(key)
    const wrong: readonly RowWrong[] =
      before === undefined ? row.wrong : [...row.wrong, { kind: 'twice', value: String(before) }]
    met.set(key, before ?? line)
    const added = { ...addedFields(row.category, menu), ...row.fields, position }
    const fields = found === null ? added : changedFields(row.fields, found)
    const isSame = Object.keys(fields).length === 0 && row.newCategory === null
    const does = wrong.length > 0 ? 'wrong' : found === null ? 'adds' : isSame ? 'same' : 'changes'
    if (does === 'adds') position += 1
    return {
      line,
      name: row.name,
      category: row.category,
      price: row.price,
      does,
      wrong,
      itemId: found?.id ?? (row.code === '' ? newId() : row.code),
      fields,
      newCategory: row.newCategory,
    }
  })
}

/** What a new item has that the file does not say: as the last one of its category. */
function addedFields(category: string, { items, categories }: MenuRecords): RecordFields {
  const id = categories.find(({ name }) => name.toLowerCase() === category.toLowerCase())?.id
  const like: OfficeItem | undefined = items.findLast((item) => item.active && item.categoryId === id)
  return {
    stationId: like?.stationId ?? '',
    taxIds: like?.taxIds ?? [],
    picture: '',
    available: true,
    active: true,
  }
}

/** Each once, as it was written first; capitals make no other. */
function distinct(names: readonly string[]): readonly string[] {
  return [...new Map(names.toReversed().map((name) => [name.toLowerCase(), name])).values()].toReversed()
}
