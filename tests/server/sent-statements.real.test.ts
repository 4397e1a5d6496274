import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#database/open.ts'
import { insertRows, statement } from '#database/statement.ts'
import { openPostgres } from '#server/database/postgres.ts'
import { open } from '../contract/cafe.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'

let postgres: RunningPostgres
let database: Database

beforeAll(async () => {
  postgres = await startPostgres()
  database = await open(openPostgres(postgres.asSuperuser(await postgres.newDatabase())))
})

afterAll(async () => {
  await database.close()
  await postgres.stop()
})

const COLUMNS = ['store', 'dev', 'seq', 'hash']

function head(dev: string): ReturnType<typeof insertRows> {
  return insertRows('heads', COLUMNS, [['shop', dev, 1, 'aa']])
}

async function devices(): Promise<readonly string[]> {
  const rows = await database.db.selectFrom('heads').select('dev').orderBy('dev').execute()
  return rows.map(({ dev }) => dev)
}

const ALREADY_THERE = { code: '23505' }

test('[CLOUD7] what is sent without waiting is there for what is asked next', async () => {
  const seen = await database.db.transaction().execute(async (tx) => {
    await head('one').execute(tx)
    const ask = statement<{ readonly dev: string }>('select dev from heads where store = ?', ['shop']).ask(tx)
    await head('two').execute(tx)
    return (await (await ask)()).map(({ dev }) => dev)
  })
  expect(seen).toEqual(['one'])
  expect(await devices()).toEqual(['one', 'two'])
})

test('[CLOUD7] a statement that fails unheard fails whatever is asked next, with its own error, and all with it', async () => {
  const asked = database.db.transaction().execute(async (tx) => {
    await head('three').execute(tx)
    await head('one').execute(tx)
    await head('four').execute(tx)
    return tx.selectFrom('heads').select('dev').execute()
  })
  await expect(asked).rejects.toMatchObject(ALREADY_THERE)
  expect(await devices()).toEqual(['one', 'two'])
})

test('[CLOUD7] where nothing is asked any more, the commit fails', async () => {
  const silent = database.db.transaction().execute(async (tx) => {
    await head('three').execute(tx)
    await head('one').execute(tx)
  })
  await expect(silent).rejects.toMatchObject(ALREADY_THERE)
  expect(await devices()).toEqual(['one', 'two'])
})

test('[CLOUD7] the session is as good as before', async () => {
  await database.db.transaction().execute((tx) => head('three').execute(tx))
  expect(await devices()).toEqual(['one', 'three', 'two'])
})
