import type { SqlDialect } from './connection.ts'

/**
 * Each step is applied once, in order, in one transaction. `{text}`, `{int}` and `{serial}` stand for the engine's
 * types: PostgreSQL compares text by byte (`COLLATE "C"`), as SQLite does, so that both sort alike.
 */
const STEPS: readonly (readonly string[])[] = [
  [
    `create table journal (n {serial}, store {text} not null, dev {text} not null, seq {int} not null,
      txn_id {text} not null, txn_i {int} not null, txn_n {int} not null, hlc {text} not null, wall {int} not null,
      off_ms {int} not null, actor {text} not null, ent_type {text} not null, ent_id {text} not null,
      type {text} not null, v {int} not null, crit {int} not null, payload {text} not null, prev {text} not null,
      hash {text} not null, folded {int} not null, unique (store, dev, seq)) {strict}`,
    `create index journal_entity on journal (store, ent_type, ent_id, hlc, dev, seq)`,
    `create index journal_arrival on journal (store, n)`,
    `create index journal_txn on journal (store, txn_id)`,
    `create table heads (store {text} not null, dev {text} not null, seq {int} not null, hash {text} not null,
      primary key (store, dev)) {strict}`,
    `create table entities (store {text} not null, type {text} not null, id {text} not null, hlc {text} not null,
      dev {text} not null, seq {int} not null, read_only {int} not null, state {text} not null,
      primary key (store, type, id)) {strict}`,
    `create table quarantine (id {serial}, store {text} not null, dev {text} not null, seq {int} not null,
      reason {text} not null, body {text} not null, received_at {int} not null) {strict}`,
    `create table local_values (store {text} not null, key {text} not null, value {text} not null,
      primary key (store, key)) {strict}`,
    `create table print_jobs (store {text} not null, id {text} not null, kind {text} not null,
      printer_id {text} not null, order_id {text} not null, copy {int} not null, state {text} not null,
      attempts {int} not null, last_error {text}, asked_at {int} not null, updated_at {int} not null,
      next_try_at {int} not null, primary key (store, id)) {strict}`,
    `create index print_jobs_state on print_jobs (state, store, next_try_at)`,
    `create table orders (store {text} not null, id {text} not null, number {text} not null, service {text} not null,
      table_id {text}, covers {int} not null, business_date {text} not null, opened_at {int} not null,
      opened_by {text} not null, status {text} not null, closed_at {int}, closed_date {text}, total {int},
      primary key (store, id)) {strict}`,
    `create index orders_status on orders (status, store)`,
    `create index orders_closed_date on orders (store, closed_date, closed_at)`,
    `create index orders_date on orders (store, business_date)`,
    `create table order_items (store {text} not null, id {text} not null, order_id {text} not null,
      menu_item_id {text} not null, name {text} not null, station_id {text} not null, unit_price {int} not null,
      qty {int} not null, note {text} not null, status {text} not null, preparation {text}, sent_at {int},
      prepared_at {int}, primary key (store, id)) {strict}`,
    `create index order_items_order on order_items (order_id, store)`,
    `create index order_items_preparation on order_items (store, preparation, prepared_at)`,
    `create table payments (store {text} not null, id {text} not null, order_id {text} not null,
      method {text} not null, amount {int} not null, status {text} not null, taken_at {int} not null,
      business_date {text} not null, primary key (store, id)) {strict}`,
    `create index payments_order on payments (order_id, store)`,
    `create index payments_date on payments (store, business_date)`,
    `create table menu_items (store {text} not null, id {text} not null, name {text} not null,
      category_id {text} not null, station_id {text} not null, price {int} not null, position {int} not null,
      picture {text} not null, available {int} not null, active {int} not null, primary key (store, id)) {strict}`,
    `create table categories (store {text} not null, id {text} not null, name {text} not null,
      position {int} not null, color {text} not null, active {int} not null, primary key (store, id)) {strict}`,
    `create table taxes (store {text} not null, id {text} not null, name {text} not null, rate_ppm {int} not null,
      inclusive {int} not null, active {int} not null, primary key (store, id)) {strict}`,
    `create table areas (store {text} not null, id {text} not null, name {text} not null, position {int} not null,
      active {int} not null, primary key (store, id)) {strict}`,
    `create table tables (store {text} not null, id {text} not null, name {text} not null, area_id {text} not null,
      seats {int} not null, position {int} not null, active {int} not null, primary key (store, id)) {strict}`,
    `create table stations (store {text} not null, id {text} not null, name {text} not null,
      position {int} not null, active {int} not null, primary key (store, id)) {strict}`,
    `create table printers (store {text} not null, id {text} not null, name {text} not null, host {text} not null,
      port {int} not null, columns {int} not null, active {int} not null, primary key (store, id)) {strict}`,
    `create table users (store {text} not null, id {text} not null, name {text} not null, role {text} not null,
      pin_hash {text} not null, active {int} not null, primary key (store, id)) {strict}`,
    `create table devices (store {text} not null, id {text} not null, name {text} not null, letter {text} not null,
      kind {text} not null, paired_at {int} not null, active {int} not null, primary key (store, id)) {strict}`,
  ],
  [
    `alter table orders add column merged_into {text}`,
    `alter table orders add column waiter {text} not null default ''`,
    `alter table orders add column due_at {int}`,
    `create index orders_merged on orders (store, merged_into)`,
    `create index order_items_menu_item on order_items (store, menu_item_id, sent_at)`,
    `alter table payments add column shift_id {text}`,
    `create index payments_shift on payments (store, shift_id)`,
    `create table refunds (store {text} not null, id {text} not null, payment_id {text} not null,
      order_id {text} not null, method {text} not null, amount {int} not null, business_date {text} not null,
      shift_id {text}, given_at {int} not null, primary key (store, id)) {strict}`,
    `create index refunds_date on refunds (store, business_date)`,
    `create index refunds_shift on refunds (store, shift_id)`,
    `create table shifts (store {text} not null, id {text} not null, drawer {text} not null, status {text} not null,
      business_date {text} not null, opened_at {int} not null, opened_by {text} not null, closed_at {int},
      difference {int}, primary key (store, id)) {strict}`,
    `create index shifts_status on shifts (store, status)`,
    `create index shifts_date on shifts (store, business_date)`,
    `create table check_outs (store {text} not null, id {text} not null, user_id {text} not null,
      business_date {text} not null, due {int} not null, done_at {int} not null, primary key (store, id)) {strict}`,
    `create index check_outs_date on check_outs (store, business_date)`,
    `create table days (store {text} not null, id {text} not null, number {text} not null,
      business_date {text} not null, closed_at {int} not null, closed_by {text} not null, net {int} not null,
      tax {int} not null, primary key (store, id)) {strict}`,
    `create index days_date on days (store, business_date)`,
  ],
  [
    // Small: what is not folded is rare.
    `create index journal_deferred on journal (store, n) where folded = 0`,
    `alter table quarantine add column settled {text}`,
    `alter table quarantine add column settled_by {text}`,
    `alter table quarantine add column settled_at {int}`,
  ],
  [
    // The history of orders is read newest first, a page at a time, of all or of one status.
    `alter table orders add column found_by {text} not null default ''`,
    `create index orders_opened on orders (store, opened_at, id)`,
    `create index orders_status_opened on orders (store, status, opened_at, id)`,
    `create index refunds_order on refunds (order_id, store)`,
  ],
  [
    `create table day_totals (store {text} not null, business_date {text} not null, version {int} not null,
      made {int} not null, body {text}, primary key (store, business_date)) {strict}`,
    // Days that were there before are added up when somebody asks.
    `insert into day_totals select store, business_date, 1, 0, null from (
      select store, closed_date as business_date from orders where closed_date is not null
      union select store, business_date from orders where status = 'cancelled'
      union select store, business_date from payments union select store, business_date from refunds
      union select store, business_date from shifts) as known`,
  ],
  [
    `alter table print_jobs add column station_id {text} not null default ''`,
    `alter table print_jobs add column title {text} not null default ''`,
    `alter table print_jobs add column doc {text}`,
    `alter table print_jobs add column asked_by {text} not null default ''`,
    `alter table print_jobs add column mark {text} not null default ''`,
    `alter table print_jobs add column other_printer_id {text}`,
    `alter table print_jobs add column copy_of {text}`,
    `alter table print_jobs add column queued_at {int} not null default 0`,
    `alter table print_jobs add column settled_by {text}`,
    `alter table print_jobs add column settled_why {text}`,
    `create index print_jobs_copy on print_jobs (store, copy_of)`,
    `create table kitchen_due (store {text} not null, id {text} not null, ent_type {text} not null,
      ent_id {text} not null, actor {text} not null, asked_at {int} not null, noted_at {int} not null,
      primary key (store, id)) {strict}`,
    `create table kitchen_told (store {text} not null, item_id {text} not null, revision {text} not null,
      place {text} not null, qty {int} not null, times {int} not null, primary key (store, item_id)) {strict}`,
  ],
  [
    `create table ingredients (store {text} not null, id {text} not null, name {text} not null, unit {text} not null,
      pack_name {text} not null, pack_size {int} not null, pack_cost {int} not null, low {int} not null,
      par {int} not null, supplier {text} not null, active {int} not null, primary key (store, id)) {strict}`,
    `create table stock_moves (store {text} not null, id {text} not null, source_type {text} not null,
      source {text} not null, ingredient_id {text} not null, kind {text} not null, date {text} not null,
      at {int} not null, qty {int} not null, worth {int} not null, primary key (store, id)) {strict}`,
    `create index stock_moves_source on stock_moves (store, source)`,
    `create index stock_moves_ingredient on stock_moves (store, ingredient_id, date, at, id)`,
    `create index stock_moves_counted on stock_moves (store, ingredient_id, date, at, id) where kind = 'counted'`,
    `create table stock_days (store {text} not null, id {text} not null, ingredient_id {text} not null,
      date {text} not null, kind {text} not null, qty {int} not null, worth {int} not null, moves {int} not null,
      primary key (store, id)) {strict}`,
    `create index stock_days_ingredient on stock_days (store, ingredient_id, date)`,
    `create index stock_days_date on stock_days (store, date)`,
  ],
  [
    `alter table menu_items add column counted {int}`,
    `alter table menu_items add column counted_at {int}`,
    // Small: few dishes are out or counted.
    `create index menu_items_scarce on menu_items (store) where available = 0 or counted_at is not null`,
  ],
  [
    `create table bases (store {text} not null, dev {text} not null, seq {int} not null, hash {text} not null,
      primary key (store, dev)) {strict}`,
    // Small: what came before its entity's first event is rare.
    `create index entities_unopened on entities (store, type, id) where state = 'null'`,
  ],
  // With the last event of each action, where its author signs.
  [`alter table journal add column sig {text}`],
  [
    `create table stock_openings (store {text} not null, id {text} not null, date {text} not null,
      level {int} not null, counted_at {int}, primary key (store, id)) {strict}`,
    // Small: deliveries, counts and waste are few beside what is sold.
    `create index stock_moves_documents on stock_moves (store, date) where source_type = 'stock'`,
  ],
  [
    `alter table days add column other_numbers {text} not null default ''`,
    // Small: two tills seldom close one day without seeing each other.
    `create index days_closed_twice on days (store) where other_numbers <> ''`,
  ],
  [
    `create table pictures (store {text} not null, hash {text} not null, body {text} not null,
      primary key (store, hash)) {strict}`,
  ],
]

export const SCHEMA_VERSION = STEPS.length

/** The statements that bring a database from `version` to the newest, with the version each reaches. */
export function stepsFrom(
  version: number,
  dialect: SqlDialect,
): readonly { version: number; sql: string[] }[] {
  return STEPS.slice(version).map((step, index) => ({
    version: version + index + 1,
    sql: step.map((statement) => forEngine(statement, dialect)),
  }))
}

function forEngine(statement: string, dialect: SqlDialect): string {
  const sqlite = dialect === 'sqlite'
  return statement
    .replaceAll('{text}', sqlite ? 'text' : 'text collate "C"')
    .replaceAll('{int}', sqlite ? 'integer' : 'bigint')
    .replaceAll('{serial}', sqlite ? 'integer primary key autoincrement' : 'bigserial primary key')
    .replaceAll('{strict}', sqlite ? 'strict' : '')
}
