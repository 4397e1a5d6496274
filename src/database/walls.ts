import { sql } from 'kysely'
import type { Tx } from './schema.ts'

/** Who reads and writes rows on PostgreSQL: nobody logs in as it, it owns nothing, and it sees one store at a time. */
export const APP_ROLE = 'comanda_app'

/**
 * The second wall between stores, for a query that forgets its own: rows are seen and written only where their store
 * is the session's. Every table with a store has it, those of later steps too, and its owner is not exempt. On a new
 * database keys begin with the store, so that tables can be parted by it. [WALL1] [WALL2]
 */
export async function raiseWalls(tx: Tx): Promise<void> {
  for (const statement of [...ROLE, ...KEYS, WALLS, ...GRANTS]) await sql.raw(statement).execute(tx)
}

const ROLE = [
  // Another database of the same server may be making it at this moment.
  `do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
      create role ${APP_ROLE} nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`,
  // Since 16, who makes a role may still not take it on.
  `do $$ begin
    if not pg_has_role(current_user, '${APP_ROLE}',
      case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
      grant ${APP_ROLE} to current_user;
    end if;
  end $$`,
]

const KEYS = (
  [
    ['journal', 'n'],
    ['quarantine', 'id'],
  ] as const
).map(
  ([table, serial]) => `do $$ begin
    if (select array_length(conkey, 1) from pg_constraint
        where conrelid = '${table}'::regclass and contype = 'p') = 1 then
      alter table ${table} drop constraint ${table}_pkey, add primary key (store, ${serial});
      drop index if exists ${table}_arrival;
    end if;
  end $$`,
)

const WALLS = `do $$ declare one record; begin
  for one in
    select c.oid::regclass as name, c.relrowsecurity and c.relforcerowsecurity as walled,
      exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_store') as ruled
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
      and a.attname = 'store' and not a.attisdropped
  loop
    if not one.ruled then
      execute format('create policy own_store on %s using (store = current_setting(''app.store'', true))'
        || ' with check (store = current_setting(''app.store'', true))', one.name);
      execute format('grant select, insert, update, delete on %s to ${APP_ROLE}', one.name);
    end if;
    if not one.walled then
      execute format('alter table %s enable row level security, force row level security', one.name);
    end if;
  end loop;
end $$`

const GRANTS = ['journal_n_seq', 'quarantine_id_seq'].map(
  (sequence) => `grant usage on sequence ${sequence} to ${APP_ROLE}`,
)
