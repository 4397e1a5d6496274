import type { OrderStatus } from '#domain/order/order.ts'
import type { SqlValue } from '#database/connection.ts'
import { foldWords } from '#database/projections/fold-words.ts'
import type { Db, Tx } from '#database/schema.ts'
import { places, statement } from '#database/statement.ts'

/** Which orders; null and false: whichever. */
export interface HistoryFilter {
  readonly status: OrderStatus | null
  /** Only those of which money was given back. */
  readonly refunded: boolean
  /** The business date they were opened on. */
  readonly date: string | null
  /** Words of a number or guest, or the tables and waiters that are called so. */
  readonly words: {
    readonly text: string
    readonly tableIds: readonly string[]
    readonly waiterIds: readonly string[]
  } | null
}

/** The place of an order in the history: the next page begins after it. */
export interface HistoryKey {
  readonly openedAt: number
  readonly id: string
}

export interface HistoryPage {
  readonly ids: readonly string[]
  /** Where to go on; null: there is no older order. */
  readonly next: HistoryKey | null
}

/** How many orders one page looks through for what a filter without an index of its own wants. [HIST2] */
const HISTORY_LOOK_MAX = 2_000

interface Row {
  readonly id: string
  readonly opened_at: number
}

/**
 * Orders, those opened last first. However old the store is, a page costs the same: it reads along an index from
 * where the last one ended, and looks through so many orders and no more. [HIST1] [HIST2]
 */
export async function readOrderHistory(
  db: Db | Tx,
  store: string,
  filter: HistoryFilter,
  after: HistoryKey | null,
  limit: number,
  lookMax = HISTORY_LOOK_MAX,
): Promise<HistoryPage> {
  const among = candidates(store, filter, after)
  const wanted = matching(filter)
  const text = `select id, opened_at from (${among.text} limit ${lookMax}) as o
    where ${wanted.text} order by opened_at desc, id desc limit ${limit}`
  const { rows } = await statement<Row>(text, [...among.values, ...wanted.values]).execute(db)
  const ids = rows.map(({ id }) => id)
  if (rows.length === limit) return { ids, next: keyOf(rows.at(-1)) }
  const end = `${among.text} limit 1 offset ${lookMax - 1}`
  return { ids, next: keyOf((await statement<Row>(end, among.values).execute(db)).rows[0]) }
}

interface Part {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/**
 * What an index finds. A day has few orders: they are found by their date and sorted, wherever in the history they
 * are. `+ 0` and `|| ''` say so to SQLite, which would else go through the history from its end.
 */
function candidates(store: string, { status, date }: HistoryFilter, after: HistoryKey | null): Part {
  const [opened, state] = date === null ? ['opened_at', 'status'] : ['opened_at + 0', "status || ''"]
  const parts: Part[] = [{ text: 'store = ?', values: [store] }]
  if (date !== null) parts.push({ text: 'business_date = ?', values: [date] })
  if (status !== null) parts.push({ text: `${state} = ?`, values: [status] })
  if (after !== null) parts.push({ text: `(${opened}, id) < (?, ?)`, values: [after.openedAt, after.id] })
  return {
    text: `select store, id, opened_at, table_id, waiter, found_by from orders
      where ${parts.map(({ text }) => text).join(' and ')} order by ${opened} desc, id desc`,
    values: parts.flatMap(({ values }) => values),
  }
}

function matching({ refunded, words }: HistoryFilter): Part {
  const parts: Part[] = [{ text: '1 = 1', values: [] }]
  if (refunded) parts.push({ text: REFUNDED, values: [] })
  if (words !== null) {
    const { text, tableIds, waiterIds } = words
    parts.push({
      text: `(found_by like ? escape '!' or table_id in ${places(tableIds)} or waiter in ${places(waiterIds)})`,
      values: [`%${literal(foldWords(text))}%`, ...tableIds, ...waiterIds],
    })
  }
  return {
    text: parts.map(({ text }) => text).join(' and '),
    values: parts.flatMap(({ values }) => values),
  }
}

const REFUNDED = 'exists (select 1 from refunds as r where r.order_id = o.id and r.store = o.store)'

/** Signs that LIKE reads as patterns are meant as they are. */
function literal(text: string): string {
  return text.replaceAll(/[!%_]/g, '!$&')
}

function keyOf(row: Row | undefined): HistoryKey | null {
  return row === undefined ? null : { openedAt: row.opened_at, id: row.id }
}
