import type { Envelope } from '#domain/event/envelope.ts'
import type { Head } from '#database/journal.ts'
import type { Quarantined } from '#database/quarantine.ts'
import { CHAIN_START, hashEvent, type Sha256 } from './chain.ts'
import { PAYLOAD_CHARS_MAX } from './envelope-rules.ts'
import { envelopeSchema } from './envelope-schema.ts'
import { isPlainEnvelope } from './plain-envelope.ts'
import type { Sabotage } from './ports.ts'

/** What one frame of events comes to against the heads held here. */
export interface Sorted {
  readonly accepted: readonly Envelope[]
  readonly heads: ReadonlyMap<string, Head>
  /** Of each device what has a known number, oldest first, to compare: a different one there is a fork. */
  readonly repeats: ReadonlyMap<string, readonly Envelope[]>
  readonly gaps: ReadonlyMap<string, number>
  /** What does not continue the known log, and what follows on it. */
  readonly forks: readonly Envelope[]
}

/** Checks form, store and hash of what came in. Whatever fails is kept aside, word for word. */
export function checkEvents(
  store: string,
  raw: readonly unknown[],
  sabotage: Sabotage = {},
  digest?: Sha256,
): { readonly events: readonly Envelope[]; readonly refused: readonly Quarantined[] } {
  const events: Envelope[] = []
  const refused: Quarantined[] = []
  for (const one of raw) {
    const event = envelopeOf(one)
    if (event === null) refused.push({ dev: '', seq: 0, reason: 'bad_envelope', body: bodyOf(one) })
    else if (event.store !== store && sabotage.anyStore !== true) refused.push(setAside(event, 'wrong_store'))
    else if (hashEvent(event, digest) !== event.hash && sabotage.noHashCheck !== true)
      refused.push(setAside(event, 'bad_hash'))
    else events.push(event)
  }
  return { events, refused }
}

function envelopeOf(raw: unknown): Envelope | null {
  if (isPlainEnvelope(raw)) return raw
  return envelopeSchema.safeParse(raw).data ?? null
}

// Room for any event with its payload escaped; only what is no event at all is ever cut.
const BODY_CHARS_MAX = 2 * PAYLOAD_CHARS_MAX + 4_096

/** Nesting too deep to be written again is no event of ours; that it came is what is kept. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined'
  } catch {
    return 'too deep to be kept'
  }
}

function bodyOf(value: unknown): string {
  const text = textOf(value)
  // SQLite would keep a NUL or half a surrogate pair; PostgreSQL refuses both.
  return text.slice(0, BODY_CHARS_MAX).toWellFormed().replaceAll('\0', '')
}

export function setAside(event: Envelope, reason: Quarantined['reason']): Quarantined {
  return { dev: event.dev, seq: event.seq, reason, body: bodyOf(event) }
}

/**
 * Sorts events by what they mean here: exactly head + 1 is accepted, a lower one is a repeat, a higher one a gap.
 * A txn whose last event has not come yet is not accepted: it is applied whole or not at all.
 */
export function sortEvents(
  known: ReadonlyMap<string, Head>,
  events: readonly Envelope[],
  sabotage: Sabotage = {},
): Sorted {
  const dedup = sabotage.noDedup !== true
  const heads = new Map<string, Head>()
  const accepted: Envelope[] = []
  const repeats = new Map<string, Envelope[]>()
  const gaps = new Map<string, number>()
  const forks: Envelope[] = []
  const otherPasts = new Set<string>()
  for (const event of events) {
    const head = heads.get(event.dev) ?? known.get(event.dev) ?? { seq: 0, hash: CHAIN_START }
    if (event.seq <= head.seq && dedup) {
      if (heads.has(event.dev)) continue
      const known = repeats.get(event.dev)
      if (known === undefined) repeats.set(event.dev, [event])
      else known.push(event)
    } else if (otherPasts.has(event.prev) && sabotage.forkTailIgnored !== true) {
      // No gap: whoever brings it may be the last who has it. [FORK8]
      forks.push(event)
      otherPasts.add(event.hash)
    } else if (event.seq > head.seq + 1 && sabotage.gapAccepted !== true) gaps.set(event.dev, head.seq + 1)
    else if (event.prev !== head.hash && dedup && sabotage.gapAccepted !== true) {
      forks.push(event)
      otherPasts.add(event.hash)
    } else {
      accepted.push(event)
      heads.set(event.dev, { seq: event.seq, hash: event.hash })
    }
  }
  const sorted = { accepted, heads, repeats, gaps, forks }
  return sabotage.tornTxn === true ? sorted : cutTornTxns(sorted)
}

function cutTornTxns(sorted: Sorted): Sorted {
  const last = new Map(sorted.accepted.map((event) => [event.dev, event]))
  const torn = new Set(
    [...last.values()].filter(({ txn }) => txn.i !== txn.n - 1).map(({ dev, txn }) => `${dev} ${txn.id}`),
  )
  if (torn.size === 0) return sorted
  const accepted = sorted.accepted.filter((event) => !torn.has(`${event.dev} ${event.txn.id}`))
  const heads = new Map(accepted.map((event) => [event.dev, { seq: event.seq, hash: event.hash }]))
  const gaps = new Map(sorted.gaps)
  for (const event of sorted.accepted) {
    if (torn.has(`${event.dev} ${event.txn.id}`) && event.txn.i === 0) gaps.set(event.dev, event.seq)
  }
  return { ...sorted, accepted, heads, gaps }
}
