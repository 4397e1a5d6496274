import type { Dish, PlannedOrder } from './plan.ts'

/** The evening, added up as somebody would with a pencil: nothing here comes from the product. */
export interface Sums {
  readonly orders: number
  readonly gross: number
  readonly tax: number
  readonly cash: number
  readonly card: number
  /** Pieces sold, by dish. */
  readonly pieces: ReadonlyMap<string, number>
}

/** What the guests of one order pay, in cents. */
export function dueOf(order: PlannedOrder): number {
  return RATES.reduce((sum, rate) => sum + grossAt(order, rate), 0)
}

export function sumsOf(orders: readonly PlannedOrder[]): Sums {
  const total = (some: readonly PlannedOrder[]): number => some.reduce((sum, order) => sum + dueOf(order), 0)
  const pieces = new Map<string, number>()
  for (const order of orders)
    for (const { dish, qty } of order.lines)
      if (dish !== order.voided) pieces.set(dish.name, (pieces.get(dish.name) ?? 0) + qty)
  return {
    orders: orders.length,
    gross: total(orders),
    tax: orders.reduce((sum, order) => sum + taxOf(order), 0),
    cash: total(orders.filter(({ method }) => method === 'Cash')),
    card: total(orders.filter(({ method }) => method === 'Card')),
    pieces,
  }
}

const RATES = [6, 13, 23] as const

/** All of an order at one tax rate, after what was struck, given away or taken off. */
function grossAt(order: PlannedOrder, rate: Dish['tax']): number {
  const lines = order.lines.filter(
    ({ dish }) => dish !== order.voided && dish !== order.comped && dish.tax === rate,
  )
  const full = lines.reduce((sum, { dish, qty }) => sum + dish.price * qty, 0)
  return full - halfUp(full * order.discount, 100)
}

/** Half a cent up, order by order and rate by rate, as the demo café's settings say. */
function taxOf(order: PlannedOrder): number {
  return RATES.reduce((sum, rate) => sum + halfUp(grossAt(order, rate) * rate, 100 + rate), 0)
}

function halfUp(over: number, under: number): number {
  return Math.floor((2 * over + under) / (2 * under))
}
