import { describe, expect, it } from 'vitest'
import { openReplica, tablesOf } from '../../tests/support/replicas.ts'
import { record } from '../../tests/contract/cafe.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Replica } from './replica.ts'
import { serversOf } from './servers.ts'

const HUB = 'hub'
const CLOUD = 'cloud'
const NEW_HUB = 'hub-2'

const server = (id: string): Draft =>
  record('device', id, { name: id, letter: '', kind: 'server', active: true })
const waiter = (id: string): Draft =>
  record('user', id, { name: id, role: 'waiter', pinHash: '', active: true })

async function write(replica: Replica, drafts: readonly Draft[]): Promise<readonly Envelope[]> {
  const written = await replica.act<never>({
    txnId: crypto.randomUUID(),
    actor: replica.dev,
    decide: async () => ({ ok: true, value: drafts }),
  })
  if (!written.ok) throw new Error('refused')
  return written.value
}

const open = (dev: string) => openReplica(dev, { recordAuthor: HUB })
const names = async ({ db }: Replica) =>
  (await db.selectFrom('users').select('id').orderBy('id').execute()).map((row) => row.id)

/** The hub names the cloud, the cloud names a new hub, and each takes somebody on. */
async function story(): Promise<readonly (readonly Envelope[])[]> {
  const [hub, cloud, newHub] = [await open(HUB), await open(CLOUD), await open(NEW_HUB)]
  const first = [...(await write(hub, [server(HUB)])), ...(await write(hub, [server(CLOUD), waiter('ana')]))]
  await cloud.ingest(first, 0)
  const second = await write(cloud, [server(NEW_HUB), waiter('rui')])
  await newHub.ingest([...first, ...second], 0)
  const third = await write(newHub, [waiter('eva')])
  return [first, second, third]
}

describe('[ACCESS4] the servers of a store', () => {
  it('are its maker and whomever one of them named, in whatever order that is heard', () => {
    const claims = [
      { by: CLOUD, dev: NEW_HUB },
      { by: HUB, dev: CLOUD },
      { by: 'tablet', dev: 'tablet' },
      { by: 'tablet', dev: 'friend' },
    ]
    const servers = new Set([HUB, CLOUD, NEW_HUB])
    expect(serversOf(HUB, claims)).toEqual(servers)
    expect(serversOf(HUB, [...claims].reverse())).toEqual(servers)
  })

  it.each([
    ['as they came', [0, 1, 2]],
    ['backwards', [2, 1, 0]],
    ['the naming last', [1, 2, 0]],
    ['the middle last', [0, 2, 1]],
  ])('may write people, and every replica has the same ones: %s', async (_, order) => {
    const logs = await story()
    const replica = await open('till')
    for (const i of order) await replica.ingest(logs[i] ?? [], 0)
    expect(await names(replica)).toEqual(['ana', 'eva', 'rui'])
    const atOnce = await open('till')
    await atOnce.ingest(logs.flat(), 0)
    expect(await tablesOf(replica.db)).toBe(await tablesOf(atOnce.db))
  })

  it('are never a tablet that names itself', async () => {
    const [first = []] = await story()
    const tablet = await openReplica('tablet')
    const claims = await write(tablet, [server('tablet'), waiter('thief')])
    const replica = await open('till')
    await replica.ingest([...first, ...claims], 0)
    expect(await names(replica)).toEqual(['ana'])
    const devices = await replica.db.selectFrom('devices').select('id').orderBy('id').execute()
    expect(devices.map(({ id }) => id)).toEqual([CLOUD, HUB])
  })

  it('cannot be written for by a hub that nobody named: it is a fault of the program', async () => {
    const newHub = await open(NEW_HUB)
    await expect(write(newHub, [waiter('eva')])).rejects.toThrow('assertion failed')
  })
})
