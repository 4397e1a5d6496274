import { readMissing } from '#database/pages.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { compareDays } from './check/day-digest.ts'
import { answerHistory } from './history/answer-history.ts'
import { commonPast, findForks, without } from './forks.ts'
import {
  fromWire,
  PROTOCOL,
  toWire,
  type ExchangeReply,
  type ExchangeRequest,
  type Place,
} from './protocol.ts'
import type { Ingested, OnAccepted, Replica } from './replica.ts'

export interface Answered {
  readonly reply: ExchangeReply
  readonly ingested: Ingested
}

/** Who is told while an exchange is answered. */
export interface AnswerListeners {
  /** Of what came, before it is flushed: another device may know it as early as this one does. */
  readonly onAccepted?: OnAccepted
  /** Of what is kept, before the reply. */
  readonly onIngested?: (ingested: Ingested) => void
  /** Of business dates that this replica and the asker see differently. Whoever is told checks its own. */
  readonly onDiffers?: (dates: readonly string[]) => void
  /** A journal of so few events is given whole to a new device, too. */
  readonly wholeUpTo?: number
}

export type AnswerRefusal = { readonly code: 'store_mismatch' | 'protocol_newer' }

/**
 * The serving side of an exchange. It takes in what came, and only then, with everything flushed, says its heads:
 * a head in a reply is an acknowledgement.
 */
export async function answerExchange(
  replica: Replica,
  place: Place,
  request: ExchangeRequest,
  now: number,
  { onAccepted, onIngested, onDiffers, wholeUpTo }: AnswerListeners = {},
): Promise<Result<Answered, AnswerRefusal>> {
  if (request.store !== replica.store) return err({ code: 'store_mismatch' })
  if (request.proto > PROTOCOL) return err({ code: 'protocol_newer' })
  const ingested = await replica.ingest(request.events, now, onAccepted)
  // Told at once: should the reply fail, the events are here all the same, and a repeat tells nobody.
  onIngested?.(ingested)
  const isShort = request.short === true
  const heads = await replica.heads(isShort ? Object.keys(request.heads) : undefined)
  const differs = await compareDays(replica, heads, request)
  if (differs !== undefined && differs.length > 0) onDiffers?.(differs)
  const { db, store } = replica
  const theirs = fromWire(request.heads)
  const forks = [...new Set([...ingested.forks, ...(await findForks(db, store, heads, theirs))])]
  const history = await answerHistory(db, store, heads, request, wholeUpTo)
  // What follows another past is of no use there.
  const page =
    history === null && !isShort
      ? await readMissing(db, store, without(heads, forks), theirs, request.limit)
      : { events: [], more: false }
  const common = request.past === undefined ? {} : { common: await commonPast(db, store, request.past) }
  return ok({
    ingested,
    reply: {
      proto: PROTOCOL,
      store: replica.store,
      place,
      heads: toWire(heads),
      events: page.events,
      more: page.more,
      now,
      need: Object.fromEntries(ingested.gaps),
      forks,
      setAside: ingested.setAside,
      short: true,
      ...(differs === undefined ? {} : { differs }),
      ...common,
      ...(history === null ? {} : { history }),
    },
  })
}
