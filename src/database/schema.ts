import type { Generated, Kysely, Transaction } from 'kysely'

/** Every table begins with its store. Times are milliseconds since 1970, amounts minor units, booleans 0 or 1. */
export interface Schema {
  readonly meta: { key: string; value: string }
  readonly journal: JournalRow
  readonly heads: { store: string; dev: string; seq: number; hash: string }
  /** Up to where a device's log is here in part only. */
  readonly bases: { store: string; dev: string; seq: number; hash: string }
  readonly entities: EntityRow
  readonly quarantine: QuarantineRow
  readonly local_values: { store: string; key: string; value: string }
  /** Of dishes, on servers alone; `body` in base64. Never changed: the hash is of what it holds. */
  readonly pictures: { store: string; hash: string; body: string }
  readonly print_jobs: PrintJobRow
  readonly kitchen_due: KitchenDueRow
  readonly kitchen_told: KitchenToldRow
  readonly orders: OrderRow
  readonly order_items: OrderItemRow
  readonly payments: PaymentRow
  readonly refunds: RefundRow
  readonly shifts: ShiftRow
  readonly check_outs: CheckOutRow
  readonly days: DayRow
  readonly day_totals: DayTotalRow
  readonly ingredients: IngredientRow
  readonly stock_moves: StockMoveRow
  readonly stock_days: StockDayRow
  readonly stock_openings: StockOpeningRow
  readonly menu_items: MenuItemRow
  readonly categories: NamedRow & { color: string }
  readonly taxes: {
    store: string
    id: string
    name: string
    rate_ppm: number
    inclusive: number
    active: number
  }
  readonly areas: NamedRow
  readonly tables: NamedRow & { area_id: string; seats: number }
  readonly stations: NamedRow
  readonly printers: PrinterRow
  readonly users: { store: string; id: string; name: string; role: string; pin_hash: string; active: number }
  readonly devices: DeviceRow
}

/** The event, word for word, and `n`: the place in which it arrived here. `folded` 0: kept for a newer program. */
export interface JournalRow {
  n: Generated<number>
  store: string
  dev: string
  seq: number
  txn_id: string
  txn_i: number
  txn_n: number
  hlc: string
  wall: number
  off_ms: number
  actor: string
  ent_type: string
  ent_id: string
  type: string
  v: number
  crit: number
  payload: string
  prev: string
  hash: string
  sig: string | null
  folded: number
}

/** The fold of one entity and the key of its last event. `read_only` 1: a critical event here is not understood. */
export interface EntityRow {
  store: string
  type: string
  id: string
  hlc: string
  dev: string
  seq: number
  read_only: number
  state: string
}

export interface QuarantineRow {
  id: Generated<number>
  store: string
  dev: string
  seq: number
  reason: string
  body: string
  received_at: number
  /** What was done about it: null, released or dismissed; by whom and when. */
  settled: string | null
  settled_by: string | null
  settled_at: number | null
}

export interface PrintJobRow {
  store: string
  /** The event that asked for it: one event, one job, however often it arrives. */
  id: string
  kind: string
  printer_id: string
  order_id: string
  copy: number
  /** See docs/spec/printing.md: queued, sending, holding, printed, sent, unknown, copied, held, discarded */
  state: string
  attempts: number
  last_error: string | null
  asked_at: number
  updated_at: number
  next_try_at: number
  /** Of a kitchen ticket; else empty. */
  station_id: string
  /** What people call it: order, table, station. */
  title: string
  /** The document, where it is made once; null: it is made when it prints. */
  doc: string | null
  /** Who sent it. */
  asked_by: string
  /** Empty, backup, maybe or again: what is said on top of the paper. */
  mark: string
  /** The printer it was for, or that may print it, too. */
  other_printer_id: string | null
  /** The job it is a copy of. */
  copy_of: string | null
  /** Since when it waits here: when it was made, or a person asked for it again. */
  queued_at: number
  /** Who gave it up, and why. */
  settled_by: string | null
  settled_why: string | null
}

