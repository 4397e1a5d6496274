import type { Entity } from '#database/entities.ts'
import type { Heads } from '#database/journal.ts'
import type { Database } from '#database/open.ts'
import { checkChains } from '#sync/check/chains.ts'
import { createSelfCheck } from '#sync/check/self-check.ts'
import type { ExchangeReply, WireDigests } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'

/** What a device does about its own data, beside selling. Findings are kept in its database. */
export interface OwnChecks {
  digests(heads: Heads): Promise<WireDigests | null>
  heard(reply: ExchangeReply): void
}

/** Read over at each start: a tenth of a second on a tablet. */
const CHAIN_EVENTS = 2_000

export function startOwnChecks(options: {
  readonly replica: Replica
  readonly database: Database
  readonly recordAuthor: string
  readonly now: () => number
  readonly onFolded: (entities: readonly Entity[]) => void
}): OwnChecks {
  const { replica, database } = options
  const selfCheck = createSelfCheck(options)
  checkChains(database, replica.store, CHAIN_EVENTS).catch(putOff)
  return {
    digests: (heads) => selfCheck.digests(heads).catch(putOff),
    heard: (reply) => void selfCheck.heard(reply).catch(putOff),
  }
}

/** A check that failed, on a full disk say, comes again by itself: neither syncing nor selling stops for it. */
function putOff(): null {
  return null
}
