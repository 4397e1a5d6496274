import type { Replica } from '#sync/replica.ts'
import {
  readOrderHistory,
  type HistoryFilter,
  type HistoryKey,
  type HistoryPage,
} from '#database/queries/order-history.ts'
import { readOrderStory } from '#database/queries/order-story.ts'
import type { ConnectionSource } from '#database/connection.ts'
import { addTea, MANAGER, NOON, openOrder, pay, run, seeded, STORE } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

const MINUTE = 60_000
const ALL: HistoryFilter = { status: null, refunded: false, date: null, words: null }

/** a: open on table 1, the day before; b: paid, with a refund; c: a cancelled delivery for João; d: open. */
async function withHistory(source: ConnectionSource): Promise<Replica> {
  const till = await seeded(source)
  const at = (minutes: number) => ({ now: NOON + minutes * MINUTE })
  const manager = { ...at(9), actor: MANAGER }
  await run(till, '1', openOrder('a', 't1'), at(-24 * 60))
  await run(till, '2', openOrder('b'), at(1))
  await run(till, '3', addTea('b', 'ib'), at(1))
  await run(till, '4', pay('b', 'pb', 250), at(2))
  await run(
    till,
    '5',
    {
      type: 'refund_payment',
      orderId: 'b',
      paymentId: 'pb',
      refundId: 'rb',
      method: 'card',
      what: { kind: 'amount', amount: 100 },
      reason: 'cold',
    },
    manager,
  )
  const guest = { name: 'João 100%', contact: '+351 912', address: 'Rua 1' }
  await run(till, '6', { ...openOrder('c'), service: 'delivery', guest } as never, at(3))
  await run(till, '7', { type: 'cancel_order', orderId: 'c', reason: '' }, at(4))
  // Opened in the same moment as the one before: then the id decides.
  await run(till, '8', openOrder('d'), at(3))
  return till
}

function idsOf({ ids }: HistoryPage): string {
  return ids.join(' ')
}

async function pages(till: Replica, filter: HistoryFilter, limit: number): Promise<readonly string[]> {
  const found: string[] = []
  let after: HistoryKey | null = null
  do {
    const page: HistoryPage = await readOrderHistory(till.db, STORE, filter, after, limit)
    found.push(idsOf(page))
    after = page.next
  } while (after !== null)
  return found
}

function words(text: string, tableIds: readonly string[] = [], waiterIds: readonly string[] = []) {
  return { ...ALL, words: { text, tableIds, waiterIds } }
}

export const historyChecks: readonly DatabaseCheck[] = [
  {
    name: '[HIST1] the history is read newest first, a page after the other, each order once',
    run: async (source) => {
      const till = await withHistory(source)
      equal(await pages(till, ALL, 9), ['d c b a'], 'one page')
      equal(await pages(till, ALL, 3), ['d c b', 'a'], 'two pages')
      equal(await pages(till, ALL, 1), ['d', 'c', 'b', 'a', ''], 'an order a page')
      const first = await readOrderHistory(till.db, STORE, ALL, null, 2)
      await run(till, 'new', openOrder('e'), { now: NOON + 60 * MINUTE })
      equal(
        idsOf(await readOrderHistory(till.db, STORE, ALL, first.next, 2)),
        'b a',
        'after a new order came',
      )
      equal(
        await readOrderHistory(till.db, 'store-2', ALL, null, 9),
        { ids: [], next: null },
        'another store',
      )
    },
  },
  {
    name: '[HIST2] it is narrowed by status, refunds and day, and looks through no more than it may',
    run: async (source) => {
      const till = await withHistory(source)
      const only = async (part: Partial<HistoryFilter>): Promise<string> =>
        idsOf(await readOrderHistory(till.db, STORE, { ...ALL, ...part }, null, 9))
      equal(await only({ status: 'open' }), 'd a', 'open')
      equal(await only({ status: 'closed' }), 'b', 'paid')
      equal(await only({ status: 'cancelled' }), 'c', 'cancelled')
      equal(await only({ refunded: true }), 'b', 'refunded')
      equal(await only({ date: '2026-11-19' }), 'a', 'of the day before')
      equal(await only({ date: '2026-11-20', status: 'open' }), 'd', 'open of the day')
      equal(await pages(till, { ...ALL, status: 'open' }, 1), ['d', 'a', ''], 'open, page by page')
      const refunded = { ...ALL, refunded: true }
      const looked = await readOrderHistory(till.db, STORE, refunded, null, 9, 2)
      equal([idsOf(looked), looked.next?.id], ['', 'c'], 'looked through two, and goes on after them')
      equal(idsOf(await readOrderHistory(till.db, STORE, refunded, looked.next, 9, 2)), 'b', 'the next two')
    },
  },
  {
    name: '[HIST3] an order is found by its number, guest, table and waiter, in letters of any size',
    run: async (source) => {
      const till = await withHistory(source)
      const found = async (filter: HistoryFilter): Promise<string> =>
        idsOf(await readOrderHistory(till.db, STORE, filter, null, 9))
      equal(await found(words('a-001')), 'b a', 'a number of two days')
      equal(await found(words('JOAO')), 'c', 'a guest')
      equal(await found(words('912')), 'c', 'a contact')
      equal(await found(words('100%')), 'c', 'a sign that is a pattern elsewhere')
      equal(await found(words('1_0')), '', 'another')
      equal(await found(words('zzz', ['t1'])), 'a', 'a table')
      equal(await found(words('zzz', [], ['ana'])), 'd c b a', 'a waiter')
      equal(await found(words('zzz', [], ['rui'])), '', 'another waiter')
    },
  },
  {
    name: '[HIST4] the story of an order is its own, its lines’ and its payments’, an action never cut in two',
    run: async (source) => {
      const till = await withHistory(source)
      const types = async (after: null | { hlc: never; dev: string; seq: number }, limit: number) =>
        readOrderStory(till.db, STORE, ['b'], after, limit)
      const all = await types(null, 50)
      const told = [
        'order_opened',
        'item_added',
        'payment_taken',
        'item_sent',
        'order_closed',
        'receipt_requested',
        'payment_refunded',
      ]
      equal([...new Set(all.events.map(({ type }) => type))].sort(), [...told].sort(), 'all of it')
      equal(all.next, null, 'its end')
      const sizes: number[] = []
      let after = null
      do {
        const page = await types(after as never, 3)
        sizes.push(page.events.length)
        after = page.next
      } while (after !== null)
      // Paying is four events, one action, and larger than a page.
      equal(sizes, [2, 3, 2], 'page by page')
      equal((await readOrderStory(till.db, 'store-2', ['b'], null, 9)).events, [], 'in another store')
    },
  },
]
