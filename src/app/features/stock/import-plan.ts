import { parseCsv, withoutApostrophe, type CsvRow } from '#app/data/csv.ts'
import type { StockItemView } from '#device/messages/stock-views.ts'
import { STOCK_UNITS } from '#domain/stock/ingredient.ts'
import type { RecordFields } from '#domain/record/record.ts'
import { changedOf, readIngredient, type IngredientDraft } from './ingredient-draft.ts'

/** More than any kitchen buys; a file above it is another file. */
const ROWS_MAX = 2_000

/** The headings of a file, as they are written with and without capitals and spaces. */
const COLUMNS = {
  name: 'name',
  unit: 'unit',
  pack: 'packName',
  packsize: 'packSize',
  packcost: 'packCost',
  low: 'low',
  par: 'par',
  supplier: 'supplier',
} as const satisfies { readonly [heading: string]: keyof IngredientDraft }

/** Columns of the saved levels that nobody brings in: they are no mistake. */
const LEFT_OUT: readonly string[] = ['level', 'worth']

/** Why nothing of a file can be brought in. */
export type FileWrong =
  | { readonly kind: 'empty' | 'notText' }
  | { readonly kind: 'openQuote'; readonly line: number }
  | { readonly kind: 'tooLong'; readonly max: number }
  | { readonly kind: 'missing' | 'twiceColumn'; readonly names: readonly string[] }

export interface RowWrong {
  readonly kind: 'name' | 'unit' | 'otherUnit' | 'text' | 'size' | 'cost' | 'quantity' | 'twice' | 'ambiguous'
  readonly value: string
}

export interface PlannedRow {
  readonly line: number
  readonly name: string
  readonly does: 'adds' | 'changes' | 'same' | 'wrong'
  readonly wrong: readonly RowWrong[]
  /** Null: it is a new one. */
  readonly ingredientId: string | null
  readonly fields: RecordFields
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  /** Headings whose cells are not looked at. */
  readonly unknown: readonly string[]
}

/** What a file would do to the ingredients, row by row. Nothing is written. [STOCK14] */
export function planImport(
  text: string,
  items: readonly StockItemView[],
  exponent: number,
): { readonly wrong: FileWrong } | { readonly plan: ImportPlan } {
  // A spreadsheet's own file holds bytes that no text has.
  if (text.includes('\u0000')) return { wrong: { kind: 'notText' } }
  const csv = parseCsv(text)
  if (!csv.ok) return { wrong: { kind: 'openQuote', line: csv.openQuoteLine } }
  const [header, ...body] = csv.rows
  if (header === undefined || body.length === 0) return { wrong: { kind: 'empty' } }
  const headings = header.cells.map(plainHeading)
  const missing = ['name', 'unit'].filter((name) => !headings.includes(name))
  if (missing.length > 0) return { wrong: { kind: 'missing', names: missing } }
  const twice = headings.filter((name, index) => name in COLUMNS && headings.indexOf(name) !== index)
  if (twice.length > 0) return { wrong: { kind: 'twiceColumn', names: twice } }
  if (body.length > ROWS_MAX) return { wrong: { kind: 'tooLong', max: ROWS_MAX } }
  const unknown = header.cells.filter((_, index) => {
    const heading = headings[index] ?? ''
    return !(heading in COLUMNS) && !LEFT_OUT.includes(heading) && heading !== ''
  })
  return { plan: { rows: planRows(body, headings, items, exponent), unknown } }
}

function plainHeading(cell: string): string {
  return cell.toLowerCase().replaceAll(/[\s_-]/g, '')
}

function planRows(
  body: readonly CsvRow[],
  headings: readonly string[],
  items: readonly StockItemView[],
  exponent: number,
): readonly PlannedRow[] {
  const met = new Map<string, number>()
  return body.map(({ line, cells }) => {
    const given = givenIn(headings, cells)
    const name = given.name ?? ''
    const { item, isAmbiguous } = namedIn(items, name)
    const { fields, wrong } = readRow(given, item, exponent)
    const before = met.get(name.toLowerCase())
    met.set(name.toLowerCase(), before ?? line)
    const all: readonly RowWrong[] = [
      ...wrong,
      ...(before === undefined ? [] : [{ kind: 'twice', value: String(before) } as const]),
      ...(isAmbiguous ? [{ kind: 'ambiguous', value: name } as const] : []),
    ]
    const changed = changedOf(fields, item)
    const does =
      all.length > 0
        ? 'wrong'
        : item === null
          ? 'adds'
          : Object.keys(changed).length === 0
            ? 'same'
            : 'changes'
    return { line, name, does, wrong: all, ingredientId: item?.id ?? null, fields: changed }
  })
}

/** The one in use, before one that was taken out of use, which comes back. Two in use of one name are nobody's. */
function namedIn(
  items: readonly StockItemView[],
  name: string,
): { readonly item: StockItemView | null; readonly isAmbiguous: boolean } {
  const called = items.filter((item) => item.name.toLowerCase() === name.toLowerCase())
  const used = called.filter(({ active }) => active)
  return { item: used[0] ?? called[0] ?? null, isAmbiguous: used.length > 1 }
}

type Given = { readonly [field in keyof IngredientDraft]?: string }

function givenIn(headings: readonly string[], cells: readonly string[]): Given {
  const given = new Map<string, string>()
  for (const [heading, field] of Object.entries(COLUMNS)) {
    const at = headings.indexOf(heading)
    // A shorter row says nothing of the columns it lacks, and an empty cell is neither a size nor a cost.
    const cell = at < 0 ? undefined : cells[at]
    if (cell === undefined || (cell === '' && (field === 'packSize' || field === 'packCost'))) continue
    given.set(field, field === 'unit' ? unitIn(cell) : withoutApostrophe(cell))
  }
  return Object.fromEntries(given)
}

function unitIn(cell: string): string {
  const typed = cell.toLowerCase()
  return typed === 'pieces' || typed === 'pc' ? 'piece' : typed
}

/** What a row says; a column the file lacks stays as it is, and of a new one is empty: a pack of one, for nothing. */
function readRow(
  given: Given,
  item: StockItemView | null,
  exponent: number,
): { readonly fields: RecordFields; readonly wrong: readonly RowWrong[] } {
  const unit = STOCK_UNITS.find((one) => one === given.unit)
  const draft: IngredientDraft = {
    name: given.name ?? '',
    unit: unit ?? 'g',
    packName: given.packName ?? '',
    packSize: given.packSize ?? '1',
    packCost: given.packCost ?? '0',
    low: given.low ?? '',
    par: given.par ?? '',
    supplier: given.supplier ?? '',
  }
  const { fields, errors } = readIngredient(draft, exponent)
  const wrong = Object.entries(errors).map(([field, kind]): RowWrong => {
    return { kind, value: draft[field as keyof IngredientDraft] }
  })
  const badUnit: readonly RowWrong[] = unit === undefined ? [{ kind: 'unit', value: given.unit ?? '' }] : []
  // Levels, recipes and counts are in the unit it has.
  const otherUnit: readonly RowWrong[] =
    item !== null && unit !== undefined && unit !== item.unit ? [{ kind: 'otherUnit', value: item.unit }] : []
  const named = item === null ? fields : { ...onlyGiven(fields, given), active: true }
  return { fields: named, wrong: [...badUnit, ...otherUnit, ...wrong] }
}

function onlyGiven(fields: RecordFields, given: Given): RecordFields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field in given))
}
