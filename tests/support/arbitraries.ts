import fc from 'fast-check'
import type { EventKey } from '#domain/event/envelope.ts'
import type { DomainEvent, Draft } from '#domain/event/event.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import { ALLERGENS } from '#domain/menu/allergens.ts'
import { minor } from '#domain/money/money.ts'
import type { LineStock } from '#domain/stock/recipe.ts'
import {
  added,
  authority,
  cancelled,
  closed,
  coversSet,
  DATE,
  fact,
  noteSet,
  opened,
  paymentVoided,
  prepared,
} from './facts.ts'
import { qtySet, receiptAsked, removed, saleOf, sent, taken, voided } from './facts.ts'
import {
  allergiesSet,
  changed,
  comped,
  discounted,
  discountRemoved,
  doubted,
  modifiersSet,
  moved,
  placeSet,
  priceSettled,
  taxesSet,
} from './item-facts.ts'
import {
  billed,
  chargeSet,
  chargeWaived,
  exempted,
  guestSet,
  merged,
  orderDiscounted,
} from './order-facts.ts'
import {
  orderDiscountRemoved,
  reopened,
  serviceSet,
  splitInto,
  tableSet,
  transferred,
} from './order-facts.ts'
import { unmerged } from './order-facts.ts'
import { captured, declined, refunded, requested, tipSet, unclear } from './payment-facts.ts'
import {
  cashMoved,
  checkedOut,
  dayAddended,
  dayReported,
  dayClosed,
  drawerCounted,
  shiftClosed,
  shiftOpened,
} from './shift-facts.ts'
import { takenBack } from './stock-facts.ts'

const small = fc.integer({ min: 1, max: 9 })
const few = fc.integer({ min: 1, max: 3 })
const preparation = fc.constantFrom('pending' as const, 'preparing' as const, 'ready' as const)
const yesOrNo = fc.boolean()

const dates = fc.constantFrom('2026-11-19', DATE)
const ingredients = fc.constantFrom('milk', 'beans')

/** By other recipes on other tills. */
const lineStock: fc.Arbitrary<LineStock> = fc.record({
  date: dates,
  uses: fc.array(fc.tuple(ingredients, small, small), { maxLength: 2 }),
})

/** Everything that may happen to one delivery, count or waste. */
export function stockEvents(id: string): fc.Arbitrary<Draft> {
  const line = fc.record({ ingredientId: ingredients, qty: fc.nat(20), worth: small })
  const told = fc
    .tuple(dates, small, fc.array(line, { maxLength: 3 }))
    .map(([date, at, lines]) => ({ ...authority({ at }), date, lines }))
  return fc
    .oneof(
      told.map((payload) => ({ type: 'stock_received', payload: { ...payload, supplier: '' } }) as const),
      told.map((payload) => ({ type: 'stock_counted', payload }) as const),
      told.map((payload) => ({ type: 'stock_wasted', payload }) as const),
      fc.constant(takenBack()),
    )
    .map((event) => fact('stock', id, event))
}

/** Everything that may happen to one line. */
export function itemEvents(id: string): fc.Arbitrary<Draft> {
  return fc.oneof(
    small.map((qty) => added(id, { qty })),
    small.map((qty) => qtySet(id, qty)),
    small.map((n) => noteSet(id, `note ${n}`)),
    small.map((price) => modifiersSet(id, { unitPrice: minor(price * 50) })),
    fc.tuple(few, yesOrNo).map(([seat, held]) => placeSet(id, { seat, course: seat, held })),
    fc.constantFrom('o1', 'o2').map((order) => moved(id, order)),
    fc.constant(taxesSet(id)),
    few.map((n) => discounted(id, { id: `d${n}`, at: n })),
    fc.constantFrom(comped(id), discountRemoved(id, 'd1'), discountRemoved(id, 'comp')),
    small.map((n) => sent(id, n)),
    fc.tuple(small, lineStock).map(([n, stock]) => sent(id, n, stock)),
    small.map((n) => changed(id, `word ${n}`, n)),
    fc
      .tuple(fc.subarray([...ALLERGENS]), fc.subarray([...ALLERGENS]), small)
      .map(([plus, minus, at]) => allergiesSet(id, { added: plus, removed: minus, at })),
    small.map((n) => doubted(id, { unitPrice: minor(n) })),
    small.map((n) => priceSettled(id, { unitPrice: minor(n) })),
    fc.tuple(preparation, small).map(([to, at]) => prepared(id, to, at)),
    few.map((qty) => voided(id, { qty })),
    fc.constantFrom(removed(id), voided(id), voided(id, { kind: 'unmade' })),
  )
}

