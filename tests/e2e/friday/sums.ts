import type { PlannedLine, PlannedOrder } from './plan.ts'

/** The evening, added up as somebody would with a pencil: nothing here comes from the product. All money in cents. */
export interface Sums {
  readonly orders: number
  /** What guests paid. */
  readonly gross: number
  readonly tax: number
  readonly discounts: number
  readonly comps: number
  readonly voids: number
  readonly cash: Taken
  readonly card: Taken
  readonly refunds: number
  readonly refundedTax: number
  /** Pieces sold, by dish. */
  readonly pieces: ReadonlyMap<string, number>
  /** What was used of each ingredient, in thousandths of its unit. */
  readonly used: ReadonlyMap<string, number>
}

interface Taken {
  readonly payments: number
  readonly amount: number
}

const RATES = [6, 13, 23] as const

export function sumsOf(orders: readonly PlannedOrder[]): Sums {
  return {
    orders: orders.length,
    gross: total(orders, dueOf),
    tax: total(orders, taxOf),
    discounts: total(orders, ({ discount, lines }) => shareOf(total(lines, worth), discount)),
    comps: total(orders, ({ comped }) => (comped === null ? 0 : worth(comped))),
    voids: total(orders, ({ voided }) => (voided === null ? 0 : worth(voided.line))),
    cash: takenBy('Cash', orders),
    card: takenBy('Card', orders),
    refunds: total(orders, refundOf),
    refundedTax: total(orders, refundedTaxOf),
    pieces: count(orders.flatMap(standing).map(({ dish, qty }) => [dish.name, qty])),
    used: count(
      orders
        .flatMap(made)
        .flatMap(({ dish, qty }) => dish.uses.map((use) => [use.ingredientId, use.qty * qty] as const)),
    ),
  }
}

/** What the guests of one order pay. */
export function dueOf(order: PlannedOrder): number {
  return total(RATES, (rate) => grossAt(order, rate))
}

/** What they get back. */
export function refundOf(order: PlannedOrder): number {
  if (order.refund === null) return 0
  return order.refund === 'all' ? dueOf(order) : worth(order.refund)
}

function refundedTaxOf(order: PlannedOrder): number {
  if (order.refund === null) return 0
  return order.refund === 'all' ? taxOf(order) : taxIn(worth(order.refund), order.refund.dish.tax)
}

function takenBy(method: PlannedOrder['method'], orders: readonly PlannedOrder[]): Taken {
  const some = orders.filter((order) => order.method === method)
  return { payments: total(some, ({ ways }) => ways), amount: total(some, dueOf) }
}

/** The lines that are on the bill in the end. */
function standing({ lines, voided }: PlannedOrder): readonly PlannedLine[] {
  return lines.filter((line) => line !== voided?.line)
}

/** What left the store-room: also what was thrown away, and what was given away. */
function made(order: PlannedOrder): readonly PlannedLine[] {
  return order.voided?.wasted === true ? order.lines : standing(order)
}

function worth({ dish, qty }: PlannedLine): number {
  return dish.price * qty
}

/** All of an order at one tax rate, after what was struck, given away or taken off. */
function grossAt(order: PlannedOrder, rate: number): number {
  const lines = standing(order).filter((line) => line !== order.comped && line.dish.tax === rate)
  const full = total(lines, worth)
  return full - shareOf(full, order.discount)
}

/** Half a cent up, order by order and rate by rate, as the demo café's settings say. */
function taxOf(order: PlannedOrder): number {
  return total(RATES, (rate) => taxIn(grossAt(order, rate), rate))
}

function taxIn(gross: number, rate: number): number {
  return halfUp(gross * rate, 100 + rate)
}

function shareOf(amount: number, percent: number): number {
  return halfUp(amount * percent, 100)
}

function halfUp(over: number, under: number): number {
  return Math.floor((2 * over + under) / (2 * under))
}

function total<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0)
}

function count(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [name, qty] of entries) counts.set(name, (counts.get(name) ?? 0) + qty)
  return counts
}
