import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '#database/open.ts'
import { APP_ROLE } from '#database/walls.ts'
import { openPostgres } from '#server/database/postgres.ts'
import { NOON, open, replicaOn, STORE } from '../contract/cafe.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'
import { chain } from '../support/replicas.ts'

let postgres: RunningPostgres
let url: string
let database: Database
const opened: Database[] = []
beforeAll(async () => {
  postgres = await startPostgres()
  url = await postgres.newDatabase()
  database = await open(openPostgres(url))
  opened.push(database)
  await replicaOn(database, 'cloud').ingest(chain('till', [{}, {}]), NOON)
})
afterAll(async () => {
  for (const one of opened) await one.close()
  await postgres.stop()
})

/** As one store sees it. */
function seenBy(store: string): Database {
  const scoped = database.of?.(store)
  if (scoped === undefined) throw new Error('no walls')
  return scoped
}

describe('[WALL1] a query that forgets its store', () => {
  it.each(['journal', 'heads', 'entities', 'categories'] as const)(
    'finds none of another in %s',
    async (table) => {
      expect((await seenBy(STORE).db.selectFrom(table).select('store').execute()).length).toBeGreaterThan(0)
      expect(await seenBy('store-2').db.selectFrom(table).select('store').execute()).toEqual([])
      expect(await seenBy('').db.selectFrom(table).select('store').execute()).toEqual([])
    },
  )

  it('finds none of another in a transaction, nor when it names the other', async () => {
    const found = await seenBy('store-2')
      .db.transaction()
      .execute((tx) => tx.selectFrom('journal').selectAll().where('store', '=', STORE).execute())
    expect(found).toEqual([])
  })

  it('changes and deletes none of another', async () => {
    const { db } = seenBy('store-2')
    await db.updateTable('categories').set({ name: 'theirs' }).execute()
    await db.deleteFrom('journal').execute()
    await db.deleteFrom('entities').where('store', '=', STORE).execute()
    const kept = await seenBy(STORE).db.selectFrom('journal').select('seq').execute()
    expect(kept).toHaveLength(2)
    expect(await seenBy(STORE).db.selectFrom('entities').select('id').execute()).toHaveLength(1)
    expect(await seenBy(STORE).db.selectFrom('categories').select('name').execute()).not.toEqual([
      { name: 'theirs' },
    ])
  })

  it('writes nothing for another', async () => {
    const row = { store: STORE, dev: 'spy', seq: 1, hash: 'x' }
    await expect(seenBy('store-2').db.insertInto('heads').values(row).execute()).rejects.toThrow(
      /row-level security/,
    )
  })

  it('finds none on a session that others used before, however they take turns', async () => {
    const turns = Array.from({ length: 60 }, async (_, n) => {
      const store = n % 2 === 0 ? STORE : `other-${n}`
      const rows = await seenBy(store).db.selectFrom('heads').select('store').execute()
      expect(rows.length).toBe(n % 2 === 0 ? 1 : 0)
    })
    await Promise.all(turns)
  })

  it('is held back for the owner of the tables, too, who is no superuser', async () => {
    expect(await database.db.selectFrom('journal').selectAll().execute()).toEqual([])
  })
})

describe('[WALL2] in the catalogue', () => {
  async function rows(text: string): Promise<readonly unknown[]> {
    return (await sql.raw(text).execute(database.db)).rows
  }

  it('every table but one has a store, and each of those has its wall', async () => {
    const tables =
      await rows(`select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
        (select json_agg(json_build_array(p.policyname, p.cmd, p.qual, p.with_check)) from pg_policies p
          where p.schemaname = 'public' and p.tablename = c.relname) as policies,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as first_of_key
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'meta'
      order by 1`)
    expect(tables.length).toBeGreaterThan(20)
    const own = `(store = current_setting('app.store'::text, true))`
    for (const table of tables) {
      expect(table).toMatchObject({
        on: true,
        forced: true,
        policies: [['own_store', 'ALL', own, own]],
        first_of_key: 'store',
      })
    }
  })

  it('the role that works owns nothing, logs in nowhere, and no wall gives way to it', async () => {
    expect(
      await rows(`select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
        from pg_roles r where rolname = '${APP_ROLE}'`),
    ).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owned: 0,
      },
    ])
    const [session] = (await sql`select current_user as name`.execute(seenBy(STORE).db)).rows
    expect(session).toEqual({ name: APP_ROLE })
    expect(await rows(`select has_table_privilege('${APP_ROLE}', 'meta', 'select') as may`)).toEqual([
      { may: false },
    ])
  })

  it('a table that is added later has its wall at the next start', async () => {
    await sql`create table later (store text not null, id text not null, primary key (store, id))`.execute(
      database.db,
    )
    const again = await openDatabase(openPostgres(url))
    if (!again.ok) throw new Error(again.error.code)
    opened.push(again.value)
    expect(
      await rows(
        `select relrowsecurity and relforcerowsecurity as walled from pg_class where relname = 'later'`,
      ),
    ).toEqual([{ walled: true }])
  })
})
