import type { Envelope } from '#domain/event/envelope.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import { entityKey, NO_KEY, readEntities, readEntitiesOf, writeEntities } from '#database/entities.ts'
import {
  appendJournal,
  askKnownTxns,
  hasTxn,
  readEntityHistory,
  readHash,
  readHeads,
  writeHeads,
} from '#database/journal.ts'
import { readMissing } from '#database/pages.ts'
import { quarantine } from '#database/quarantine.ts'
import { CHAIN_START, hashEvent } from '#sync/chain.ts'
import { NOON, open, openOrder, record, replicaOn, run, seed, STORE } from './cafe.ts'
import { equal, fails, type DatabaseCheck } from './check.ts'

const PAYLOAD = `{"name":"“Chá” 'com' \\"aspas\\" \\\\ ☕ 👩‍🍳 日本 \\u0000 \\ud83d","position":1}`

function envelope(seq: number, over: Partial<Envelope> = {}): Envelope {
  const unsealed = {
    store: STORE,
    dev: 'phone',
    seq,
    txn: { id: `txn-${seq}`, i: 0, n: 1 },
    hlc: hlcOf(NOON + seq, 0),
    wall: NOON,
    off: -7,
    actor: 'ana',
    entType: 'category',
    entId: 'hot',
    type: 'record_changed',
    v: 1,
    crit: true,
    payload: PAYLOAD,
    prev: CHAIN_START,
    ...over,
  }
  return { ...unsealed, hash: hashEvent(unsealed) }
}

