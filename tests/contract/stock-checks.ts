import type { ConnectionSource } from '#database/connection.ts'
import { readStockLevels, readStockMoves } from '#database/queries/stock.ts'
import { readCountedTwice } from '#database/queries/stock-variance.ts'
import { readLackingDishes, readLastSupplies } from '#database/queries/used-up.ts'
import { removeEntities } from '#database/projections/remove-entities.ts'
import type { Replica } from '#sync/replica.ts'
import { addTea, MANAGER, NOON, openOrder, record, run, seeded, STORE, write } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const at = (minutes: number) => ({ now: NOON + minutes * MINUTE, actor: MANAGER })
const milk = (qty: number) => [{ ingredientId: 'milk', qty }]

const ingredient = (name: string) => ({
  name,
  unit: 'ml',
  packName: 'Bottle',
  packSize: 1_000_000,
  packCost: 100,
  low: 0,
  par: 0,
  supplier: '',
  active: true,
})

/** Ten litres of milk the day before, a count of eight at noon, and teas with a tenth of a litre before and after. */
async function withStock(source: ConnectionSource): Promise<Replica> {
  const till = await seeded(source)
  await write(till, 'stock', [
    record('ingredient', 'milk', ingredient('Milk')),
    record('ingredient', 'beans', ingredient('Beans')),
    record('ingredient', 'gone', { ...ingredient('Gone'), active: false }),
    record('menu_item', 'tea', { recipe: { makes: 10, lines: milk(1_000_000) } }),
  ])
  const lines = [{ ingredientId: 'milk', qty: 10_000_000, cost: 1_000 }]
  const delivery = { type: 'receive_stock', stockId: 'd1', supplier: 'Dairy', note: '', lines } as const
  await run(till, '1', delivery, { ...at(0), now: NOON - DAY })
  await run(till, '2', openOrder('o1'))
  await run(till, '3', addTea('o1', 'i1', 2))
  await run(till, '4', { type: 'send_order', orderId: 'o1' }, at(-10))
  await run(till, '5', { type: 'count_stock', stockId: 'd2', note: '', lines: milk(8_000_000) }, at(0))
  await run(till, '6', addTea('o1', 'i2', 3))
  await run(till, '7', { type: 'send_order', orderId: 'o1' }, at(10))
  await run(till, '8', { type: 'waste_stock', stockId: 'd3', reason: 'sour', lines: milk(500_000) }, at(20))
  const unmade = {
    type: 'void_item',
    orderId: 'o1',
    itemId: 'i2',
    kind: 'unmade',
    qty: 1,
    reason: 'left',
  } as const
  await run(till, '9', unmade, at(30))
  return till
}

async function levels({ db }: Replica, ingredientId: string | null = null) {
  return (await readStockLevels(db, STORE, ingredientId)).map(({ id, level }) => [id, level])
}

