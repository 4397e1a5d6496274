import { cpSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { askToRenew } from '../../src/link/ask-to-renew.ts'
import { readRecord } from '../../src/database/queries/records.ts'
import { record } from '../../src/server/store.ts'
import type { Cafe } from '../support/cafe.ts'
import { until, withCloud } from '../support/cloud-suite.ts'
import { espresso, runAll } from '../support/node-device.ts'
import { tablesOf } from '../support/replicas.ts'

const suite = withCloud()
const { openHub, openTill } = suite

/** The owner writes something at the hub itself. */
async function saveDish({ server }: Cafe, name: string): Promise<void> {
  const { hub } = server()
  const ent = { type: 'menu_item' as const, id: 'menu-espresso' }
  const event = { type: 'record_changed' as const, payload: { [name]: 7 } }
  hub.announce(await record(hub.replica, [{ ent, event }]))
}

const headsIn = async (store: string) =>
  (
    await suite.cloud.all
      .selectFrom('heads')
      .select(['dev', 'seq', 'hash'])
      .where('store', '=', store)
      .orderBy('dev')
      .execute()
  ).map(({ dev, seq, hash }) => `${dev} ${seq} ${hash}`)

async function headsOf({ server }: Cafe): Promise<readonly string[]> {
  const heads = await server().hub.replica.heads()
  return [...heads].map(([dev, { seq, hash }]) => `${dev} ${seq} ${hash}`).sort((a, b) => (a < b ? -1 : 1))
}

const sameHeads = (hub: Cafe, store: string) => async () =>
  JSON.stringify(await headsOf(hub)) === JSON.stringify(await headsIn(store))

describe('[PAIR5] a store below a cloud', () => {
  it('has a new id for a device from the cloud, too', async () => {
    const hub = await openHub()
    const till = await openTill(hub.origin)
    const { store } = till.replica
    await runAll(till, espresso('known'))
    await until(sameHeads(hub, store))
    const dev = `dev-${crypto.randomUUID()}`
    expect(await askToRenew(suite.cloud.origin, till.identity.token, dev)).toMatchObject({ letter: 'B' })
    await until(async () => (await readRecord(hub.server().hub.replica.db, store, 'device', dev)) !== null)
  })
})

describe('[FORK9] a hub that was put back from a backup', () => {
  it('and wrote on before it heard from the cloud, goes on under a new id with what it wrote', async () => {
    const hub = await openHub()
    const { store, dev: was } = hub.server().hub.replica
    const till = await openTill(hub.origin)
    await until(sameHeads(hub, store))
    await hub.stopServer()
    const backup = `${hub.dataDir}-backup`
    cpSync(hub.dataDir, backup, { recursive: true })
    await hub.startServer()
    await saveDish(hub, 'position')
    await until(sameHeads(hub, store))

    await suite.cloud.stopServer()
    await hub.stopServer()
    rmSync(hub.dataDir, { recursive: true })
    cpSync(backup, hub.dataDir, { recursive: true })
    rmSync(backup, { recursive: true })
    await hub.startServer()
    await saveDish(hub, 'course')
    await runAll(till, espresso('meanwhile'))
    await suite.cloud.startServer()

    await until(() => hub.server().hub.replica.dev !== was)
    await until(sameHeads(hub, store))
    const dish = await readRecord(suite.cloud.all, store, 'menu_item', 'menu-espresso')
    expect(dish).toMatchObject({ position: 7, course: 7 })
    const { replica } = hub.server().hub
    expect(await readRecord(suite.cloud.all, store, 'device', replica.dev)).toMatchObject({
      kind: 'server',
      was,
    })
    expect(await tablesOf(replica.db, store)).toBe(await tablesOf(suite.cloud.all, store))

    // It takes a device in as before, also after a restart.
    await hub.stopServer()
    await hub.startServer()
    expect(hub.server().hub.replica.dev).toBe(replica.dev)
    const phone = await openTill(hub.origin)
    await runAll(phone, espresso('after'))
    await until(sameHeads(hub, store))
    expect(await tablesOf(suite.cloud.all, store)).toContain('meanwhile')
    await until(
      async () => (await tablesOf(till.replica.db, store)) === (await tablesOf(suite.cloud.all, store)),
    )
  })
})
