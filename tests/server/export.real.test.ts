import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { openPostgres } from '#server/database/postgres.ts'
import { open } from '../contract/cafe.ts'
import { cafeDay } from '../contract/scenario-checks.ts'
import { openApi, type TestApi } from '../support/api.ts'
import { eventsIn, journalText } from '../support/golden.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'
import { openSqlite } from '#server/database/sqlite.ts'

const ROOT = resolve(import.meta.dirname, '../..')

let api: TestApi
let postgres: RunningPostgres
beforeAll(async () => {
  api = await openApi()
  postgres = await startPostgres()
})
afterAll(async () => {
  await api.close()
  await postgres.stop()
})

function ask(token: string) {
  return api.app.inject({ method: 'GET', url: '/api/export', headers: { authorization: `Bearer ${token}` } })
}

/** The command line's answer. */
async function exported(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string }> {
  const command = ['--import', 'tsx', join(ROOT, 'scripts/export.ts'), ...args]
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, {
      cwd: ROOT,
      maxBuffer: 64 * 1024 * 1024,
    })
    return { code: 0, out: stdout }
  } catch (error) {
    const { code, stderr } = error as { readonly code: number; readonly stderr: string }
    return { code, out: stderr }
  }
}

describe('[EXPORT1] a journal is handed out', () => {
  it('to the owner alone', async () => {
    const { token } = await api.pairDevice()
    expect((await ask(token)).statusCode).toBe(403)
    expect((await ask(await api.userToken('user-marta'))).statusCode).toBe(403)
    expect((await ask(await api.userToken('user-leonor'))).statusCode).toBe(403)
    expect((await ask(await api.userToken('user-joaquim'))).statusCode).toBe(200)
  })

  it('whole, byte for byte, in the order of arrival', async () => {
    const { replica } = api.services.hub
    const { body, headers } = await ask(await api.userToken('user-joaquim'))
    expect(headers['content-type']).toContain('application/x-ndjson')
    const [first = ''] = body.split('\n')
    const heads = Object.fromEntries(
      [...(await replica.heads())].map(([dev, { seq, hash }]) => [dev, [seq, hash]]),
    )
    expect(JSON.parse(first)).toEqual({ comanda: 'journal/1', store: replica.store, heads })
    const rows = await replica.db.selectFrom('journal').select(['hash', 'payload']).orderBy('n').execute()
    const events = eventsIn(body) as readonly Envelope[]
    expect(events.map(({ hash, payload }) => ({ hash, payload }))).toEqual(rows)
  })
})

describe('[EXPORT1] the command line', () => {
  it('writes the same from a file and from PostgreSQL', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'comanda-export-'))
    const file = openSqlite(join(dir, 'comanda.db'))
    const text = await journalText(await cafeDay(file))
    await file.close()
    const url = await postgres.newDatabase()
    const cloud = openPostgres(url)
    await cafeDay(cloud)
    await cloud.close()
    expect(await exported('--data', dir)).toEqual({ code: 0, out: text })
    expect(await exported('--url', url, '--store', 'store-1')).toEqual({ code: 0, out: text })
  })

  it('says what it lacks, and makes no database by a typing error', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'comanda-export-'))
    expect(await exported('--data', dir)).toEqual({ code: 1, out: expect.stringContaining('no comanda.db') })
    expect(await exported()).toEqual({ code: 1, out: expect.stringContaining('--data DIR or --url') })
    await open(openSqlite(join(dir, 'comanda.db'))).then(({ close }) => close())
    expect(await exported('--data', dir)).toEqual({ code: 1, out: expect.stringContaining('no journal') })
  })
})