/** An order or item that changed: the kitchen's printers may have to hear of it. */
export interface KitchenDueRow {
  store: string
  /** The event's own key: noted once, however often it arrives. */
  id: string
  ent_type: string
  ent_id: string
  actor: string
  asked_at: number
  noted_at: number
}

/** What the kitchen's paper last said of a line. */
export interface KitchenToldRow {
  store: string
  item_id: string
  revision: string
  place: string
  qty: number
  times: number
}

export interface OrderRow {
  store: string
  id: string
  number: string
  service: string
  table_id: string | null
  covers: number
  business_date: string
  opened_at: number
  opened_by: string
  status: string
  closed_at: number | null
  closed_date: string | null
  total: number | null
  /** The order it is merged into. */
  merged_into: string | null
  waiter: string
  due_at: number | null
  /** Its number, guest and contact as `foldWords` writes them. */
  found_by: string
}

export interface OrderItemRow {
  store: string
  id: string
  order_id: string
  menu_item_id: string
  name: string
  station_id: string
  unit_price: number
  qty: number
  note: string
  status: string
  preparation: string | null
  sent_at: number | null
  prepared_at: number | null
}

export interface PaymentRow {
  store: string
  id: string
  order_id: string
  method: string
  amount: number
  status: string
  taken_at: number
  business_date: string
  /** The drawer session that holds the cash. */
  shift_id: string | null
}

export interface RefundRow {
  store: string
  id: string
  payment_id: string
  order_id: string
  method: string
  amount: number
  /** Of the day it was given. */
  business_date: string
  shift_id: string | null
  given_at: number
}

export interface ShiftRow {
  store: string
  id: string
  drawer: string
  status: string
  business_date: string
  opened_at: number
  opened_by: string
  closed_at: number | null
  difference: number | null
}

export interface CheckOutRow {
  store: string
  id: string
  user_id: string
  business_date: string
  due: number
  done_at: number
}

/** Closed days. `number` is the Z's. */
export interface DayRow {
  store: string
  id: string
  number: string
  /** Of Zs kept beside it, with a space between them: given out, too. */
  other_numbers: string
  business_date: string
  closed_at: number
  closed_by: string
  net: number
  tax: number
}

/**
 * The report of one business date, kept. `version` is raised with every change that may move it; the body counts
 * while `made` is the same. A date without a row has no sales.
 */
export interface DayTotalRow {
  store: string
  business_date: string
  version: number
  made: number
  body: string | null
}

export interface IngredientRow {
  store: string
  id: string
  name: string
  unit: string
  pack_name: string
  pack_size: number
  pack_cost: number
  low: number
  par: number
  supplier: string
  active: number
}

/** What one line, delivery, count or waste did to one ingredient: more is above zero, less below; a count says what is. */
export interface StockMoveRow {
  store: string
  id: string
  /** The item or the stock document it follows from. */
  source_type: string
  source: string
  ingredient_id: string
  /** used, wasted, received, counted */
  kind: string
  date: string
  at: number
  /** Thousandths of the ingredient's unit. */
  qty: number
  /** Thousandths of the currency's smallest unit. */
  worth: number
}

/** The sums of the moves of one kind, ingredient and business date, so that no level is added up from every sale. */
export interface StockDayRow {
  store: string
  id: string
  ingredient_id: string
  date: string
  kind: string
  qty: number
  worth: number
  moves: number
}

/** What was there of an ingredient when `date` began: what happened before it is not here. */
export interface StockOpeningRow {
  store: string
  /** The ingredient's. */
  id: string
  date: string
  /** Thousandths of its unit. */
  level: number
  /** When it was last counted before that, or null. */
  counted_at: number | null
}

interface NamedRow {
  store: string
  id: string
  name: string
  position: number
  active: number
}

export interface MenuItemRow extends NamedRow {
  category_id: string
  station_id: string
  price: number
  picture: string
  available: number
  /** How many there were when somebody counted, and when that was; null: nobody does. */
  counted: number | null
  counted_at: number | null
}

export interface PrinterRow {
  store: string
  id: string
  name: string
  host: string
  port: number
  columns: number
  active: number
}

export interface DeviceRow {
  store: string
  id: string
  name: string
  letter: string
  kind: string
  paired_at: number
  active: number
}

export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