export const stockChecks: readonly DatabaseCheck[] = [
  {
    name: '[SYNC18] [STOCK5] [STOCK9] the level is the last count and what moved after it',
    run: async (source) => {
      const till = await withStock(source)
      equal(
        await levels(till),
        [
          ['beans', 0],
          ['gone', 0],
          ['milk', 8_000_000 - 200_000 - 500_000],
          ['leaves', 0],
        ],
        'all, by name',
      )
      const [one] = await readStockLevels(till.db, STORE, 'milk')
      equal([one?.name, one?.counted_at, one?.pack_cost], ['Milk', NOON, 100], 'one')
      const lines = [{ ingredientId: 'milk', qty: 1_000_000, cost: 100 }]
      const later = { type: 'receive_stock', stockId: 'd9', supplier: '', note: '', lines } as const
      await run(till, '20', later, { ...at(0), now: NOON + 2 * DAY })
      equal(await levels(till, 'milk'), [['milk', 8_300_000]], 'two days later')
    },
  },
  {
    name: '[SYNC18] [STOCK8] without the count that was taken back, the level is the sum of all',
    run: async (source) => {
      const till = await withStock(source)
      await run(till, '21', { type: 'take_back_stock', stockId: 'd2', reason: 'slip' }, at(40))
      equal(await levels(till, 'milk'), [['milk', 10_000_000 - 400_000 - 500_000]], 'level')
    },
  },
  {
    name: '[SYNC18] the moves of an ingredient come in pages, the newest first',
    run: async (source) => {
      const till = await withStock(source)
      const asked = { ingredientId: 'milk', limit: 2, sold: true }
      const first = await readStockMoves(till.db, STORE, { ...asked, after: null })
      equal(
        first.map(({ kind, qty, worth, item_name }) => [kind, qty, worth, item_name]),
        [
          ['wasted', -500_000, -50_000, null],
          ['used', -200_000, -20_000, 'Tea'],
        ],
        'first page',
      )
      const second = await readStockMoves(till.db, STORE, { ...asked, after: first.at(-1) ?? null })
      equal(
        second.map(({ kind, qty }) => [kind, qty]),
        [
          ['counted', 8_000_000],
          ['used', -200_000],
        ],
        'second page',
      )
      const rest = await readStockMoves(till.db, STORE, { ...asked, after: second.at(-1) ?? null })
      equal(
        rest.map(({ kind }) => kind),
        ['received'],
        'last page',
      )
      const bought = await readStockMoves(till.db, STORE, { ...asked, sold: false, after: null, limit: 9 })
      equal(
        bought.map(({ source }) => source),
        ['d3', 'd2', 'd1'],
        'without what was sold',
      )
    },
  },
  {
    name: '[STOCK12] between two counts are the days between them, and their own days in part',
    run: async (source) => {
      const till = await withStock(source)
      const moved = async (since: string | null = null) =>
        (await readCountedTwice(till.db, STORE, since)).map(
          ({ id, opening, received, used, wasted, counted }) =>
            [id, opening, received, used, wasted, counted] as const,
        )
      equal(await moved(), [], 'counted once')
      const lines = [{ ingredientId: 'milk', qty: 1_000_000, cost: 100 }]
      const later = { type: 'receive_stock', stockId: 'd5', supplier: '', note: '', lines } as const
      await run(till, '30', later, { ...at(0), now: NOON + DAY })
      await run(till, '31', addTea('o1', 'i3', 1))
      await run(till, '32', { type: 'send_order', orderId: 'o1' }, { ...at(0), now: NOON + 2 * DAY })
      const count = { type: 'count_stock', stockId: 'd6', note: '', lines: milk(8_000_000) } as const
      await run(till, '33', count, { ...at(1), now: NOON + 2 * DAY + MINUTE })
      await run(till, '34', addTea('o1', 'i4', 1))
      await run(
        till,
        '35',
        { type: 'send_order', orderId: 'o1' },
        { ...at(0), now: NOON + 2 * DAY + 2 * MINUTE },
      )
      const first = ['milk', 8_000_000, 1_000_000, -300_000, -500_000, 8_000_000] as const
      equal(await moved(), [first], 'the count before it')
      const again = { ...count, stockId: 'd7' } as const
      await run(till, '36', again, { ...at(1), now: NOON + 2 * DAY + 3 * MINUTE })
      equal(await moved(), [['milk', 8_000_000, 0, -100_000, 0, 8_000_000]], 'on one day')
      equal(
        await moved('2026-11-20'),
        [['milk', 8_000_000, 1_000_000, -400_000, -500_000, 8_000_000]],
        'since',
      )
      equal(await moved('2026-11-22'), [['milk', 8_000_000, 0, -100_000, 0, 8_000_000]], 'since the last day')
      equal(await readCountedTwice(till.db, 'store-2', null), [], 'of another store')
    },
  },
  {
    name: '[STOCK10] [STOCK11] dishes that lack what was counted are read, with when it last came',
    run: async (source) => {
      const till = await withStock(source)
      const lacking = async () =>
        (await readLackingDishes(till.db, STORE)).map(({ dish, lacked }) => [dish.id, lacked[0]?.name])
      equal(await lacking(), [], 'enough')
      await run(till, '22', { type: 'count_stock', stockId: 'd4', note: '', lines: milk(99_999) }, at(40))
      equal(await lacking(), [['tea', 'Milk']], 'less than one portion')
      const last = await readLastSupplies(till.db, STORE, ['milk', 'beans'])
      equal([...last], [['milk', NOON + 40 * MINUTE]], 'last count or delivery')
      equal(await readLackingDishes(till.db, 'store-2'), [], 'of another store')
    },
  },
  {
    name: '[SYNC18] [STOCK9] what is taken away takes its part of the sums with it',
    run: async (source) => {
      const { db } = await withStock(source)
      const refs = [
        { type: 'item', id: 'i1' },
        { type: 'item', id: 'i2' },
        { type: 'stock', id: 'd3' },
      ]
      await db.transaction().execute((tx) => removeEntities(tx, STORE, refs))
      const days = await db.selectFrom('stock_days').select(['id', 'qty', 'worth', 'moves']).execute()
      equal(days, [{ id: 'milk 2026-11-19 received', qty: 10_000_000, worth: 1_000_000, moves: 1 }], 'sums')
    },
  },
]
