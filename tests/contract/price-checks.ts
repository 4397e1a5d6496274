import { deletePriceDue, notePriceDue, readPriceDue } from '#database/queries/price-due.ts'
import { seeded, STORE } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

export const priceChecks: readonly DatabaseCheck[] = [
  {
    name: '[REVIEW12] what is to be held against the menu is noted once, a page at a time, for its store alone',
    run: async (source) => {
      const { db } = await seeded(source)
      const note = (store: string, ...lines: readonly { id: string; dev: string }[]): Promise<void> =>
        db.transaction().execute((tx) => notePriceDue(tx, store, lines))
      await note(STORE, { id: 'b', dev: 'dev-1' }, { id: 'a', dev: 'dev-1' })
      await note(STORE, { id: 'b', dev: 'dev-2' })
      await note(STORE)
      const [a, b] = [
        { id: 'a', dev: 'dev-1' },
        { id: 'b', dev: 'dev-2' },
      ]
      equal(await readPriceDue(db, STORE, 10), [a, b], 'all')
      equal(await readPriceDue(db, STORE, 1), [a], 'a page')
      await deletePriceDue(db, STORE, ['a', 'c'])
      await deletePriceDue(db, 'store-2', ['b'])
      await deletePriceDue(db, STORE, [])
      equal(await readPriceDue(db, STORE, 10), [b], 'what is left')
      equal(await readPriceDue(db, 'store-2', 10), [], 'of another store')
    },
  },
]
