import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { EVENT_VERSIONS } from '#domain/event/event.ts'
import { NOON } from '../contract/cafe.ts'
import { eventsIn, schemaHashes, schemaNews, stateText, type SchemaHashes } from '../support/golden.ts'
import { openReplica } from '../support/replicas.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const GOLDEN = join(ROOT, 'tests/golden')

function read(...path: readonly string[]): string {
  return readFileSync(join(GOLDEN, ...path), 'utf8')
}

const journals = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(GOLDEN, name))
      .filter((file) => file.endsWith('.ndjson') && !file.endsWith('.state.ndjson'))
      .map((file) => ({ version: name, file })),
  )

/** Taken in one action at a time. */
async function folded(events: readonly Envelope[]): Promise<string> {
  const replica = await openReplica('reader')
  let action: Envelope[] = []
  for (const event of events) {
    action.push(event)
    if (event.txn.i < event.txn.n - 1) continue
    await replica.ingest(action, NOON)
    action = []
  }
  return stateText(replica)
}

describe('[VERSION1] the journals of every version', () => {
  test.each(journals)(
    '$version/$file: accepted whole, understood, and folded to the same bytes',
    async (one) => {
      const events = eventsIn(read(one.version, one.file))
      const expected = read(one.version, one.file.replace(/\.ndjson$/, '.state.ndjson'))
      const replica = await openReplica('reader')
      const taken = await replica.ingest(events, NOON)
      expect({ accepted: taken.accepted.length, setAside: taken.setAside }).toEqual({
        accepted: events.length,
        setAside: 0,
      })
      const deferred = await replica.db.selectFrom('journal').select('type').where('folded', '=', 0).execute()
      expect(deferred).toEqual([])
      expect(await stateText(replica)).toBe(expected)
    },
  )

  test.each(journals)('$version/$file: and to no others when they come late and in pieces', async (one) => {
    const events = eventsIn(read(one.version, one.file)) as readonly Envelope[]
    const expected = read(one.version, one.file.replace(/\.ndjson$/, '.state.ndjson'))
    // One device's whole log before the other's: most events come behind later ones.
    const byDevice = events.toSorted((a, b) => (a.dev < b.dev ? -1 : a.dev > b.dev ? 1 : a.seq - b.seq))
    expect(await folded(byDevice)).toBe(expected)
  })

  test('this version has one, with every event type at its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    const events = journals
      .filter((one) => one.version === version)
      .flatMap(({ file }) => eventsIn(read(version, file)) as readonly Envelope[])
    const found = new Map(events.map(({ type, v }) => [type, v]))
    expect(Object.fromEntries([...found].sort())).toEqual(
      Object.fromEntries(Object.entries(EVENT_VERSIONS).sort()),
    )
  })
})

describe('[VERSION2] the payload of an event', () => {
  const kept = JSON.parse(read('schemas.json')) as SchemaHashes

  test('changes only with a version step (this failure says what to do)', () => {
    expect(schemaNews(kept, schemaHashes())).toBeNull()
  })

  test('whose schema changed without one is found, and told what to do', () => {
    const { v } = kept['item_added'] ?? { v: 0 }
    const news = schemaNews({ ...kept, item_added: { v, hash: 'other' } }, schemaHashes())
    expect(news).toContain(`raise EVENT_VERSIONS.item_added to ${v + 1}`)
  })

  test('that is new, gone or stepped up is told apart', () => {
    const now = schemaHashes()
    expect(schemaNews({}, now)).toContain('item_added is new')
    expect(schemaNews({ ...kept, order_blessed: { v: 1, hash: 'x' } }, now)).toContain(
      'order_blessed is gone',
    )
    const v = (kept['item_added']?.v ?? 0) + 1
    const stepped = { ...now, item_added: { v, hash: 'y' } }
    expect(schemaNews(kept, stepped)).toBe(
      `item_added is at version ${v} now: write it down with "npx tsx scripts/golden.ts".`,
    )
  })
})
