import {
  dropPictures,
  heldPictures,
  keepPicture,
  pictureHashes,
  readPicture,
  shownPictures,
} from '#database/queries/pictures.ts'
import { record, seeded, STORE, write } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

const HASH = 'a'.repeat(64)

export const pictureChecks: readonly DatabaseCheck[] = [
  {
    name: '[PICTURE1] a picture is kept once, by its hash, for its store alone',
    run: async (source) => {
      const { db } = await seeded(source)
      await keepPicture(db, STORE, HASH, 'UklGRg==')
      await keepPicture(db, STORE, HASH, 'other')
      equal(await readPicture(db, STORE, HASH), 'UklGRg==', 'what was first')
      equal(await readPicture(db, 'store-2', HASH), null, 'of another store')
      equal([...(await heldPictures(db, STORE, [HASH, 'b'.repeat(64)]))], [HASH], 'held')
      equal([...(await heldPictures(db, STORE, []))], [], 'of none')
      equal([...(await heldPictures(db, 'store-2', [HASH]))], [], 'held by another store')
    },
  },
  {
    name: '[PICTURE7] pictures go by their hashes, those of one store alone',
    run: async (source) => {
      const { db } = await seeded(source)
      const [a, b] = [HASH, 'b'.repeat(64)]
      for (const hash of [b, a]) await keepPicture(db, STORE, hash, 'UklGRg==')
      await dropPictures(db, STORE, [])
      await dropPictures(db, 'store-2', [a, b])
      equal(await pictureHashes(db, STORE), [a, b], 'held')
      await dropPictures(db, STORE, [a, 'c'.repeat(64)])
      equal(await pictureHashes(db, STORE), [b], 'left')
      equal(await pictureHashes(db, 'store-2'), [], 'of another store')
    },
  },
  {
    name: '[PICTURE4] the pictures dishes show are told once each, with those off the menu',
    run: async (source) => {
      const till = await seeded(source)
      const dish = { name: 'Bun', categoryId: 'hot', price: 100, position: 0, available: true }
      await write(till, 'more', [
        record('menu_item', 'bun', { ...dish, active: false, picture: 'bun' }),
        record('menu_item', 'twin', { ...dish, active: true, picture: 'bun' }),
        record('menu_item', 'bare', { ...dish, active: true, picture: '' }),
      ])
      equal(await shownPictures(till.db, STORE), ['bun', 'tea'], 'shown')
      equal(await shownPictures(till.db, 'store-2'), [], 'of another store')
    },
  },
]
