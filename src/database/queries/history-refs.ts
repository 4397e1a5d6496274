import { orderNamedBy } from '#domain/event/order-named.ts'
import { zCounter } from '#domain/day/day.ts'
import type { Db, Tx } from '#database/schema.ts'
import { readEntityHistory } from '#database/journal.ts'
import { places, statement } from '#database/statement.ts'
import type { Ref } from './day-rows.ts'
import { readClosedDates } from './late-books.ts'
import { readOpenOrderIds } from './orders.ts'
import { readOpenShifts } from './shifts.ts'

// Which entities a device without a past needs, along the tables' indexes: as much for an old store as for a new one.

const IDS_A_STATEMENT = 400
/** What grows with sales; of every other kind, known or not, a store has few. */
const BOOKED: ReadonlySet<string> = new Set([
  'order',
  'item',
  'payment',
  'shift',
  'check_out',
  'day',
  'stock',
])
/** As far back as a day looks for what came late. */
const CLOSED_DAYS = 31

/** The store itself, what is open, and what is not understood yet. [SNAP1] */
export async function readStartRefs(db: Db | Tx, store: string): Promise<readonly Ref[]> {
  const refs: Ref[] = []
  for (const type of await readTypes(db, store)) {
    if (!BOOKED.has(type)) refs.push(...(await readRefsOf(db, store, type)))
  }
  const shifts = (await readOpenShifts(db, store)).map(({ id }) => id)
  return [
    ...refs,
    ...(await readOrderGroups(db, store, await readOpenOrderIds(db, store))),
    ...refsTo('shift', shifts),
    ...(await readPaymentsOfShifts(db, store, shifts)),
    ...(await readUnopened(db, store)),
  ]
}

/** What happened on one business date, each order whole with its lines, payments and those it was merged with. */
export async function readDateRefs(db: Db | Tx, store: string, date: string): Promise<readonly Ref[]> {
  const found = async (text: string): Promise<readonly string[]> => idsOf(db, text, [store, date])
  const orders = [
    ...(await found('select id from orders where store = ? and business_date = ?')),
    ...(await found('select id from orders where store = ? and closed_date = ?')),
    ...(await found('select order_id as id from payments where store = ? and business_date = ?')),
    ...(await found('select order_id as id from refunds where store = ? and business_date = ?')),
  ]
  const shifts = await found('select id from shifts where store = ? and business_date = ?')
  // The kind written out: only so is the small index of such rows used.
  const stock = await found(
    "select distinct source as id from stock_moves where store = ? and source_type = 'stock' and date = ?",
  )
  return [
    ...(await readOrderGroups(db, store, orders)),
    ...refsTo('shift', shifts),
    ...(await readPaymentsOfShifts(db, store, shifts)),
    ...refsTo('stock', stock),
    ...refsTo('check_out', await found('select id from check_outs where store = ? and business_date = ?')),
    { type: 'day', id: date },
  ]
}

/** The days that were closed last, and for each device's letter the one its numbers go on from. */
export async function readBookRefs(db: Db | Tx, store: string): Promise<readonly Ref[]> {
  const days = await readClosedDates(db, store, '9999', CLOSED_DAYS)
  const letters = await idsOf(db, 'select distinct letter as id from devices where store = ?', [store])
  const last: string[] = []
  for (const letter of letters) {
    const day = await readLastZ(db, store, letter)
    if (day !== null) last.push(day.id)
  }
  return refsTo('day', [...days, ...last])
}

/**
 * The order an entity belongs to, whole, and of a line those it was moved out of: whoever moved it may not have known
 * that one was paid. What belongs to none comes alone.
 */
export async function readFamily(db: Db | Tx, store: string, { type, id }: Ref): Promise<readonly Ref[]> {
  return [{ type, id }, ...(await readOrderGroups(db, store, await readParents(db, store, { type, id })))]
}

async function readParents(db: Db | Tx, store: string, { type, id }: Ref): Promise<readonly string[]> {
  switch (type) {
    case 'order':
      return [id]
    case 'payment':
      return idsOf(db, 'select order_id as id from payments where store = ? and id = ?', [store, id])
    case 'item':
      return (await readEntityHistory(db, store, type, id)).flatMap(orderNamedBy)
    default:
      return []
  }
}

/**
 * The last Z whose number begins with a letter, by its number; null: there is none. One that was kept beside another
 * device's counts as well: its number is on somebody's paper. [ZDAY1] [ZDAY2]
 */
