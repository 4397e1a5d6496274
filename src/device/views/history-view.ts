import { billTotals } from '#domain/order/bill.ts'
import { reviewReasons } from '#domain/order/review.ts'
import type { OrderStatus } from '#domain/order/order.ts'
import { minor, sum } from '#domain/money/money.ts'
import { refundsOf } from '#domain/payment/refunded.ts'
import { foldWords } from '#database/projections/fold-words.ts'
import { readBills, type StoredBill } from '#database/queries/bill.ts'
import { readOrderHistory, type HistoryFilter } from '#database/queries/order-history.ts'
import { readRecords } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type {
  HistoryAsked,
  HistoryPlace,
  HistoryRow,
  HistoryState,
  HistoryView,
} from '#device/messages/history-views.ts'
import { readLookups, type Lookups } from './lookups.ts'

const ORDERS_A_PAGE = 30

const STATUS_OF: { readonly [state in HistoryState]: OrderStatus | null } = {
  all: null,
  open: 'open',
  paid: 'closed',
  refunded: null,
  cancelled: 'cancelled',
}

/** A page of the orders this device knows. [HIST1] [HIST2] [HIST3] */
export async function readHistoryView(
  db: Db,
  store: string,
  asked: HistoryAsked & { readonly after: HistoryPlace | null },
): Promise<HistoryView> {
  const filter: HistoryFilter = {
    status: STATUS_OF[asked.state],
    refunded: asked.state === 'refunded',
    date: asked.date,
    words: await wordsOf(db, store, asked.text),
  }
  const { ids, next } = await readOrderHistory(db, store, filter, asked.after, ORDERS_A_PAGE)
  const lookups = await readLookups(db, store)
  const bills = await readBills(db, store, ids)
  // A merged order stands for itself here, also where its bill is that of the order it counts for.
  return { orders: bills.map((bill) => rowOf(bill, lookups)), next }
}

/** Tables and people are few: they are looked through by name here, not once for every order. */
async function wordsOf(db: Db, store: string, text: string): Promise<HistoryFilter['words']> {
  const words = foldWords(text.trim())
  if (words === '') return null
  const tables = await readRecords(db, store, 'table')
  const users = await readRecords(db, store, 'user')
  const called = ({ name }: { readonly name: string }): boolean => foldWords(name).includes(words)
  // "Table 2", in whatever language, is the table that is called 2.
  const isTable = ({ name }: { readonly name: string }): boolean => words.endsWith(` ${foldWords(name)}`)
  return {
    text: words,
    tableIds: tables.filter((table) => called(table) || isTable(table)).map(({ id }) => id),
    waiterIds: users.filter(called).map(({ id }) => id),
  }
}

function rowOf(bill: StoredBill, lookups: Lookups): HistoryRow {
  const { order, payments } = bill
  return {
    orderId: order.id,
    number: order.number,
    tableName: lookups.tableName(order.tableId),
    service: order.service,
    guestName: order.guest.name,
    waiter: lookups.personName(order.waiter),
    openedAt: order.openedAt,
    closedAt: order.sale?.closedAt ?? null,
    status: order.status,
    total: order.sale?.total ?? billTotals(bill).total,
    refunded: minor(sum(refundsOf(payments).map(({ amount, tip }) => minor(amount + tip)))),
    needsReview: reviewReasons(bill).length > 0,
  }
}
