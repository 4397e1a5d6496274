import { mkdirSync } from 'node:fs'
import { ofStore, openDatabase, type Database } from '#database/open.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Config } from '#server/config.ts'
import { isDiskFull } from '#server/http/errors.ts'
import type { ServerProblem } from '#server/problem.ts'
import { databasePath, fileState, type FileState } from './file-state.ts'
import { readKey } from './key.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Opens whichever database the settings name, or says in a code why it cannot be. */
export function openServerDatabase(config: Config): Promise<Result<Database, ServerProblem>> {
  return config.databaseUrl === null ? openFile(config) : openCloud(config.databaseUrl)
}

async function openFile(config: Config): Promise<Result<Database, ServerProblem>> {
  const { dataDir } = config
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    return err({ code: 'data_dir_failed', detail: `${dataDir}: ${messageOf(error)}` })
  }
  const path = databasePath(config)
  try {
    const state = fileState(path)
    const key = readKey(config, state === 'absent')
    if (!key.ok) return key
    const refused = refusal(state, key.value)
    if (refused !== null) return err({ code: refused, detail: path })
    return newerOr(await openDatabase(openSqlite(path, key.value)))
  } catch (error) {
    return err(fileProblem(path, error))
  }
}

/** Why a file in this state is not opened with this key, or without one. [CRYPT2] */
function refusal(state: FileState, key: string | null): ServerProblem['code'] | null {
  if (state === 'sealed' && key === null) return 'database_key_missing'
  return state === 'plain' && key !== null ? 'database_not_encrypted' : null
}

/** Why a database file could not be worked with, in a code. */
export function fileProblem(path: string, error: unknown): ServerProblem {
  const code = codeOf(error)
  const detail = `${path}: ${messageOf(error)}`
  if (isDiskFull(code)) return { code: 'storage_full', detail }
  if (code === 'SQLITE_BUSY') return { code: 'server_running', detail }
  const wrongKey = code === 'SQLITE_NOTADB' && fileState(path) === 'sealed'
  return { code: wrongKey ? 'database_key_wrong' : 'database_failed', detail }
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
    const opened = newerOr(await openDatabase(source))
    return opened.ok ? ok(ofStore(opened.value, '')) : opened
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