export async function readLastZ(
  db: Db | Tx,
  store: string,
  letter: string,
): Promise<{ readonly id: string; readonly number: string } | null> {
  const text = `select id, number from days where store = ? and number >= ? and number < ?
    order by length(number) desc, number desc limit 1`
  const values = [store, `${letter}-Z`, `${letter}-[`]
  const { rows } = await statement<LastZ>(text, values).execute(db)
  const all = [...rows, ...(await readOtherZs(db, store))].filter(({ number }) =>
    number.startsWith(`${letter}-Z`),
  )
  return all.sort((a, b) => zCounter(b.number) - zCounter(a.number))[0] ?? null
}

interface LastZ {
  readonly id: string
  readonly number: string
}

async function readOtherZs(db: Db | Tx, store: string): Promise<readonly LastZ[]> {
  // Written out: only so is the small index of such rows used.
  const text = `select id, other_numbers as number from days where store = ? and other_numbers <> ''`
  const { rows } = await statement<LastZ>(text, [store]).execute(db)
  return rows.flatMap(({ id, number }) => number.split(' ').map((one) => ({ id, number: one })))
}

/** Entities of which something is here, but not their first event. */
export async function readUnopened(db: Db | Tx, store: string): Promise<readonly Ref[]> {
  // `'null'` written out: only so is the small index of such rows used.
  const text = `select type, id from entities where store = ? and state = 'null' order by type, id`
  return (await statement<Ref>(text, [store]).execute(db)).rows
}

/** Orders that lines name and that are not here. */
export async function readMissingOrders(db: Db | Tx, store: string): Promise<readonly Ref[]> {
  const text = `select distinct order_items.order_id as id from order_items
    left join orders on orders.store = order_items.store and orders.id = order_items.order_id
    where order_items.store = ? and orders.id is null`
  return refsTo('order', await idsOf(db, text, [store]))
}

/** Orders with all that belongs to them, and those they were merged into or took in. */
export async function readOrderGroups(
  db: Db | Tx,
  store: string,
  orderIds: readonly string[],
): Promise<readonly Ref[]> {
  const found = new Set(orderIds)
  for (let reached: readonly string[] = [...found]; reached.length > 0;) {
    const merged = await forChunks(reached, (ids) => readMerged(db, store, ids))
    reached = merged.filter((id) => !found.has(id))
    for (const id of reached) found.add(id)
  }
  const ids = [...found]
  const parts = (table: string): Promise<readonly string[]> =>
    forChunks(ids, (some) =>
      idsOf(db, `select id from ${table} where order_id in ${places(some)} and store = ?`, [...some, store]),
    )
  return [
    ...refsTo('order', ids),
    ...refsTo('item', await parts('order_items')),
    ...refsTo('payment', await parts('payments')),
  ]
}

function readMerged(db: Db | Tx, store: string, ids: readonly string[]): Promise<readonly string[]> {
  const list = places(ids)
  const text = `select id from orders where store = ? and merged_into in ${list}
    union select merged_into as id from orders where store = ? and id in ${list} and merged_into is not null`
  return idsOf(db, text, [store, ...ids, store, ...ids])
}

async function readPaymentsOfShifts(
  db: Db | Tx,
  store: string,
  shifts: readonly string[],
): Promise<readonly Ref[]> {
  if (shifts.length === 0) return []
  const list = places(shifts)
  const text = `select id from payments where store = ? and shift_id in ${list}
    union select payment_id as id from refunds where store = ? and shift_id in ${list}`
  return refsTo('payment', await idsOf(db, text, [store, ...shifts, store, ...shifts]))
}

/** The kinds of entities there are, one look at the index for each. */
async function readTypes(db: Db | Tx, store: string): Promise<readonly string[]> {
  const types: string[] = []
  for (let after = ''; ;) {
    const text = 'select type as id from entities where store = ? and type > ? order by type limit 1'
    const [next] = await idsOf(db, text, [store, after])
    if (next === undefined) return types
    types.push(next)
    after = next
  }
}

async function readRefsOf(db: Db | Tx, store: string, type: string): Promise<readonly Ref[]> {
  return refsTo(type, await idsOf(db, 'select id from entities where store = ? and type = ?', [store, type]))
}

async function idsOf(db: Db | Tx, text: string, values: readonly string[]): Promise<readonly string[]> {
  const { rows } = await statement<{ readonly id: string }>(text, values).execute(db)
  return rows.map(({ id }) => id)
}

async function forChunks(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found: string[] = []
  for (let start = 0; start < ids.length; start += IDS_A_STATEMENT) {
    found.push(...(await read(ids.slice(start, start + IDS_A_STATEMENT))))
  }
  return found
}

function refsTo(type: string, ids: readonly string[]): readonly Ref[] {
  return ids.map((id) => ({ type, id }))
}
