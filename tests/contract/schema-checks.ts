import { sql } from 'kysely'
import type { ConnectionSource } from '#database/connection.ts'
import { SCHEMA_VERSION } from '#database/migrations.ts'
import { openDatabase } from '#database/open.ts'
import type { Db } from '#database/schema.ts'
import { open, replicaOn, seed } from './cafe.ts'
import { equal, holds, type DatabaseCheck } from './check.ts'

/** A source that a refused opening cannot close, so that the check can look at what is left. */
function keptOpen(source: ConnectionSource): ConnectionSource {
  return { ...source, close: async () => {} }
}

async function versionOf(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'schema_version')
    .executeTakeFirst()
  return row?.value
}

async function namesOf(db: Db, source: ConnectionSource): Promise<readonly string[]> {
  const { rows } =
    source.dialect === 'sqlite'
      ? await sql<{ name: string }>`select name from sqlite_master order by name`.execute(db)
      : await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'
          union all select indexname from pg_indexes where schemaname = 'public' order by name`.execute(db)
  return rows.map(({ name }) => name)
}

async function indexesOf(db: Db, source: ConnectionSource): Promise<readonly string[]> {
  const { rows } =
    source.dialect === 'sqlite'
      ? await sql<{ text: string }>`select sql as text from sqlite_master where type = 'index'
          and sql is not null`.execute(db)
      : await sql<{
          text: string
        }>`select indexdef as text from pg_indexes where schemaname = 'public'`.execute(db)
  return rows.map(({ text }) => text)
}

export const schemaChecks: readonly DatabaseCheck[] = [
  {
    name: '[SYNC17] migrations that run again change nothing',
    run: async (source) => {
      const database = await open(source)
      const { db } = database
      await seed(replicaOn(database, 'till'))
      const before = [await namesOf(db, source), await db.selectFrom('entities').selectAll().execute()]
      const again = await open(keptOpen(source))
      const after = [
        await namesOf(again.db, source),
        await again.db.selectFrom('entities').selectAll().execute(),
      ]
      equal(after, before, 'after a second opening')
      equal(await versionOf(again.db), String(SCHEMA_VERSION), 'schema version')
    },
  },
  {
    name: '[SYNC17] a database of a newer program is refused and left as it is',
    run: async (source) => {
      const { db } = await open(source)
      const newer = String(SCHEMA_VERSION + 1)
      await db.updateTable('meta').set({ value: newer }).where('key', '=', 'schema_version').execute()
      await sql`drop table print_jobs`.execute(db)
      const before = await namesOf(db, source)
      const refused = await openDatabase(keptOpen(source))
      equal(
        refused.ok ? 'opened' : refused.error,
        { code: 'database_newer', found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION },
        'the refusal',
      )
      equal(await namesOf(db, source), before, 'tables and indexes')
      equal(await versionOf(db), newer, 'schema version')
    },
  },
  {
    name: '[SYNC18] what screens ask for most is indexed by what they ask',
    run: async (source) => {
      const { db } = await open(source)
      const indexes = await indexesOf(db, source)
      for (const [table, first] of [
        ['order_items', 'order_id'],
        ['orders', 'status'],
        ['orders', 'store, closed_date'],
        ['payments', 'order_id'],
        ['journal', 'store, ent_type, ent_id, hlc, dev, seq'],
        ['journal', 'store, txn_id'],
      ]) {
        const pattern = new RegExp(`\\bon (public\\.)?${table} (using btree )?\\(${first}\\b`, 'i')
        holds(
          indexes.some((text) => pattern.test(text)),
          `no index on ${table} beginning with ${first}`,
        )
      }
    },
  },
  {
    name: '[SYNC18] text is compared by byte, upper and lower case apart',
    run: async (source) => {
      const { db } = await open(source)
      const keys = ['é', 'Z', '_', 'a', '-1', 'B', '10', '9', 'ab', 'a b', '', 'aé']
      for (const key of keys)
        await db.insertInto('local_values').values({ store: 's', key, value: 'x' }).execute()
      const rows = await db.selectFrom('local_values').select('key').orderBy('key').execute()
      const byByte = ['', '-1', '10', '9', 'B', 'Z', '_', 'a', 'a b', 'ab', 'aé', 'é']
      equal(
        rows.map(({ key }) => key),
        byByte,
        'order of keys',
      )
      const above = await db
        .selectFrom('local_values')
        .select('key')
        .where('key', '>', 'Z')
        .orderBy('key')
        .execute()
      equal(
        above.map(({ key }) => key),
        byByte.slice(6),
        'keys above Z',
      )
    },
  },
  {
    name: '[SYNC18] whole numbers come back as numbers, up to the largest exact one',
    run: async (source) => {
      const { db } = await open(source)
      for (const [dev, seq] of [
        ['a', 0],
        ['b', -1],
        ['c', 2 ** 31],
        ['d', Number.MAX_SAFE_INTEGER],
      ] as const) {
        await db.insertInto('heads').values({ store: 's', dev, seq, hash: 'x' }).execute()
      }
      const rows = await db.selectFrom('heads').select('seq').orderBy('seq').execute()
      equal(
        rows.map(({ seq }) => seq),
        [-1, 0, 2 ** 31, Number.MAX_SAFE_INTEGER],
        'numbers',
      )
      holds(
        rows.every(({ seq }) => typeof seq === 'number'),
        'a whole number came back as something else',
      )
    },
  },
]
