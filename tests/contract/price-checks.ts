import { readPricedLines } from '#database/queries/priced-lines.ts'
import { addTea, NOON, openOrder, run, seeded, STORE } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

export const priceChecks: readonly DatabaseCheck[] = [
  {
    name: '[REVIEW12] the lines that got a price are read by their place in one log of one store',
    run: async (source) => {
      const till = await seeded(source)
      await run(till, '1', openOrder('o1'))
      await run(till, '2', addTea('o1', 'a'))
      await run(till, '3', { type: 'set_item_note', orderId: 'o1', itemId: 'a', note: 'hot' })
      await run(till, '4', addTea('o1', 'b'))
      const lines = async (from: number, to: number, dev = till.dev, store = STORE) =>
        (await readPricedLines(till.db, store, dev, { from, to, since: 0 })).map(({ id }) => id)
      const all = await readPricedLines(till.db, STORE, till.dev, { from: 0, to: 1_000, since: 0 })
      const [a = 0, b = 0] = all.map(({ seq }) => seq)
      equal(await lines(0, 1_000), ['a', 'b'], 'all')
      equal(await lines(a, 1_000), ['b'], 'after one')
      equal(await lines(0, b - 1), ['a'], 'up to one')
      const later = { from: 0, to: 1_000, since: NOON + 86_400_000 }
      equal(await readPricedLines(till.db, STORE, till.dev, later), [], 'since a later day')
      equal(
        [await lines(0, 1_000, 'nobody'), await lines(0, 1_000, till.dev, 'store-2')],
        [[], []],
        'of others',
      )
    },
  },
]
