import { afterEach, expect, test } from 'vitest'
import { record, STORE, write } from '../../../tests/contract/cafe.ts'
import { seededReplica } from '../../../tests/support/replicas.ts'
import { keepPicture, pictureHashes } from '#database/queries/pictures.ts'
import { pictureName } from '#domain/menu/picture.ts'
import type { Replica } from '#sync/replica.ts'
import { sentAgain, tidyPictures } from './tidy.ts'

const DAY_MS = 24 * 3_600_000
const [OLD, NEW, LOST] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string]
const open: Replica[] = []

afterEach(async () => {
  for (const { db } of open.splice(0)) await db.destroy()
})

async function kitchen(): Promise<Replica> {
  const replica = await seededReplica('hub')
  open.push(replica)
  for (const hash of [OLD, NEW, LOST]) await keepPicture(replica.db, STORE, hash, 'UklGRg==')
  return replica
}

const show = (replica: Replica, hash: string, action: string): Promise<unknown> =>
  write(replica, action, [record('menu_item', 'tea', { picture: pictureName({ store: STORE, hash }) })])

test('[PICTURE7] a photo that was replaced goes a month later, and one that was never saved on a dish', async () => {
  const replica = await kitchen()
  const { db } = replica
  await show(replica, OLD, 'first')
  expect(await tidyPictures(db, STORE, 0)).toBe(0)
  await show(replica, NEW, 'second')
  expect(await tidyPictures(db, STORE, DAY_MS)).toBe(0)
  expect(await tidyPictures(db, STORE, 30 * DAY_MS)).toBe(1)
  expect(await pictureHashes(db, STORE)).toEqual([OLD, NEW])
  expect(await tidyPictures(db, STORE, 31 * DAY_MS)).toBe(1)
  expect(await pictureHashes(db, STORE)).toEqual([NEW])
})

test('[PICTURE7] one that is sent once more has its month before it again', async () => {
  const { db } = await kitchen()
  await tidyPictures(db, STORE, 0)
  await sentAgain(db, STORE, NEW)
  expect(await tidyPictures(db, STORE, 30 * DAY_MS)).toBe(2)
  expect(await pictureHashes(db, STORE)).toEqual([NEW])
})

test('[PICTURE7] one that a dish shows again begins anew, and a dish off the menu keeps its own', async () => {
  const replica = await kitchen()
  const { db } = replica
  await show(replica, NEW, 'first')
  await tidyPictures(db, STORE, 0)
  await show(replica, OLD, 'second')
  await tidyPictures(db, STORE, 20 * DAY_MS)
  await write(replica, 'off', [record('menu_item', 'tea', { active: false })])
  await tidyPictures(db, STORE, 40 * DAY_MS)
  expect(await pictureHashes(db, STORE)).toEqual([OLD, NEW])
  await show(replica, NEW, 'third')
  await tidyPictures(db, STORE, 45 * DAY_MS)
  expect(await tidyPictures(db, STORE, 70 * DAY_MS)).toBe(0)
  expect(await pictureHashes(db, STORE)).toEqual([OLD, NEW])
})
