import { sql } from 'kysely'
import { ofStore, openDatabase } from '#database/open.ts'
import type { Db } from '#database/schema.ts'
import { readSoldPage } from '#database/queries/report-orders.ts'
import { openPostgres } from '#server/database/postgres.ts'
import { readDrillPage } from '#reports/drill.ts'
import { readRangeReport } from '#reports/range-report.ts'
import { saleTemplate } from './month-orders.ts'
import { openPostgresServer } from './postgres.ts'
import { atMost, latencyRows, targetRow, type Measured } from './rows.ts'
import { percentile } from './stats.ts'

const STORE = 'store-bench'
const DAYS = 30
const ORDERS = 1_000_000
const A_DAY = Math.ceil(ORDERS / DAYS)
const MONTH = { from: '2026-11-01', to: '2026-11-30' }
const LAST = { from: MONTH.to, to: MONTH.to }
const RUNS = 20
const MONTH_MS = 150
const PAGE_MS = 20

/**
 * A month of a million orders on PostgreSQL, beside counting them over their index. The orders of its last day are
 * whole, and its report is made from them by the product's own code; the other days keep the same report.
 */
export async function measureMonth(): Promise<Measured> {
  const server = await openPostgresServer()
  const opened = await openDatabase(openPostgres(await server.create('month')))
  if (!opened.ok) throw new Error(opened.error.code)
  const { db: root } = opened.value
  try {
    await fill(root)
    const { db } = ofStore(opened.value, STORE)
    const making = await timed(() => readRangeReport(db, STORE, LAST))
    await keepEverywhere(root)
    const months = await timesOf(() => readMonth(db))
    const counts = await timesOf(() => countOrders(db))
    const firsts = await timesOf(() => page(db, null))
    const deep = { date: '2026-11-15', at: Date.UTC(2026, 10, 15, 18), id: '' }
    const deeps = await timesOf(() => page(db, deep))
    const drills = await timesOf(() => drill(db))
    return {
      rows: [
        ...latencyRows('Month report of 1,000,000 orders; counting them', [0.5, 0.95], months, counts),
        targetRow('Month report, p95', 'ms', percentile(months, 0.95), MONTH_MS),
        targetRow('Page of sold orders, first, p95', 'ms', percentile(firsts, 0.95), PAGE_MS),
        targetRow('Page of sold orders, deep, p95', 'ms', percentile(deeps, 0.95), PAGE_MS),
        targetRow('Orders behind a figure, p95', 'ms', percentile(drills, 0.95), PAGE_MS * 10),
        targetRow(`Adding up a day of ${A_DAY} orders`, 'ms', making, 10_000),
      ],
      checks: [
        atMost('the month report', percentile(months, 0.95), MONTH_MS),
        atMost('a page of sold orders', Math.max(percentile(firsts, 0.95), percentile(deeps, 0.95)), PAGE_MS),
      ],
    }
  } finally {
    await opened.value.close()
    await server.close()
  }
}

/** All orders as rows; those of the last day with their sales, as the fold would have left them. */
async function fill(db: Db): Promise<void> {
  await sql`insert into orders (store, id, number, service, table_id, covers, business_date, opened_at, opened_by,
      status, closed_at, closed_date, total, merged_into, waiter, due_at)
    select ${STORE}, 'o' || n, 'A-' || n, 'dine_in', 't' || n % 30, 2, day, opened, 'ana', 'closed',
      opened + 3600000, day, 1500, null, 'w' || n % 10, null
    from (select n, to_char(date '2026-11-01' + n / ${sql.lit(A_DAY)}, 'YYYY-MM-DD') as day,
        ${sql.lit(Date.UTC(2026, 10, 1, 10))} + (n / ${sql.lit(A_DAY)}) * 86400000::bigint + n % 43200 * 1000 as opened
      from generate_series(0, ${sql.lit(ORDERS - 1)}) as n) as made`.execute(db)
  const { before, between, after } = saleTemplate(MONTH.to)
  await sql`insert into entities (store, type, id, hlc, dev, seq, read_only, state)
    select store, 'order', id, '0', 'dev', 1, 0,
      replace(replace(replace(${before} || id || ${between} || total || ${after},
        '@A', (n % 1000)::text), '@B', ((n * 7 + 1) % 1000)::text), '"@H"', (10 + n % 14)::text)
    from (select *, substr(id, 2)::bigint as n from orders where closed_date = ${MONTH.to}) as o`.execute(db)
  await sql`insert into day_totals select ${STORE}, closed_date, 1, 0, null from orders group by closed_date`.execute(
    db,
  )
  await sql`analyze`.execute(db)
}

/** The other days keep what was made of the last one. */
async function keepEverywhere(db: Db): Promise<void> {
  await sql`update day_totals set made = version, body =
    (select body from day_totals where business_date = ${MONTH.to})`.execute(db)
}

async function readMonth(db: Db): Promise<void> {
  const month = await readRangeReport(db, STORE, MONTH)
  if (!('report' in month) || month.report.figures.orders !== ORDERS_KEPT)
    throw new Error('assertion failed: the month has all its orders')
}

/** The last day is a little shorter than the others, and all are told as it is. */
const ORDERS_KEPT = (ORDERS - A_DAY * (DAYS - 1)) * DAYS

async function countOrders(db: Db): Promise<void> {
  await db
    .selectFrom('orders')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('store', '=', STORE)
    .where('closed_date', '>=', MONTH.from)
    .where('closed_date', '<=', MONTH.to)
    .executeTakeFirstOrThrow()
}

async function page(db: Db, after: Parameters<typeof readSoldPage>[2]['after']): Promise<void> {
  const found = await readSoldPage(db, STORE, { ...MONTH, after, limit: 25 })
  if (found.length !== 25) throw new Error('assertion failed: a page is full')
}

async function drill(db: Db): Promise<void> {
  const found = await readDrillPage(db, STORE, { table: 'waiters', key: 'w3', range: LAST, after: null })
  if (found.orders.length !== 25) throw new Error('assertion failed: a page is full')
}

async function timesOf(work: () => Promise<void>): Promise<readonly number[]> {
  // Once to warm it up: a server has been asked before.
  await work()
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(work))
  return times
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
