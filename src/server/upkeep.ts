import type { Logger } from 'pino'
import type { Database } from '#database/open.ts'
import { checkChains } from '#sync/check/chains.ts'
import { createSelfCheck } from '#sync/check/self-check.ts'
import type { Hub } from './hub.ts'

const HOUR_MS = 3_600_000
/** A fifth of a second each hour; a long journal takes its turns. */
const CHAIN_EVENTS = 20_000

/** What a server does for its own data: it reads its logs over, and folds anew what devices see differently. */
export function startUpkeep(hub: Hub, database: Database, log: Logger): { close(): Promise<void> } {
  const { replica } = hub
  const selfCheck = createSelfCheck({
    replica,
    database,
    recordAuthor: hub.root,
    now: () => Date.now(),
    onReport: (report) => log.warn({ report }, 'a business date was checked against the journal'),
  })
  /** One after the other: they read much, and devices wait. */
  let working: Promise<void> = Promise.resolve()
  const then = (work: () => Promise<void>): void => {
    working = working.then(work).catch((error: unknown) => log.error({ err: error }, 'upkeep failed'))
  }

  async function readOver(): Promise<void> {
    const { broken } = await checkChains(database, replica.store, CHAIN_EVENTS)
    if (broken.length > 0) log.error({ broken }, 'the journal was changed on disk')
  }

  hub.onDiffers((dates) => then(() => selfCheck.suspect(dates)))
  then(readOver)
  const timer = setInterval(() => then(readOver), HOUR_MS)
  return {
    async close() {
      clearInterval(timer)
      await working
    },
  }
}
