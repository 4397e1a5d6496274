import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLog } from '../../src/database/log.ts'
import type { Envelope } from '../../src/domain/event/envelope.ts'
import { addTea, openOrder, run, seed } from '../contract/cafe.ts'
import { openApi, type TestApi } from '../support/api.ts'
import { forge, keyedDevice, signedBy, type Keyed } from '../support/keyed.ts'
import { chain, openReplica } from '../support/replicas.ts'

let api: TestApi
let attacker: { readonly dev: string; readonly token: string; readonly store: string }
let thief: Keyed
beforeEach(async () => {
  api = await openApi()
  attacker = await api.pairDevice()
  thief = await keyedDevice()
})
afterEach(() => api.close())

/** With the token of a device that really is paired. */
async function push(events: readonly Envelope[]) {
  const { dev, token, store } = attacker
  const response = await api.app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { authorization: `Bearer ${token}` },
    payload: { proto: 1, store, dev, heads: {}, events },
  })
  expect(response.statusCode).toBe(200)
  return response.json<{
    heads: Record<string, [number, string]>
    forks: readonly string[]
    setAside: number
  }>()
}

async function reasons(): Promise<readonly string[]> {
  const { db } = api.services.hub.replica
  const rows = await db.selectFrom('quarantine').select('reason').orderBy('id').execute()
  return rows.map(({ reason }) => reason)
}

async function roleOf(id: string): Promise<string | undefined> {
  const { db } = api.services.database
  const [person] = await db.selectFrom('users').select('role').where('id', '=', id).execute()
  return person?.role
}

describe('[SIGN3] the token of one device', () => {
  it('writes nothing in the name of the server: nobody makes himself the owner', async () => {
    const { replica } = api.services.hub
    const log = await readLog(replica.db, replica.store, replica.dev, 0, null)
    const [forged] = chain(
      replica.dev,
      [{ store: replica.store, entType: 'user', entId: 'user-marta', payload: '{"role":"owner"}' }],
      log.at(-1),
    )
    const next = forged as Envelope
    const attempts = [next, { ...next, sig: (await signedBy(thief, next)) ?? '' }]
    for (const event of attempts) {
      const { heads, forks } = await push([event])
      expect([heads[replica.dev]?.[0], forks]).toEqual([log.length, []])
    }
    expect(await reasons()).toEqual(['unsigned', 'bad_signature'])
    expect(await roleOf('user-marta')).toBe('waiter')
  })

  it('changes not a byte of another’s log, however the chain is made to fit', async () => {
    const { store } = attacker
    const key = await keyedDevice()
    const till = await openReplica(key.dev, { store, signing: key.signing })
    await seed(till)
    await run(till, 't1', openOrder('o1'))
    await run(till, 't2', addTea('o1', 'i1'))
    const log = await readLog(till.db, store, key.dev, 0, null)
    const changed = await forge(
      log,
      (event) => ({ ...event, payload: event.payload.replace('"price":250', '"price":1') }),
      async ({ seq }) => log[seq - 1]?.sig,
    )
    expect(changed.map(({ payload }) => payload)).not.toEqual(log.map(({ payload }) => payload))
    const refused = await push(changed)
    expect(refused.heads[key.dev]?.[0] ?? 0).toBeLessThan(log.length)
    expect(refused.setAside).toBeGreaterThan(0)
    // What it brings unchanged is as good as from its author.
    const taken = await push(log)
    expect(taken.heads[key.dev]).toEqual([log.length, log.at(-1)?.hash])
    expect(taken.forks).toEqual([])
  })

  it('makes no other device look copied', async () => {
    const { replica } = api.services.hub
    const log = await readLog(replica.db, replica.store, replica.dev, 0, null)
    const last = log.at(-1) as Envelope
    const again = await forge(
      [last],
      (event) => ({ ...event, wall: 1 }),
      async () => last.sig,
    )
    const { forks, heads } = await push(again)
    expect([forks, heads[replica.dev]]).toEqual([[], [log.length, last.hash]])
    expect(await reasons()).toEqual(['bad_signature'])
  })
})
