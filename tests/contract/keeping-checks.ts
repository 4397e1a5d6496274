import type { ConnectionSource } from '#database/connection.ts'
import { isFolded, markFolded, readDeferred } from '#database/deferred.ts'
import { readFirstSeq, readLog } from '#database/log.ts'
import { quarantine, readOpenOf, readQuarantine, readSetAside, settle } from '#database/quarantine.ts'
import { readDayRows } from '#database/queries/day-rows.ts'
import { readServerClaims } from '#database/queries/server-claims.ts'
import { checkChains } from '#sync/check/chains.ts'
import { rebuildDay } from '#sync/check/rebuild-day.ts'
import { NOON, open, record, replicaOn, STORE, write } from './cafe.ts'
import { equal, holds, type DatabaseCheck } from './check.ts'
import { cafeDay } from './scenario-checks.ts'

const DATE = '2026-11-20'

/** What keeps a journal over years: what waits for a newer program, what was set aside, what is read over. */
export const keepingChecks: readonly DatabaseCheck[] = [
  {
    name: '[SYNC21] what is not folded is found in the order of arrival, and marked',
    run: async (source) => {
      const { db, store } = await cafeDay(source)
      await db.updateTable('journal').set({ folded: 0 }).where('type', '=', 'item_added').execute()
      const all = await readDeferred(db, store, 0, 10)
      equal(
        all.map(({ envelope }) => envelope.entId),
        ['i1', 'i2', 'i3', 'i4'],
        'deferred',
      )
      equal(await readDeferred(db, store, all[0]?.n ?? 0, 2), all.slice(1, 3), 'a page')
      const [first] = all
      const { dev, seq, hash } = first?.envelope ?? { dev: '', seq: 0, hash: '' }
      await db.transaction().execute((tx) => markFolded(tx, store, [first?.n ?? 0]))
      equal(await readDeferred(db, store, 0, 10), all.slice(1), 'deferred still')
      const folded = [
        await isFolded(db, store, { dev, seq, hash }),
        await isFolded(db, store, { dev, seq, hash: 'x' }),
        await isFolded(db, store, { dev, seq: all[1]?.envelope.seq ?? 0, hash: all[1]?.envelope.hash ?? '' }),
      ]
      equal(folded, [true, false, false], 'folded')
    },
  },
  {
    name: '[SELF1] a business date has the same rows, and folded anew the same again',
    run: async (source) => {
      const { database, store } = await withDay(source)
      const before = await readDayRows(database.db, store, DATE)
      equal(
        before.refs.map(({ id }) => id).sort(),
        ['i1', 'i2', 'i3', 'i4', 'o1', 'o2', 'o3', 'o4', 'p1', 'p2', 'p3', 'p4'],
        'what belongs to the day',
      )
      const payment =
        `payments {"amount":300,"business_date":"${DATE}","id":"p1","method":"card","order_id":"o1",` +
        `"shift_id":null,"status":"taken","store":"${STORE}","taken_at":${NOON + 8 * 3_600_000}}`
      holds(before.lines.includes(payment), `no line ${payment}`)
      await database.db.deleteFrom('order_items').where('id', '=', 'i2').execute()
      equal(
        await rebuildDay(database, store, DATE, { recordAuthor: null }),
        { businessDate: DATE, entities: 12, changed: true },
        'the first time',
      )
      equal((await readDayRows(database.db, store, DATE)).lines, before.lines, 'the rows')
    },
  },
  {
    name: '[SYNC18] who named whom a server is found in the journal',
    run: async (source) => {
      const { db, store } = await cafeDay(source)
      equal(await readServerClaims(db, store), [], 'nobody named one')
      const till = replicaOn(await open(source), 'till')
      await write(till, 'server', [record('device', 'hub', { name: 'Hub', kind: 'server', active: true })])
      equal(await readServerClaims(db, store), [{ by: 'till', dev: 'hub' }], 'the till named one')
    },
  },
  {
    name: '[SELF3] a log is read in its own order',
    run: async (source) => {
      const { database, store } = await withDay(source)
      const log = await readLog(database.db, store, 'till', 3, 4)
      equal(
        log.map(({ seq }) => seq),
        [4, 5, 6, 7],
        'a page',
      )
      equal(
        [await readFirstSeq(database.db, store, 'till'), await readFirstSeq(database.db, store, 'phone')],
        [1, null],
        'kept',
      )
      const { complete, broken } = await checkChains(database, store, 1_000)
      equal([complete, broken], [true, []], 'the chains')
    },
  },
  {
    name: '[QUARANTINE1] [QUARANTINE3] what is set aside is listed and settled',
    run: async (source) => {
      const { db } = await open(source)
      const one = { dev: 'phone', seq: 2, reason: 'bad_hash', body: '{"a":"é"}' } as const
      await db
        .transaction()
        .execute((tx) => quarantine(tx, STORE, [one, { ...one, seq: 1 }, { ...one, dev: 'till' }], NOON))
      const page = { afterId: 0, limit: 10, all: false }
      const listed = await readQuarantine(db, STORE, page)
      equal(
        listed.map(({ dev, seq }) => [dev, seq]),
        [
          ['phone', 2],
          ['phone', 1],
          ['till', 2],
        ],
        'in the order it came',
      )
      equal(
        (await readOpenOf(db, STORE, 'phone', 10)).map(({ seq }) => seq),
        [1, 2],
        'of one device',
      )
      const id = listed[0]?.id ?? 0
      await settle(db, STORE, id, { settled: 'dismissed', by: 'rui', at: NOON })
      await settle(db, STORE, id, { settled: 'dismissed', by: 'eva', at: NOON + 1 })
      equal((await readQuarantine(db, STORE, page)).length, 2, 'left')
      equal((await readQuarantine(db, STORE, { ...page, all: true })).length, 3, 'all')
      const settled = { settled: 'dismissed', settledBy: 'rui', settledAt: NOON }
      equal(await readSetAside(db, STORE, id), { ...one, id, receivedAt: NOON, ...settled }, 'dismissed')
      await settle(db, STORE, id, { settled: 'released', by: 'eva', at: NOON + 2 })
      await settle(db, STORE, id, { settled: 'dismissed', by: 'rui', at: NOON + 3 })
      equal((await readSetAside(db, STORE, id))?.settledBy, 'eva', 'released for good')
      equal(await readSetAside(db, 'store-2', id), null, 'of another store')
    },
  },
]

async function withDay(source: ConnectionSource) {
  const { db, store } = await cafeDay(source)
  const database = { db, dialect: source.dialect, flush: () => source.flush(), close: async () => {} }
  return { database, store }
}
