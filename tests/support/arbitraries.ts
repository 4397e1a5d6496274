import fc from 'fast-check'
import type { EventKey } from '#domain/event/envelope.ts'
import type { DomainEvent, Draft } from '#domain/event/event.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import {
  added,
  cancelled,
  closed,
  coversSet,
  noteSet,
  opened,
  paymentVoided,
  prepared,
  qtySet,
  receiptAsked,
  removed,
  saleOf,
  sent,
  taken,
  voided,
} from './facts.ts'
import { minor } from '#domain/money/money.ts'

const small = fc.integer({ min: 1, max: 9 })
const preparation = fc.constantFrom('pending' as const, 'preparing' as const, 'ready' as const)

function itemEvents(id: string): fc.Arbitrary<Draft> {
  return fc.oneof(
    small.map((qty) => added(id, { qty })),
    small.map((qty) => qtySet(id, qty)),
    small.map((n) => noteSet(id, `note ${n}`)),
    small.map((n) => sent(id, n)),
    fc.tuple(preparation, small).map(([to, at]) => prepared(id, to, at)),
    fc.constantFrom(removed(id), voided(id)),
  )
}

function paymentEvents(id: string): fc.Arbitrary<Draft> {
  return fc.oneof(
    small.map((amount) => taken(id, amount)),
    fc.constant(paymentVoided(id)),
  )
}

const orderEvents: fc.Arbitrary<Draft> = fc.oneof(
  small.map((covers) => opened({ covers })),
  small.map(coversSet),
  small.map((total) => closed(saleOf({ total: minor(total) }))),
  small.map((copy) => receiptAsked(copy)),
  fc.constant(cancelled()),
)

const recordEvents: fc.Arbitrary<Draft> = fc
  .tuple(
    fc.constantFrom('name', 'position', 'color', 'later'),
    fc.oneof(small, fc.constantFrom('a', 'b', null)),
  )
  .map(([field, value]) => ({
    ent: { type: 'category', id: 'c1' },
    event: { type: 'record_changed', payload: { [field]: value } },
  }))

/** Any event of the one entity of a kind, sensible or not: folds must take them in any order. */
export const entityEvents: fc.Arbitrary<Draft> = fc.oneof(
  orderEvents,
  itemEvents('i1'),
  paymentEvents('p1'),
  recordEvents,
)

/** Any events of a small restaurant: one order, two items, two payments, a category. */
export const restaurantEvents: fc.Arbitrary<Draft> = fc.oneof(
  orderEvents,
  itemEvents('i1'),
  itemEvents('i2'),
  paymentEvents('p1'),
  paymentEvents('p2'),
  recordEvents,
)

export interface Stamped extends EventKey {
  readonly event: DomainEvent
}

/** Events of one kind of entity, each with a place in its history; stamps collide often, as they do in life. */
export function histories(of: 'order' | 'item' | 'payment' | 'category'): fc.Arbitrary<readonly Stamped[]> {
  const kinds = {
    order: orderEvents,
    item: itemEvents('i1'),
    payment: paymentEvents('p1'),
    category: recordEvents,
  }
  const stamped = fc.record({
    hlc: small.map((ms) => hlcOf(ms, 0)),
    dev: fc.constantFrom('d1', 'd2', 'd3'),
    seq: fc.integer({ min: 1, max: 40 }),
    event: kinds[of].map(({ event }) => event),
  })
  return fc.uniqueArray(stamped, { maxLength: 14, selector: ({ dev, seq }) => `${dev} ${seq}` })
}
