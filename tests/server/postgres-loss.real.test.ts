import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPostgres } from '../../src/server/database/postgres.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'

let postgres: RunningPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

it('[SYNC20] a session that PostgreSQL ends fails its own work alone, and is replaced', async () => {
  const source = openPostgres(postgres.url)
  const [victim, other] = [await source.acquire(), await source.acquire()]
  await victim.execute('begin', [])
  const { rows } = await victim.execute('select pg_backend_pid() as pid', [])
  await other.execute('select pg_terminate_backend($1)', [Number(rows[0]?.['pid'])])
  await expect(victim.execute('select 1', [])).rejects.toThrow()
  await source.release(victim)
  const fresh = await source.acquire()
  expect(fresh).not.toBe(victim)
  expect((await fresh.execute('select 1 as one', [])).rows).toEqual([{ one: 1 }])
  await source.release(fresh)
  await source.release(other)
  await source.close()
})
