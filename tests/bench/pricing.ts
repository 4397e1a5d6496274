import { foldEntity, type EntityState } from '#domain/event/fold.ts'
import type { Draft } from '#domain/event/event.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput } from '#domain/pricing/pricing.ts'
import { added, closed, coversSet, noteSet, opened, qtySet, saleOf, sent, taken } from '../support/facts.ts'
import { orderDiscounted } from '../support/order-facts.ts'
import { amountOff, inputOf, line, onTop, percentOff } from '../support/pricing.ts'
import { rowOf, type Check, type Measured, type Row } from './rows.ts'
import { percentile, rounded } from './stats.ts'

const WARM_UP = 500
const RUNS = 2_000
const MICROSECONDS = 1_000
/** A cheap tablet is about four times slower, and has a millisecond for each. */
const MOST_MICROSECONDS = 250

/** The two pure steps behind every tap, beside the same data merely copied through JSON. */
export async function measurePricing(): Promise<Measured> {
  const events = busyOrder()
  const input = longBill()
  const fold = compared(`Fold ${events.length} events of an order; copy them as JSON`, events, () =>
    foldAll(events),
  )
  const price = compared(
    `Price ${input.lines.length} lines, 3 taxes, 2 discounts; copy them as JSON`,
    input,
    () => priceBill(input),
  )
  return { rows: [fold, price], checks: [withinTarget(fold), withinTarget(price)] }
}

/** Medians in microseconds. The two take turns, so that a busy machine slows both. */
function compared(name: string, data: unknown, step: () => unknown): Row {
  const taken: number[] = []
  const copied: number[] = []
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const steps = microseconds(step)
    const copies = microseconds(() => JSON.parse(JSON.stringify(data)) as unknown)
    if (run < WARM_UP) continue
    taken.push(steps)
    copied.push(copies)
  }
  return rowOf(name, 'µs', percentile(taken, 0.5), percentile(copied, 0.5))
}

function microseconds(step: () => unknown): number {
  const startedAt = performance.now()
  step()
  return (performance.now() - startedAt) * MICROSECONDS
}

function withinTarget({ name, value }: Row): Check {
  const what = name.split(';')[0] ?? name
  return {
    says: `${what}: ${rounded(value)} µs, at most ${MOST_MICROSECONDS} µs`,
    holds: value <= MOST_MICROSECONDS,
  }
}

const ITEMS = 20

/** A table's evening: one order, twenty items with notes and second thoughts, sent, discounted, paid. */
function busyOrder(): readonly Draft[] {
  const ids = Array.from({ length: ITEMS }, (_, n) => `item-${n}`)
  return [
    opened(),
    ...ids.map((id) => added(id)),
    ...ids.slice(0, 10).map((id) => noteSet(id, 'no ice')),
    ...ids.slice(0, 5).map((id) => qtySet(id, 3)),
    coversSet(6),
    ...ids.map((id) => sent(id)),
    orderDiscounted(),
    taken('p1', 7_500),
    closed(saleOf()),
  ]
}

function foldAll(events: readonly Draft[]): ReadonlyMap<string, EntityState | null> {
  const states = new Map<string, EntityState | null>()
  for (const { ent, event } of events) {
    const key = `${ent.type} ${ent.id}`
    states.set(key, foldEntity(ent.type, ent.id, states.get(key) ?? null, event))
  }
  return states
}

/** Forty lines as a till holds them: each with taxes of its own, copied from the menu. */
function longBill(): PricingInput {
  const lines = Array.from({ length: 40 }, (_, n) =>
    line(450 + n * 37, [onTop(6.25), onTop(2.25), onTop(0.375)], { qty: 1 + (n % 3) }),
  )
  return inputOf(lines, { discounts: [percentOff(10), amountOff(500)] })
}