export const journalChecks: readonly DatabaseCheck[] = [
  {
    name: '[SYNC8] [SIGN7] an event comes back byte for byte, with its signature or without one',
    run: async (source) => {
      const { db } = await open(source)
      const events = [envelope(1, { sig: 'key.signature' }), envelope(2, { crit: false, payload: '{}' })]
      await db.transaction().execute((tx) =>
        appendJournal(
          tx,
          events.map((one) => ({ envelope: one, folded: true })),
        ),
      )
      equal(await readEntityHistory(db, STORE, 'category', 'hot'), events, 'the history')
      const heads = new Map([['phone', { seq: 2, hash: events[1]?.hash ?? '' }]])
      equal(await readMissing(db, STORE, heads, new Map()), { events, more: false }, 'the page')
      equal(await readHash(db, STORE, 'phone', 2), events[1]?.hash, 'the hash')
      equal(await readHash(db, STORE, 'phone', 3), null, 'the hash of nothing')
      equal(
        [await hasTxn(db, STORE, 'txn-2'), await hasTxn(db, 'other', 'txn-2')],
        [true, false],
        'the action',
      )
      await db.transaction().execute(async (tx) => {
        const known = await askKnownTxns(tx, STORE, ['txn-2', 'txn-none'])
        const elsewhere = await askKnownTxns(tx, 'other', ['txn-2'])
        equal(await elsewhere(), new Set(), 'of another store')
        equal(await known(), new Set(['txn-2']), 'known actions')
      })
    },
  },
  {
    name: '[SYNC6] a history comes in its own order, not in that of arrival',
    run: async (source) => {
      const { db } = await open(source)
      const late = envelope(2, { hlc: hlcOf(5, 1) })
      const early = envelope(3, { hlc: hlcOf(5, 0) })
      const tied = envelope(1, { hlc: hlcOf(5, 1), dev: 'Till' })
      await db.transaction().execute((tx) =>
        appendJournal(
          tx,
          [late, early, tied].map((one) => ({ envelope: one, folded: true })),
        ),
      )
      equal(await readEntityHistory(db, STORE, 'category', 'hot'), [early, tied, late], 'the history')
    },
  },
  {
    name: '[SYNC1] one number of one device is there once',
    run: async (source) => {
      const { db } = await open(source)
      const append = (one: Envelope) =>
        db.transaction().execute((tx) => appendJournal(tx, [{ envelope: one, folded: true }]))
      await append(envelope(1))
      await fails(append(envelope(1, { payload: '{"position":2}' })), 'a second event 1')
      await append(envelope(1, { store: 'store-2' }))
    },
  },
  {
    name: '[SYNC1] heads are kept by store and device, the last one written',
    run: async (source) => {
      const { db } = await open(source)
      await db.transaction().execute(async (tx) => {
        await writeHeads(
          tx,
          STORE,
          new Map([
            ['b', { seq: 1, hash: 'x' }],
            ['a', { seq: 2, hash: 'y' }],
          ]),
        )
        await writeHeads(tx, STORE, new Map([['b', { seq: 5, hash: 'z' }]]))
        await writeHeads(tx, 'store-2', new Map([['b', { seq: 9, hash: 'w' }]]))
        await writeHeads(tx, STORE, new Map())
      })
      equal(
        [...(await readHeads(db, STORE))],
        [
          ['a', { seq: 2, hash: 'y' }],
          ['b', { seq: 5, hash: 'z' }],
        ],
        'heads',
      )
      equal([...(await readHeads(db, 'nowhere'))], [], 'heads of an unknown store')
    },
  },
  {
    name: '[SYNC6] an entity is written over, and a thousand at once are no trouble',
    run: async (source) => {
      const { db } = await open(source)
      const many = Array.from({ length: 1_000 }, (_, n) => ({
        entity: { type: 'item', id: `i${n}`, last: NO_KEY, readOnly: false, state: null },
        stateText: 'null',
      }))
      const again = { entity: { ...many[7]!.entity, readOnly: true }, stateText: '{"name":"x"}' }
      await db.transaction().execute(async (tx) => {
        await writeEntities(tx, STORE, many)
        await writeEntities(tx, STORE, [again])
      })
      const found = await readEntities(
        db,
        STORE,
        many.map(({ entity }) => entity),
      )
      equal(found.size, 1_000, 'entities found')
      equal(
        found.get(entityKey('item', 'i7')),
        { ...again.entity, state: { name: 'x' } },
        'the one written over',
      )
      equal((await readEntitiesOf(db, STORE, 'item')).length, 1_000, 'entities of the type')
      equal((await readEntitiesOf(db, 'store-2', 'item')).length, 0, 'entities of another store')
    },
  },
  {
    name: '[SYNC7] what is set aside is kept once, however often it comes',
    run: async (source) => {
      const { db } = await open(source)
      const body = JSON.stringify({ odd: '“x”\u0000☕' })
      const found = { dev: 'phone', seq: 3, reason: 'bad_hash', body } as const
      for (const at of [1, 2])
        await db.transaction().execute((tx) => quarantine(tx, STORE, [found, found], at))
      const rows = await db
        .selectFrom('quarantine')
        .select(['dev', 'seq', 'reason', 'body', 'received_at'])
        .execute()
      equal(rows, [{ ...found, received_at: 1 }], 'the quarantine')
    },
  },
  {
    name: '[SYNC7] a text that no database can hold stops nothing',
    run: async (source) => {
      const replica = replicaOn(await open(source), 'server')
      const odd = envelope(1)
      const next = envelope(2, { prev: odd.hash, entId: 'cold', payload: '{"name":"Cold"}' })
      const { accepted } = await replica.ingest([odd, next], NOON)
      equal(accepted, [odd, next], 'accepted')
      const rows = await replica.db.selectFrom('categories').select(['id', 'name']).orderBy('id').execute()
      const name = `“Chá” 'com' "aspas" \\ ☕ 👩‍🍳 日本  \ufffd`
      equal(
        rows,
        [
          { id: 'cold', name: 'Cold' },
          { id: 'hot', name },
        ],
        'categories',
      )
    },
  },
  {
    name: '[SYNC4] an action that fails half way leaves nothing',
    run: async (source) => {
      const database = await open(source)
      const failing = replicaOn(database, 'till', {
        onAppend: async (tx) => {
          await tx.insertInto('local_values').values({ store: STORE, key: 'k', value: 'v' }).execute()
          throw new Error('the outbox is full')
        },
      })
      await fails(seed(failing), 'the action')
      const { db } = database
      for (const table of ['journal', 'heads', 'entities', 'menu_items', 'local_values'] as const) {
        equal(await db.selectFrom(table).selectAll().execute(), [], table)
      }
      await seed(replicaOn(database, 'till'))
    },
  },
  {
    name: '[SYNC1] twenty commands at once all succeed, without a gap and without a number twice',
    run: async (source) => {
      const till = replicaOn(await open(source), 'till')
      await seed(till)
      const before = (await till.heads()).get('till')?.seq ?? 0
      const ids = Array.from({ length: 20 }, (_, n) => `o${n}`)
      await Promise.all(ids.map((id) => run(till, `t-${id}`, openOrder(id))))
      const log = await till.db.selectFrom('journal').select(['seq', 'prev', 'hash']).orderBy('seq').execute()
      equal(
        log.map(({ seq }) => seq),
        log.map((_, index) => index + 1),
        'sequence',
      )
      equal(log.length, before + 20, 'events')
      equal(
        log.slice(1).map(({ prev }) => prev),
        log.slice(0, -1).map(({ hash }) => hash),
        'chain',
      )
      const numbers = await till.db.selectFrom('orders').select('number').orderBy('number').execute()
      const expected = ids.map((_, n) => `A-${String(n + 1).padStart(3, '0')}`)
      equal(
        numbers.map(({ number }) => number),
        expected,
        'order numbers',
      )
    },
  },
  {
    name: '[SYNC15] one action asked for twenty times at once is done once',
    run: async (source) => {
      const till = replicaOn(await open(source), 'till')
      await Promise.all(Array.from({ length: 20 }, () => seed(till)))
      const rows = await till.db.selectFrom('journal').select('txn_id').distinct().execute()
      equal(rows.length, 1, 'actions')
      await till.act({
        txnId: 'area',
        actor: 'x',
        decide: async () => ({ ok: true, value: [record('area', 'b', { name: 'B' })] }),
      })
    },
  },
]
