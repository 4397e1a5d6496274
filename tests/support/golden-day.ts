import type { Draft } from '#domain/event/event.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { readMissing } from '#database/pages.ts'
import type { Replica } from '#sync/replica.ts'
import {
  addTea,
  MANAGER,
  NOON,
  open,
  openOrder,
  pay,
  record,
  replicaOn,
  run,
  seed,
  STORE,
  write,
} from '../contract/cafe.ts'
import {
  added,
  cancelled,
  closed,
  coversSet,
  fact,
  noteSet,
  opened,
  prepared,
  saleOf,
  VAT_23,
} from './facts.ts'
import { DATE, paymentVoided, qtySet, receiptAsked, removed, sent, taken, voided } from './facts.ts'
import {
  allergiesSet,
  changed,
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
  orderDiscountRemoved,
  reopened,
  serviceSet,
  splitInto,
  tableSet,
  transferred,
  unmerged,
} from './order-facts.ts'
import { captured, declined, refunded, requested, tipSet, unclear } from './payment-facts.ts'
import {
  dayReported,
  cashMoved,
  checkedOut,
  dayAddended,
  dayClosed,
  drawerCounted,
  shiftClosed,
  shiftOpened,
} from './shift-facts.ts'
import { countedStock, received, stockOf, takenBack, wasted } from './stock-facts.ts'

const CHECK = { id: 'k1', name: '1', shares: [{ itemId: 'i1', parts: 1, of: 2 }], seats: [1], amount: null }

/** One order to which everything happens that can, in an order that makes sense. */
const EVERYTHING: readonly (readonly Draft[])[] = [
  [opened()],
  [
    added('i1', {
      qty: 2,
      note: 'sem açúcar\u2028☕',
      allergies: ['milk'],
      allergens: { contains: ['milk', 'nuts'], complete: false },
    }),
  ],
  [added('i2'), added('i3'), added('i4')],
  [
    qtySet('i2', 3),
    noteSet('i2', 'hot'),
    modifiersSet('i2', { allergens: { contains: [], complete: true } }),
    placeSet('i3', { seat: 2, course: 1, held: true }),
  ],
  [coversSet(4), tableSet('t2'), guestSet({ name: 'Inês' }), serviceSet('takeaway'), taxesSet('i1', VAT_23)],
  [
    transferred('rui'),
    discounted('i1'),
    discountRemoved('i1', 'd1'),
    orderDiscounted(),
    orderDiscountRemoved('d1'),
  ],
  [chargeSet('open', 100), chargeWaived('open'), exempted(['vat-23']), exempted([])],
  [
    sent('i1', NOON, stockOf(['milk', 20_000, 2_000])),
    sent('i2'),
    changed('i2', 'hurry'),
    allergiesSet('i2', { added: ['nuts'] }),
    doubted('i2'),
    priceSettled('i2'),
    prepared('i1', 'ready'),
    voided('i2', { qty: 1 }),
    removed('i4'),
  ],
  [opened({ number: 'A-002', tableId: null }, 'o2')],
  [moved('i3', 'o2'), merged('o2', 'o1'), unmerged('o1', 'o2')],
  [splitInto(CHECK)],
  [requested('p1', 500), unclear('p1'), declined('p1')],
  [taken('p2', 300, 'card'), tipSet('p2', 50), captured('p2')],
  [taken('p3', 100), paymentVoided('p3')],
  [refunded('p2', 100)],
  [closed(saleOf({ closeId: 'p2' })), receiptAsked(1)],
  [billed()],
  [reopened('p2')],
  [opened({ number: 'A-003' }, 'o3'), fact('order', 'o3', cancelled('left').event)],
]

const BOOKS: readonly (readonly Draft[])[] = [
  [fact('shift', 's1', shiftOpened())],
  [fact('shift', 's1', cashMoved('m1', 'paid_out', 500))],
  [fact('shift', 's1', drawerCounted(9_500, 9_500)), fact('shift', 's1', shiftClosed())],
  [fact('check_out', 'c1', checkedOut())],
  [fact('day', DATE, dayClosed()), fact('day', DATE, dayAddended())],
  [fact('day', DATE, dayReported())],
]

const STOCK: readonly (readonly Draft[])[] = [
  [fact('stock', 'd1', received()), fact('stock', 'd2', wasted())],
  [fact('stock', 'd3', countedStock()), fact('stock', 'd2', takenBack())],
]

/** A day of a small café, every event type of this version in it, on two devices that meet now and then. */
export async function goldenDay(): Promise<Replica> {
  let seconds = 0
  const clock = { wall: () => NOON + 1_000 * (seconds += 1), offset: () => 0 }
  const till = replicaOn(await open(openSqlite(':memory:')), 'till', { clock })
  const phone = replicaOn(await open(openSqlite(':memory:')), 'phone', { clock })
  await seed(till)
  await meet(till, phone)
  for (const [n, drafts] of EVERYTHING.entries()) {
    await write(n % 3 === 2 ? phone : till, `all-${n}`, drafts)
    await meet(till, phone)
  }
  await sell(till, phone)
  for (const [n, drafts] of BOOKS.entries()) await write(till, `book-${n}`, drafts)
  for (const [n, drafts] of STOCK.entries()) await write(till, `stock-${n}`, drafts)
  await meet(till, phone)
  return till
}

/** An order as people take it, whose money is computed and not typed. */
async function sell(till: Replica, phone: Replica): Promise<void> {
  const by = { actor: MANAGER }
  await run(phone, 'sell-1', openOrder('sold', 't1'))
  await run(phone, 'sell-2', addTea('sold', 'sold-1', 2))
  await meet(till, phone)
  // Apart: both change the same line, and only one knows of the other's news.
  await run(till, 'sell-3', { type: 'set_item_note', orderId: 'sold', itemId: 'sold-1', note: 'sem açúcar' })
  await run(phone, 'sell-4', addTea('sold', 'sold-2'))
  await meet(till, phone)
  await run(till, 'sell-5', { type: 'send_order', orderId: 'sold' })
  await run(till, 'sell-6', pay('sold', 'sold-p1', 300, 'card'), by)
  await run(till, 'sell-7', pay('sold', 'sold-p2', 450), by)
  await write(till, 'price', [record('menu_item', 'tea', { price: 270 })])
  await meet(till, phone)
}

async function meet(one: Replica, other: Replica): Promise<void> {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const { events } = await readMissing(from.db, STORE, await from.heads(), await to.heads())
    await to.ingest(events, NOON)
  }
}
