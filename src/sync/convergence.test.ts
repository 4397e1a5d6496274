import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOON, STORE } from '../../tests/contract/cafe.ts'
import { restaurantEvents } from '../../tests/support/arbitraries.ts'
import { chain, openReplica, tablesOf } from '../../tests/support/replicas.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import { writeEntities } from '#database/entities.ts'
import { project } from '#database/projections/project.ts'
import { foldAnew } from './fold-entities.ts'

interface Written {
  readonly draft: Draft
  readonly ms: number
}

const written = fc.record({ draft: restaurantEvents, ms: fc.integer({ min: 1, max: 12 }) })
const txns = fc.array(fc.array(written, { minLength: 1, maxLength: 3 }), { maxLength: 5 })

/** A device’s log: actions of one to three events, whose stamps collide with other devices’. */
function logOf(dev: string, actions: readonly (readonly Written[])[]): readonly Envelope[] {
  const parts = actions.flatMap((action, t) =>
    action.map(({ draft, ms }, i) => ({
      txn: { id: `${dev}-${t}`, i, n: action.length },
      hlc: hlcOf(ms, 0),
      entType: draft.ent.type,
      entId: draft.ent.id,
      type: draft.event.type,
      payload: canonicalJson(draft.event.payload),
    })),
  )
  return chain(dev, parts)
}

/** One way in which logs reach a replica: whose turn it is, how many events come, and what comes again. */
interface Arrival {
  readonly who: number
  readonly count: number
  readonly again: number
}

const arrivals = fc.array(
  fc.record({ who: fc.nat(2), count: fc.integer({ min: 1, max: 5 }), again: fc.nat(3) }),
  { maxLength: 12 },
)

async function arrive(logs: readonly (readonly Envelope[])[], schedule: readonly Arrival[]): Promise<string> {
  const replica = await openReplica('server')
  const sent = logs.map(() => 0)
  for (const { who, count, again } of schedule) {
    const from = Math.max(0, (sent[who] ?? 0) - again)
    const until = (sent[who] ?? 0) + count
    const { accepted } = await replica.ingest((logs[who] ?? []).slice(from, until), NOON)
    const last = accepted.at(-1)
    if (last !== undefined) sent[who] = last.seq
  }
  await replica.ingest(logs.flat(), NOON)
  const text = await tablesOf(replica.db)
  expect([...(await replica.heads())].map(([, head]) => head.seq)).toEqual(
    logs.filter((log) => log.length > 0).map((log) => log.length),
  )
  await foldEverythingAnew(replica)
  expect(await tablesOf(replica.db)).toBe(text)
  await replica.db.destroy()
  return text
}

/** As a fresh replica would: every entity from its history alone. */
async function foldEverythingAnew({ db }: Awaited<ReturnType<typeof openReplica>>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const known = await tx.selectFrom('entities').select(['type', 'id']).execute()
    for (const { type, id } of known) {
      const entity = await foldAnew(tx, STORE, type, id)
      await writeEntities(tx, STORE, [{ entity, stateText: canonicalJson(entity.state) }])
      await project(tx, STORE, [entity], [])
    }
  })
}

describe('two replicas of the same logs', () => {
  test('[SYNC6] have byte-equal tables, in whatever batches, order and repeats they got them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(txns, txns, txns), arrivals, arrivals, async ([a, b, c], one, other) => {
        const logs = [logOf('a', a), logOf('b', b), logOf('c', c)]
        expect(await arrive(logs, one)).toBe(await arrive(logs, other))
      }),
      { numRuns: 25 },
    )
  }, 20_000)
})