/** Everything that may happen to one payment. */
function paymentEvents(id: string): fc.Arbitrary<Draft> {
  return fc.oneof(
    small.map((amount) => taken(id, amount)),
    small.map((amount) => requested(id, amount)),
    small.map((tip) => tipSet(id, tip)),
    few.map((n) => refunded(id, n, { refundId: `r${n}` })),
    fc.constantFrom(unclear(id), declined(id), captured(id), paymentVoided(id)),
  )
}

const CHECK = { id: 'k1', name: '1', shares: [{ itemId: 'i1', parts: 1, of: 2 }], seats: [1], amount: null }

/** Everything that may happen to one order; its closes come from two tills. */
const orderEvents: fc.Arbitrary<Draft> = fc.oneof(
  small.map((covers) => opened({ covers })),
  small.map(coversSet),
  fc.constantFrom(tableSet(null), tableSet('t2'), serviceSet('takeaway'), serviceSet('dine_in')),
  small.map((n) => guestSet({ name: `guest ${n}` }, n)),
  fc.constantFrom('ana', 'rui', 'eva').map((to) => transferred(to)),
  few.map((n) => orderDiscounted({ id: `d${n}`, at: n })),
  few.map((n) => orderDiscountRemoved(`d${n}`)),
  fc.tuple(few, fc.option(small)).map(([n, amount]) => chargeSet(`c${n}`, amount)),
  fc.tuple(few, yesOrNo).map(([n, waived]) => chargeWaived(`c${n}`, waived)),
  fc.constantFrom(exempted('all'), exempted(['vat-23']), exempted([])),
  fc.constantFrom(splitInto(), splitInto(CHECK)),
  fc.constantFrom(merged('o1', 'o2'), merged('o1', 'o3'), unmerged('o1', 'o2'), unmerged('o1', 'o3')),
  fc.tuple(few, small).map(([n, total]) => closed(saleOf({ closeId: `p${n}`, total: minor(total) }))),
  few.map((n) => reopened(`p${n}`)),
  small.map((copy) => receiptAsked(copy)),
  fc.constant(billed()),
  fc.constant(cancelled()),
)

/** Everything that may happen to one drawer session. */
const shiftEvents: fc.Arbitrary<Draft> = fc
  .oneof(
    small.map((n) => shiftOpened({ openedAt: n })),
    fc.tuple(few, small).map(([n, amount]) => cashMoved(`m${n}`, 'paid_out', amount)),
    small.map((at) => drawerCounted(100, 100, { at })),
    few.map((at) => shiftClosed({ at })),
  )
  .map((event) => fact('shift', 's1', event))

/** Everything that may happen to one business date. */
const dayEvents: fc.Arbitrary<Draft> = fc
  .oneof(
    few.map((n) => dayClosed({ number: `A-Z${n}`, orderIds: [`o${n}`] })),
    fc.constant(dayReported()),
    fc.tuple(few, few).map(([n, at]) => dayAddended({ orderIds: [`o${n}`], at })),
  )
  .map((event) => fact('day', DATE, event))

const checkOutEvents: fc.Arbitrary<Draft> = small.map((at) => fact('check_out', 'k1', checkedOut(at)))

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
  shiftEvents,
  checkOutEvents,
  dayEvents,
  stockEvents('s1'),
  recordEvents,
)

/** Any events of a small restaurant: one order, two items, two payments, a delivery, a category. */
export const restaurantEvents: fc.Arbitrary<Draft> = fc.oneof(
  orderEvents,
  itemEvents('i1'),
  itemEvents('i2'),
  paymentEvents('p1'),
  paymentEvents('p2'),
  stockEvents('s1'),
  recordEvents,
)

export interface Stamped extends EventKey {
  readonly event: DomainEvent
}

const KINDS = {
  order: orderEvents,
  item: itemEvents('i1'),
  payment: paymentEvents('p1'),
  shift: shiftEvents,
  check_out: checkOutEvents,
  day: dayEvents,
  stock: stockEvents('s1'),
  category: recordEvents,
} as const

export type Kind = keyof typeof KINDS

/** Events of one kind of entity, each with a place in its history; stamps collide often, as they do in life. */
export function histories(of: Kind): fc.Arbitrary<readonly Stamped[]> {
  const stamped = fc.record({
    hlc: small.map((ms) => hlcOf(ms, 0)),
    dev: fc.constantFrom('d1', 'd2', 'd3'),
    seq: fc.integer({ min: 1, max: 40 }),
    event: KINDS[of].map(({ event }) => event),
  })
  return fc.uniqueArray(stamped, { maxLength: 20, selector: ({ dev, seq }) => `${dev} ${seq}` })
}
