import { canonicalJson } from '#domain/event/canonical.ts'
import type { Db, Tx } from '#database/schema.ts'

const IDS_A_STATEMENT = 400

export interface Ref {
  readonly type: string
  readonly id: string
}

/** What the tables hold of one business date: its orders, their items, payments and refunds. */
export interface DayRows {
  readonly refs: readonly Ref[]
  /** Every row, of the tables and of the entities behind them, as canonical text; sorted, alike on every engine. */
  readonly lines: readonly string[]
}

export async function readDayRows(db: Db | Tx, store: string, businessDate: string): Promise<DayRows> {
  const orders = await db
    .selectFrom('orders')
    .selectAll()
    .where('store', '=', store)
    .where('business_date', '=', businessDate)
    .orderBy('id')
    .execute()
  const refs: Ref[] = orders.map(({ id }) => ({ type: 'order', id }))
  const lines = orders.map((row) => lineOf('orders', row))
  for (const ids of chunks(orders.map(({ id }) => id))) {
    const [items, payments, refunds] = [
      await rowsOf(db, store, 'order_items', ids),
      await rowsOf(db, store, 'payments', ids),
      await rowsOf(db, store, 'refunds', ids),
    ]
    refs.push(...items.map(({ id }) => ({ type: 'item', id })))
    refs.push(...payments.map(({ id }) => ({ type: 'payment', id })))
    lines.push(...items.map((row) => lineOf('order_items', row)))
    lines.push(...payments.map((row) => lineOf('payments', row)))
    lines.push(...refunds.map((row) => lineOf('refunds', row)))
    lines.push(...(await stockOf(db, store, items)).map((row) => lineOf('stock_moves', row)))
  }
  lines.push(...(await entityLines(db, store, refs)))
  return { refs, lines: lines.sort() }
}

async function rowsOf(
  db: Db | Tx,
  store: string,
  table: 'order_items' | 'payments' | 'refunds',
  orderIds: readonly string[],
): Promise<readonly { readonly id: string }[]> {
  return db
    .selectFrom(table)
    .selectAll()
    .where('order_id', 'in', orderIds)
    .where('store', '=', store)
    .execute()
}

/** What these lines took from stock. */
async function stockOf(
  db: Db | Tx,
  store: string,
  items: readonly { readonly id: string }[],
): Promise<readonly object[]> {
  const rows: object[] = []
  for (const sources of chunks(items.map(({ id }) => id))) {
    const found = db.selectFrom('stock_moves').selectAll().where('store', '=', store)
    rows.push(...(await found.where('source', 'in', sources).execute()))
  }
  return rows
}

async function entityLines(db: Db | Tx, store: string, refs: readonly Ref[]): Promise<readonly string[]> {
  const lines: string[] = []
  for (const type of ['order', 'item', 'payment']) {
    for (const ids of chunks(refs.filter((ref) => ref.type === type).map(({ id }) => id))) {
      const rows = await db
        .selectFrom('entities')
        .selectAll()
        .where('store', '=', store)
        .where('type', '=', type)
        .where('id', 'in', ids)
        .execute()
      lines.push(...rows.map((row) => lineOf('entities', row)))
    }
  }
  return lines
}

function lineOf(table: string, row: object): string {
  return `${table} ${canonicalJson(row)}`
}

function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / IDS_A_STATEMENT) }, (_, n) =>
    ids.slice(n * IDS_A_STATEMENT, (n + 1) * IDS_A_STATEMENT),
  )
}
