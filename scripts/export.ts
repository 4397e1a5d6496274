/**
 * Writes a store's journal to standard output, for `npm run verify` and for safe keeping (docs/protocol.md, Export):
 *
 *   npx tsx scripts/export.ts --data DIR | --url postgres://…  [--store S] > FILE
 *
 * The server may go on running. `--store` may be left out where there is one store only.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { errors } from '#i18n/errors.ts'
import { readHeads } from '#database/journal.ts'
import { ofStore, type Database } from '#database/open.ts'
import { readLocal } from '#database/queries/local-values.ts'
import { readConfig } from '#server/config.ts'
import { openServerDatabase } from '#server/database/open.ts'
import type { ServerProblem } from '#server/problem.ts'
import { listStores } from '#server/stores/registry.ts'
import { exportJournal } from '#sync/export-journal.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, url: { type: 'string' }, store: { type: 'string' } },
})

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

function stopFor({ code, detail }: ServerProblem): never {
  const { message, remedy } = errors[code]
  return stop(`${message} ${detail}\n${remedy}`)
}

async function onlyStore(database: Database): Promise<string> {
  const own = await readLocal(database.db, '', 'store')
  const others = (await listStores(database)).map(({ id }) => id)
  const ids = [...new Set([...(own === null ? [] : [own]), ...others, ...(await storesWithLogs(database))])]
  const [first] = ids
  if (first === undefined) return stop('There is no journal in this database.')
  if (ids.length === 1) return first
  return stop(`Say which with --store: ${ids.join(', ')}`)
}

/** A file shows all it holds; PostgreSQL, only what was asked for. */
async function storesWithLogs({ db }: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom('heads').select('store').distinct().orderBy('store').execute()
  return rows.map(({ store }) => store)
}

const { data, url } = values
if ((data === undefined) === (url === undefined)) stop('Say either --data DIR or --url postgres://…')
// A typing error must not make an empty database.
if (data !== undefined && !existsSync(join(data, 'comanda.db'))) stop(`There is no comanda.db in ${data}.`)
const config = readConfig({ ...process.env, DATA_DIR: data, DATABASE_URL: url })
if (!config.ok) stopFor(config.error)
const opened = await openServerDatabase(config.value)
if (!opened.ok) stopFor(opened.error)
const store = values.store ?? (await onlyStore(opened.value))
const { db } = ofStore(opened.value, store)
const heads = await readHeads(db, store)
if (heads.size === 0) stop(`Nothing is known of the store ${store}.`)
await pipeline(Readable.from(exportJournal({ store, db, heads: async () => heads })), process.stdout)
await opened.value.close()
