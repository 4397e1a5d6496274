import type { Draft } from '#domain/event/event.ts'
import { foldEntity, type EntityState } from '#domain/event/fold.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput } from '#domain/pricing/pricing.ts'
import { added, closed, coversSet, noteSet, opened, qtySet, saleOf, sent, taken } from '../support/facts.ts'
import { orderDiscounted } from '../support/order-facts.ts'
import { amountOff, inputOf, line, onTop, percentOff } from '../support/pricing.ts'
import { percentile } from './stats.ts'

/** What one step took, and its data merely copied through JSON; medians in microseconds. */
export interface StepTimes {
  readonly name: string
  readonly taken: number
  readonly copied: number
}

const WARM_UP = 20
const SAMPLES = 100
/** A page's clock ticks in tenths of a millisecond: many runs are timed together. */
const RUNS_A_SAMPLE = 40
const MICROSECONDS = 1_000

/** The two pure steps behind every tap, wherever this is called: in Node and on a page. */
export function timeSteps(): readonly StepTimes[] {
  const events = busyOrder()
  const input = longBill()
  return [
    timed(`Fold ${events.length} events of an order`, events, () => foldAll(events)),
    timed(`Price ${input.lines.length} lines, 3 taxes, 2 discounts`, input, () => priceBill(input)),
  ]
}

/** The step and the copying take turns, so that a busy machine slows both. */
function timed(name: string, data: unknown, step: () => unknown): StepTimes {
  const steps: number[] = []
  const copies: number[] = []
  for (let sample = 0; sample < WARM_UP + SAMPLES; sample += 1) {
    const taken = microseconds(step)
    const copied = microseconds(() => JSON.parse(JSON.stringify(data)) as unknown)
    if (sample < WARM_UP) continue
    steps.push(taken)
    copies.push(copied)
  }
  return { name, taken: percentile(steps, 0.5), copied: percentile(copies, 0.5) }
}

function microseconds(step: () => unknown): number {
  const startedAt = performance.now()
  for (let run = 0; run < RUNS_A_SAMPLE; run += 1) step()
  return ((performance.now() - startedAt) * MICROSECONDS) / RUNS_A_SAMPLE
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
