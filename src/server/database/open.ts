import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Database } from '#database/open.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Config } from '#server/config.ts'
import { isDiskFull } from '#server/http/errors.ts'
import type { ServerProblem } from '#server/problem.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Opens whichever database the settings name, or says in a code why it cannot be. */
export function openServerDatabase(config: Config): Promise<Result<Database, ServerProblem>> {
  return config.databaseUrl === null ? openFile(config.dataDir) : openCloud(config.databaseUrl)
}

async function openFile(dataDir: string): Promise<Result<Database, ServerProblem>> {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    return err({ code: 'data_dir_failed', detail: `${dataDir}: ${messageOf(error)}` })
  }
  const path = join(dataDir, 'comanda.db')
  try {
    return newerOr(await openDatabase(openSqlite(path)))
  } catch (error) {
    const code = isDiskFull(codeOf(error)) ? 'storage_full' : 'database_failed'
    return err({ code, detail: `${path}: ${messageOf(error)}` })
  }
}

async function openCloud(url: string): Promise<Result<Database, ServerProblem>> {
  const source = openPostgres(url)
  try {
    await source.ready()
  } catch (error) {
    await source.close()
    return err({ code: 'database_unreachable', detail: `${addressOf(url)}: ${messageOf(error)}` })
  }
  try {
    return newerOr(await openDatabase(source))
  } catch (error) {
    await source.close()
    const code = isDiskFull(codeOf(error)) ? 'storage_full' : 'database_failed'
    return err({ code, detail: `${addressOf(url)}: ${messageOf(error)}` })
  }
}

function newerOr(opened: Awaited<ReturnType<typeof openDatabase>>): Result<Database, ServerProblem> {
  if (opened.ok) return ok(opened.value)
  const { found, known } = opened.error
  return err({ code: 'database_newer', detail: `its version is ${found}, this program knows up to ${known}` })
}

/** Host, port and database of a URL, without user and password. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return 'the address in DATABASE_URL'
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
