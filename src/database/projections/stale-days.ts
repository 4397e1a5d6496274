import { groupBy } from '#domain/group-by.ts'
import type { Item } from '#domain/item/item.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Shift } from '#domain/shift/shift.ts'
import type { Entity } from '#database/entities.ts'
import type { Tx } from '#database/schema.ts'
import { insertRows, places, statement } from '#database/statement.ts'

/**
 * Marks the business dates whose reports a change may move: their kept totals count no more, and are made again when
 * somebody asks. `entities` are what changed, as it was before and as it is now: what is taken back is found, too. A
 * line that is only ordered moves nothing and costs nothing. [REPORT4]
 */
export async function markStaleDays(tx: Tx, store: string, entities: readonly Entity[]): Promise<void> {
  const dates = new Set(entities.flatMap(datesOf))
  for (const date of await datesOfOrders(tx, store, [...entities.flatMap(ordersOf), ...recosted(entities)])) {
    dates.add(date)
  }
  if (dates.size === 0) return
  // In one order, so that two writers never wait in a circle.
  const rows = [...dates].sort().map((date) => [store, date, 1, 0])
  await insertRows('day_totals', ['store', 'business_date', 'version', 'made'], rows, RAISED).execute(tx)
}

const RAISED = 'on conflict (store, business_date) do update set version = day_totals.version + 1'

/** What is kept may be damaged, which is why it is taken away: whatever of it is missing tells no date. */
function datesOf({ type, state }: Entity): readonly string[] {
  if (state === null) return []
  if (type === 'order') return datesOfOrder(state as Partial<Order>)
  if (type === 'payment') {
    const { businessDate, refunds = [] } = state as Partial<Payment>
    return [...listed(businessDate), ...refunds.map((refund) => refund.businessDate)]
  }
  return type === 'shift' ? listed((state as Partial<Shift>).businessDate) : []
}

/** Nothing that is still open counts anywhere. */
function datesOfOrder({ businessDate, cancelled, sale }: Partial<Order>): readonly string[] {
  return [...listed(sale?.businessDate), ...(cancelled === null ? [] : listed(businessDate))]
}

function listed(date: string | undefined): readonly string[] {
  return date === undefined ? [] : [date]
}

/** Orders on whose bills it stands, where that may move a report: lines tell why they were voided or given away. */
function ordersOf({ type, state }: Entity): readonly string[] {
  if (state === null) return []
  if (type === 'order') {
    const { mergedInto = null } = state as Partial<Order>
    return mergedInto === null ? [] : [mergedInto]
  }
  if (type === 'payment') {
    // Whose a tip is counts on the day of the sale, which may be another than that of the payment.
    const { orderId, tip = 0 } = state as Partial<Payment>
    return orderId === undefined || tip === 0 ? [] : [orderId]
  }
  if (type !== 'item') return []
  const { orderId, voids = [], discounts = [] } = state as Partial<Item>
  return orderId === undefined || voids.length + discounts.length === 0 ? [] : [orderId]
}

/** Orders with lines of which it changes what they are made of: that of one that is sent, and of one that goes. [REPORT11] */
function recosted(entities: readonly Entity[]): readonly string[] {
  const items = entities.filter(({ type, state }) => type === 'item' && state !== null)
  const versions = groupBy(items, ({ id }) => id)
  return [...versions.values()].flatMap((known) => {
    const states = known.map(({ state }) => state as Partial<Item>)
    if (states.every(({ stock }) => stock === undefined)) return []
    const told = new Set(states.map(({ orderId, stock }) => JSON.stringify([orderId, stock?.uses])))
    const same = told.size === 1 && known.length > 1
    return same ? [] : states.flatMap(({ orderId }) => orderId ?? [])
  })
}

const IDS_A_STATEMENT = 400

/** Dates on which these orders, or those they are merged into, count. */
async function datesOfOrders(tx: Tx, store: string, orderIds: readonly string[]): Promise<readonly string[]> {
  const known = new Set<string>()
  const dates: string[] = []
  let level = [...new Set(orderIds)]
  while (level.length > 0) {
    const part = level.slice(0, IDS_A_STATEMENT)
    for (const id of part) known.add(id)
    const text = `select status, business_date, closed_date, merged_into from orders
      where store = ? and id in ${places(part)}`
    const { rows } = await statement<Found>(text, [store, ...part]).execute(tx)
    for (const row of rows) {
      if (row.closed_date !== null) dates.push(row.closed_date)
      else if (row.status === 'cancelled') dates.push(row.business_date)
    }
    const above = rows.flatMap((row) => row.merged_into ?? []).filter((id) => !known.has(id))
    level = [...new Set([...level.slice(IDS_A_STATEMENT), ...above])]
  }
  return dates
}

interface Found {
  readonly status: string
  readonly business_date: string
  readonly closed_date: string | null
  readonly merged_into: string | null
}
