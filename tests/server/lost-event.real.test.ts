import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '#database/schema.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import { openPostgres } from '#server/database/postgres.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { answerExchange } from '#sync/answer.ts'
import { createSyncClient } from '#sync/client.ts'
import type { Replica } from '#sync/replica.ts'
import { NOON, open, replicaOn, STORE } from '../contract/cafe.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'
import { chain, tablesOf } from '../support/replicas.ts'

const WRITERS = 8
const EVENTS = 20_000
const PAGE = 10

let postgres: RunningPostgres
const opened: { close(): Promise<void> }[] = []
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  for (const one of opened) await one.close()
  await postgres.stop()
})

/** A device that writes about five records of its own: no writer ever waits for another. */
function logOf(writer: number): readonly Envelope[] {
  return chain(
    `dev-${writer}`,
    Array.from({ length: EVENTS / WRITERS }, (_, n) => ({
      hlc: hlcOf(1_000 + n, 0),
      entId: `c${writer}-${n % 5}`,
      payload: `{"name":"${writer} ${n}","position":${n}}`,
    })),
  )
}

async function write(replica: Replica, log: readonly Envelope[]): Promise<void> {
  for (let at = 0; at < log.length; at += PAGE) await replica.ingest(log.slice(at, at + PAGE), NOON)
}

/** What many systems do: remember the highest number seen, and ask for what is above it. */
async function readNaively(db: Db, isOver: () => boolean): Promise<number> {
  let cursor = 0
  let seen = 0
  for (;;) {
    const last = isOver()
    const rows = await db
      .selectFrom('journal')
      .select('n')
      .where('store', '=', STORE)
      .where('n', '>', cursor)
      .orderBy('n')
      .limit(500)
      .execute()
    seen += rows.length
    cursor = rows.at(-1)?.n ?? cursor
    if (last && rows.length === 0) return seen
  }
}

it('[CLOUD5] eight write and one reads as they do: nothing is missing, where a cursor would have lost some', async () => {
  const url = await postgres.newDatabase()
  const databases = await Promise.all([url, url, url].map((one) => open(openPostgres(one))))
  opened.push(...databases)
  const [first, second, third] = databases.map((database) => replicaOn(database, 'cloud'))
  if (first === undefined || second === undefined || third === undefined) throw new Error('no replicas')
  const logs = Array.from({ length: WRITERS }, (_, writer) => logOf(writer))
  let writing = true
  const isOver = (): boolean => !writing

  const device = replicaOn(await open(openSqlite(':memory:')), 'reader')
  const received: Envelope[] = []
  const client = createSyncClient({
    replica: device,
    now: () => NOON,
    onReply: async () => {},
    onEvents: (events) => received.push(...events),
  })
  const transport = {
    async exchange(request: Parameters<typeof answerExchange>[2]) {
      const answered = await answerExchange(third, 'cloud', request, NOON)
      if (!answered.ok) throw new Error(answered.error.code)
      return answered.value.reply
    },
  }
  let whileWriting = 0
  const read = async (): Promise<void> => {
    for (;;) {
      const last = isOver()
      const more = await client.step(transport)
      if (!last) whileWriting = received.length
      if (last && !more) return
    }
  }

  const written = Promise.all(
    logs.map((log, writer) => write(writer % 2 === 0 ? first : second, log)),
  ).finally(() => (writing = false))
  const [naive] = await Promise.all([readNaively(third.db, isOver), read(), written])

  expect(received).toHaveLength(EVENTS)
  expect(new Set(received.map(({ hash }) => hash)).size).toBe(EVENTS)
  for (const [dev, { seq }] of await device.heads())
    expect({ dev, seq }).toEqual({ dev, seq: EVENTS / WRITERS })
  expect(await tablesOf(device.db)).toBe(await tablesOf(first.db))
  // It read along, and did not only find everything done.
  expect(whileWriting).toBeGreaterThan(EVENTS / 4)
  // The control: this is what the heads are for.
  expect(naive).toBeLessThan(EVENTS)
})
