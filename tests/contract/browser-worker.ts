import { openOpfs } from '#device/sqlite/opfs.ts'
import { databaseChecks } from './database-checks.ts'

/** Runs one check on a fresh database in this origin's private files and says how it went. */
export interface CheckRequest {
  readonly index: number
}

export interface CheckResult {
  readonly name: string
  readonly error: string | null
}

addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  void runCheck(data.index).then((result) => postMessage(result))
})

async function runCheck(index: number): Promise<CheckResult> {
  const check = databaseChecks[index]
  if (check === undefined) return { name: '', error: `there is no check ${index}` }
  try {
    const source = await openOpfs(`/contract-${index}`)
    await check.run(source)
    return { name: check.name, error: null }
  } catch (error) {
    return {
      name: check.name,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}
