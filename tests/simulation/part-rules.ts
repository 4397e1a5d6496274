import type Database from 'better-sqlite3-multiple-ciphers'
import type { Order } from '#domain/order/order.ts'
import { reviews } from '#domain/order/review.ts'
import { isRecordType } from '#domain/record/record.ts'
import { RECORD_TABLES } from '#database/projections/record-rows.ts'
import { digestDay } from '#sync/check/day-digest.ts'
import { basesOf } from './invariants.ts'
import { readBook, type Book } from './book.ts'
import type { Life, Node } from './node.ts'
import type { World } from './world.ts'

type Raw = Database.Database
type Row = Readonly<Record<string, unknown>>

const HELD_TABLES = [
  'orders',
  'order_items',
  'payments',
  'refunds',
  'shifts',
  'check_outs',
  'days',
  'stock_moves',
  ...Object.values(RECORD_TABLES),
]

/**
 * I3 of a replica that let go of its past, or never took it: row by row what it holds is what its server has, a date
 * that it says it holds is there whole, and whoever has something left to do finds it. Both are at the same heads.
 */
export async function checkPart(world: World, { name, store }: Node, part: Life, whole: Life): Promise<void> {
  const [here, there] = [part.disk.raw, whole.disk.raw]
  if (basesOf(there, store).size > 0) return world.fail('I1', `the server of ${name} let go of something`)
  const wrong = (message: string): void => world.fail('I3', `${name}: ${message}`)
  checkRows({ here, there, store }, wrong)
  checkMust({ here, there, store }, wrong)
  const dates = there
    .prepare('select distinct business_date from orders where store = ? order by 1')
    .pluck()
    .all(store) as readonly string[]
  for (const date of dates) {
    if (!part.history.holds(date)) {
      world.sometimes('date that is not here, and says so')
      continue
    }
    const [ours, theirs] = [
      await digestDay(part.replica.db, store, date),
      await digestDay(whole.replica.db, store, date),
    ]
    if (ours !== theirs) wrong(`says it holds ${date}, and has something else of it`)
  }
}

interface Two {
  readonly here: Raw
  readonly there: Raw
  readonly store: string
}

function checkRows({ here, there, store }: Two, wrong: (message: string) => void): void {
  for (const [table, key] of [
    ['entities', `type || ' ' || id`] as const,
    ...HELD_TABLES.map((one) => [one, 'id'] as const),
  ]) {
    const sql = `select ${key} as place, * from ${table} where store = ?`
    const theirs = new Map(
      (there.prepare(sql).all(store) as Row[]).map((row) => [row['place'], JSON.stringify(row)]),
    )
    for (const row of here.prepare(sql).all(store) as Row[]) {
      if (theirs.get(row['place']) !== JSON.stringify(row))
        return wrong(`${table} has another ${String(row['place'])} than its server`)
    }
  }
}

/** What never goes: the store itself, open drawers, and orders that somebody has something left to do with. */
function checkMust({ here, there, store }: Two, wrong: (message: string) => void): void {
  const find = here.prepare('select 1 from entities where store = ? and type = ? and id = ?')
  const must = (type: string, id: string, why: string): void => {
    if (find.get(store, type, id) === undefined) wrong(`${why} ${type} ${id} is not here`)
  }
  const all = there.prepare('select type, id from entities where store = ?').all(store)
  for (const { type, id } of all as { readonly type: string; readonly id: string }[])
    if (isRecordType(type)) must(type, id, 'the')
  const shifts = there.prepare(`select id from shifts where store = ? and status = 'open'`).pluck()
  for (const id of shifts.all(store) as string[]) must('shift', id, 'the open')
  const looksBack = !joinedInPart(here, store)
  for (const { why, group } of unsettled(readBook(there, store), looksBack)) {
    for (const { type, id } of group) must(type, id, why)
  }
}

interface Unsettled {
  readonly why: string
  readonly group: readonly { readonly type: string; readonly id: string }[]
}

function unsettled(book: Book, withReviews: boolean): readonly Unsettled[] {
  return book.bills.flatMap((bill) => {
    const { order, merged, items, payments } = bill
    const why = unsettledBy(order, bill, withReviews)
    if (why === null) return []
    const orders = [order, ...merged].map(({ id }) => ({ type: 'order', id }))
    return [
      {
        why,
        group: [
          ...orders,
          ...items.map(({ id }) => ({ type: 'item', id })),
          ...payments.map(({ id }) => ({ type: 'payment', id })),
        ],
      },
    ]
  })
}

function unsettledBy({ status }: Order, bill: Book['bills'][number], withReviews: boolean): string | null {
  if (status === 'open') return 'of an open order:'
  if (!withReviews) return null
  const asked = bill.payments.some(
    (payment) => payment.status === 'requested' || payment.status === 'unknown',
  )
  if (asked) return 'of an order with a payment that nobody knows the end of:'
  return reviews(bill).length > 0 ? 'of an order in review:' : null
}

/** It began without a past: of that it took what is open. [SNAP1] */
function joinedInPart(raw: Raw, store: string): boolean {
  const kept = raw
    .prepare(`select value from local_values where store = ? and key = 'history'`)
    .pluck()
    .get(store)
  if (typeof kept !== 'string') return false
  return Object.keys((JSON.parse(kept) as { readonly base: object }).base).length > 0
}
