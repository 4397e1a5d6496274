import { beforeEach, describe, expect, test } from 'vitest'
import { addTea, NOON, openOrder, run } from '../../tests/contract/cafe.ts'
import { forge, keyedDevice, signedBy, type Keyed } from '../../tests/support/keyed.ts'
import { chain, journalOf, openReplica, seededReplica, tablesOf } from '../../tests/support/replicas.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { envelopeOf } from '#database/journal.ts'
import type { JournalRow } from '#database/schema.ts'
import type { Replica } from './replica.ts'

let key: Keyed
let thief: Keyed
let till: Replica
let hub: Replica
let log: readonly Envelope[]

async function eventsOf(replica: Replica): Promise<readonly Envelope[]> {
  return ((await journalOf(replica.db)) as unknown as readonly JournalRow[]).map(envelopeOf)
}

async function reasons(replica: Replica): Promise<readonly string[]> {
  const rows = await replica.db.selectFrom('quarantine').select('reason').orderBy('id').execute()
  return rows.map(({ reason }) => reason)
}

beforeEach(async () => {
  key = await keyedDevice()
  thief = await keyedDevice()
  till = await seededReplica(key.dev, { signing: key.signing })
  await run(till, 't1', openOrder('o1'))
  await run(till, 't2', addTea('o1', 'i1'))
  log = await eventsOf(till)
  hub = await openReplica('hub', { signing: thief.signing })
})

const nobody = async (): Promise<undefined> => undefined
const renamed = (event: Envelope): Envelope => ({
  ...event,
  payload: event.payload.replace(/Tea|Café/, 'Gin'),
})

describe('[SIGN1] a device that signs', () => {
  test('ends each action with its signature, and no other event has one', () => {
    for (const { txn, sig } of log) expect(sig !== undefined).toBe(txn.i === txn.n - 1)
  })

  test('is believed, page by page, wherever a page ends', async () => {
    const ends = log.flatMap(({ txn }, at) => (txn.i === txn.n - 1 ? [at + 1] : []))
    let start = 0
    for (const end of ends) {
      await hub.ingest(log.slice(start, end), NOON)
      start = end
    }
    expect(await tablesOf(hub.db)).toBe(await tablesOf(till.db))
    expect(await reasons(hub)).toEqual([])
  })

  test('[SIGN7] is passed on as it came', async () => {
    await hub.ingest(log, NOON)
    expect(await eventsOf(hub)).toEqual(log)
    const cloud = await openReplica('cloud', { signing: thief.signing })
    await cloud.ingest(await eventsOf(hub), NOON)
    expect(await tablesOf(cloud.db)).toBe(await tablesOf(till.db))
  })
})

describe('[SIGN3] in the name of a device that signs', () => {
  test.each([
    ['unsigned', 'unsigned', nobody],
    ['signed by somebody else', 'bad_signature', (event: Envelope) => signedBy(thief, event)],
    ['with the signature of other events', 'bad_signature', async () => log.at(-1)?.sig],
  ] as const)('what comes %s is set aside, and changes nothing', async (_how, reason, sign) => {
    const forged = await forge(log, renamed, sign)
    const { accepted, setAside, forks, gaps } = await hub.ingest(forged, NOON)
    expect([accepted.length, setAside, forks.length, gaps.size]).toEqual([0, log.length, 0, 0])
    expect((await hub.heads()).size).toBe(0)
    expect(new Set(await reasons(hub))).toEqual(new Set([reason]))
    // Its own events still fit where the forged ones were to go.
    await hub.ingest(log, NOON)
    expect(await tablesOf(hub.db)).toBe(await tablesOf(till.db))
  })

  test('a forged event behind honest ones is set aside alone, and another device’s goes in', async () => {
    const last = log.at(-1) as Envelope
    const [more] = chain(key.dev, [{ entId: 'cold' }], last)
    const other = chain('phone', [{ entId: 'warm' }])
    const { accepted } = await hub.ingest([...log, more, ...other], NOON)
    expect(accepted).toHaveLength(log.length + 1)
    expect(await reasons(hub)).toEqual(['unsigned'])
    expect((await hub.heads()).get(key.dev)?.seq).toBe(last.seq)
  })

  test('forged events before honest ones do not count for theirs', async () => {
    const action = log.filter(({ txn }) => txn.id === log[0]?.txn.id)
    const rest = log.slice(action.length)
    const forged = await forge(action, renamed, nobody)
    expect(forged.at(-1)?.hash).not.toBe(action.at(-1)?.hash)
    const { accepted } = await hub.ingest([...forged, ...rest], NOON)
    expect(accepted).toEqual([])
  })

  test('a signature in the middle of an action covers no half of it', async () => {
    const parts = [0, 1].map((i) => ({ txn: { id: 'two', i, n: 2 }, entId: `c${i}` }))
    const pair = chain(key.dev, parts, log.at(-1))
    const half = [{ ...(pair[0] as Envelope), sig: await signedBy(key, pair[0] as Envelope) }, pair[1]]
    await hub.ingest([...log, ...half], NOON)
    expect((await hub.heads()).get(key.dev)?.seq).toBe(log.length)
  })
})

describe('[SIGN5] another past', () => {
  test('of a device is one only if that device signed it', async () => {
    await hub.ingest(log, NOON)
    const last = log.at(-1) as Envelope
    const other = await forge([last], (event) => ({ ...event, wall: 7 }), nobody)
    const beyond = await forge(chain(key.dev, [{}], other[0]), (event) => event, nobody)
    for (const page of [other, beyond, [...other, ...beyond]]) {
      expect((await hub.ingest(page, NOON)).forks).toEqual([])
    }
    expect(new Set(await reasons(hub))).toEqual(new Set(['unsigned']))
    const signed = await forge(
      [last],
      (event) => ({ ...event, wall: 8 }),
      (event) => signedBy(key, event),
    )
    expect((await hub.ingest(signed, NOON)).forks).toEqual([key.dev])
    expect(await eventsOf(hub)).toEqual(log)
  })
})

describe('[SIGN6] a copied device', () => {
  test('writes its part again under a new id with a key of its own', async () => {
    const heir = await keyedDevice()
    const both = {
      signs: key.signing.signs,
      verify: key.signing.verify,
      sign: async (dev: string, text: string) =>
        (await key.signing.sign(dev, text)) ?? heir.signing.sign(dev, text),
    }
    const copy = await openReplica(key.dev, { signing: both })
    await copy.ingest(log, NOON)
    await run(copy, 't3', addTea('o1', 'i2'))
    await copy.rewind({ dev: key.dev, common: log.length, heir: { dev: heir.dev, letter: 'C' }, at: NOON })
    await run(copy, 't4', addTea('o1', 'i3'))
    await hub.ingest(await eventsOf(copy), NOON)
    expect(await reasons(hub)).toEqual([])
    expect((await hub.heads()).get(heir.dev)?.seq).toBe((await copy.heads()).get(heir.dev)?.seq)
    expect(await tablesOf(hub.db)).toBe(await tablesOf(copy.db))
  })
})

describe('[SIGN4] a device without a key', () => {
  test('is taken in as before', async () => {
    const older = await seededReplica('till')
    await hub.ingest(await eventsOf(older), NOON)
    expect(await tablesOf(hub.db)).toBe(await tablesOf(older.db))
  })
})
