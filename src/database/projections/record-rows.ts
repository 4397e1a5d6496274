import type { RecordFields, RecordType } from '#domain/record/record.ts'

/**
 * How each plain record becomes a row. A record is whatever fields have arrived so far, so a missing or odd field
 * becomes a plain default: a projection never throws.
 */
type Columns = { readonly [column: string]: string | number | null }

const text = (fields: RecordFields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

const int = (fields: RecordFields, name: string): number => {
  const value = fields[name]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
}

const flag = (fields: RecordFields, name: string): number => (fields[name] === true ? 1 : 0)

export const RECORD_TABLES = {
  menu_item: 'menu_items',
  category: 'categories',
  tax: 'taxes',
  area: 'areas',
  table: 'tables',
  station: 'stations',
  printer: 'printers',
  user: 'users',
  device: 'devices',
  ingredient: 'ingredients',
} as const satisfies Partial<{ readonly [type in RecordType]: string }>

export type TabledRecord = keyof typeof RECORD_TABLES

export function isTabledRecord(type: string): type is TabledRecord {
  return type in RECORD_TABLES
}

const countdown = ({ countdown: count }: RecordFields): Columns => {
  const { qty = null, at = null } =
    typeof count === 'object' && count !== null
      ? (count as { readonly qty?: unknown; readonly at?: unknown })
      : {}
  const whole = Number.isSafeInteger(qty) && Number.isSafeInteger(at)
  return { counted: whole ? (qty as number) : null, counted_at: whole ? (at as number) : null }
}

const named = (fields: RecordFields): Columns => ({
  name: text(fields, 'name'),
  position: int(fields, 'position'),
  active: flag(fields, 'active'),
})

const COLUMNS: { readonly [type in TabledRecord]: (fields: RecordFields) => Columns } = {
  menu_item: (fields) => ({
    ...named(fields),
    category_id: text(fields, 'categoryId'),
    station_id: text(fields, 'stationId'),
    price: int(fields, 'price'),
    picture: text(fields, 'picture'),
    available: flag(fields, 'available'),
    ...countdown(fields),
  }),
  category: (fields) => ({ ...named(fields), color: text(fields, 'color') }),
  tax: (fields) => ({
    name: text(fields, 'name'),
    rate_ppm: int(fields, 'ratePpm'),
    inclusive: flag(fields, 'inclusive'),
    active: flag(fields, 'active'),
  }),
  area: named,
  table: (fields) => ({ ...named(fields), area_id: text(fields, 'areaId'), seats: int(fields, 'seats') }),
  station: named,
  printer: (fields) => ({
    name: text(fields, 'name'),
    host: text(fields, 'host'),
    port: int(fields, 'port'),
    columns: int(fields, 'columns'),
    active: flag(fields, 'active'),
  }),
  user: (fields) => ({
    name: text(fields, 'name'),
    role: text(fields, 'role'),
    pin_hash: text(fields, 'pinHash'),
    active: flag(fields, 'active'),
  }),
  device: (fields) => ({
    name: text(fields, 'name'),
    letter: text(fields, 'letter'),
    kind: text(fields, 'kind'),
    paired_at: int(fields, 'pairedAt'),
    active: flag(fields, 'active'),
  }),
  ingredient: (fields) => ({
    name: text(fields, 'name'),
    unit: text(fields, 'unit'),
    pack_name: text(fields, 'packName'),
    pack_size: int(fields, 'packSize'),
    pack_cost: int(fields, 'packCost'),
    low: int(fields, 'low'),
    par: int(fields, 'par'),
    supplier: text(fields, 'supplier'),
    active: flag(fields, 'active'),
  }),
}

export function recordRow(
  store: string,
  id: string,
  type: TabledRecord,
  fields: RecordFields,
): Columns & { readonly store: string; readonly id: string } {
  return { store, id, ...COLUMNS[type](fields) }
}
