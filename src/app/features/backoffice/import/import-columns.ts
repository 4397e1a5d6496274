import type { CsvRow } from '#app/data/csv.ts'

/** What a column of a menu's file can be, with what people call it. */
const COLUMNS = {
  code: ['code', 'id', 'sku', 'plu', 'number', 'no'],
  name: ['name', 'item', 'title', 'product', 'dish', 'description'],
  category: ['category', 'group', 'section', 'department'],
  price: ['price', 'amount', 'unitprice'],
  taxes: ['taxes', 'tax', 'vat', 'rate', 'taxrate'],
  station: ['station', 'madeat', 'printer', 'kitchen'],
  course: ['course'],
  allergens: ['allergens', 'allergen', 'contains', 'allergies'],
  onMenu: ['onmenu', 'active'],
} as const satisfies { readonly [column: string]: readonly string[] }

export type Column = keyof typeof COLUMNS

const NAMES = Object.keys(COLUMNS) as readonly Column[]
const NEEDED = ['name', 'category', 'price'] as const satisfies readonly Column[]

export interface Columns {
  /** Which cell of a row each column is. */
  readonly at: ReadonlyMap<Column, number>
  /** Headings that are no column of ours: their cells are left out. */
  readonly unknown: readonly string[]
  readonly missing: readonly Column[]
  /** Headings that name a column named before. */
  readonly twice: readonly string[]
}

/** Which columns a file has, by its first row. */
export function columnsOf(header: CsvRow | undefined): Columns {
  const at = new Map<Column, number>()
  const unknown: string[] = []
  const twice: string[] = []
  for (const [index, heading] of (header?.cells ?? []).entries()) {
    const column = columnNamed(heading)
    if (column === undefined) {
      if (heading !== '') unknown.push(heading)
    } else if (at.has(column)) twice.push(heading)
    else at.set(column, index)
  }
  return { at, unknown, twice, missing: NEEDED.filter((column) => !at.has(column)) }
}

/** "Unit price", "unit_price" and "UNITPRICE" are one. */
function columnNamed(heading: string): Column | undefined {
  const plain = heading.toLowerCase().replaceAll(/[^a-z]/g, '')
  return NAMES.find((column) => (COLUMNS[column] as readonly string[]).includes(plain))
}
