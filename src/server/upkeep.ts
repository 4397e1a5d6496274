import type { Logger } from 'pino'
import type { Database } from '#database/open.ts'
import { checkChains } from '#sync/check/chains.ts'
import { createSelfCheck } from '#sync/check/self-check.ts'
import type { Hub } from './hub.ts'
import { tidyPictures } from './pictures/tidy.ts'
import type { Stores } from './stores/stores.ts'

const HOUR_MS = 3_600_000
/** A fifth of a second each hour; a long journal takes its turns. */
const CHAIN_EVENTS = 20_000

/**
 * What a server does for each store's data: it reads the logs over, folds anew what devices see differently, and lets go
 * of pictures that nobody shows.
 */
export function startUpkeep(stores: Stores, database: Database, log: Logger): { close(): Promise<void> } {
  const hubs: Hub[] = []
  /** One after the other: they read much, and devices wait. */
  let working: Promise<void> = Promise.resolve()
  const then = (work: () => Promise<void>): void => {
    working = working.then(work).catch((error: unknown) => log.error({ err: error }, 'upkeep failed'))
  }

  async function readOver({ replica: { db, store } }: Hub): Promise<void> {
    const { broken } = await checkChains(database, store, CHAIN_EVENTS)
    if (broken.length > 0) log.error({ store, broken }, 'the journal was changed on disk')
    const gone = await tidyPictures(db, store, Date.now())
    if (gone > 0) log.info({ store, gone }, 'pictures that no dish shows any more were let go')
  }

  stores.onOpened((hub) => {
    const { replica, root: recordAuthor } = hub
    const { store } = replica
    const selfCheck = createSelfCheck({
      replica,
      database,
      recordAuthor,
      now: () => Date.now(),
      onReport: (report) => log.warn({ store, report }, 'a business date was checked against the journal'),
    })
    hubs.push(hub)
    hub.onDiffers((dates) => then(() => selfCheck.suspect(dates)))
    then(() => readOver(hub))
  })
  const timer = setInterval(() => {
    for (const hub of hubs) then(() => readOver(hub))
  }, HOUR_MS)
  return {
    async close() {
      clearInterval(timer)
      await working
    },
  }
}
