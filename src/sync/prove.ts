import type { Envelope } from '#domain/event/envelope.ts'
import type { Quarantined } from '#database/quarantine.ts'
import type { Sabotage, Signing } from './ports.ts'
import { setAside, type Sorted } from './receive.ts'
import { headText } from './signing.ts'

export interface Proven {
  readonly sorted: Sorted
  /** In the name of a device that did not sign it. */
  readonly aside: readonly Quarantined[]
}

/**
 * Of the devices that sign, only what an event signed by its author ends: the chain takes the rest along, so that one
 * check is enough for a page. What is behind the last such event is set aside, and the log stays where it was: its
 * author's own next event still fits. [SIGN3]
 */
export async function prove(
  signing: Signing | undefined,
  sorted: Sorted,
  { noSignatureCheck, dropsSignatures }: Sabotage = {},
): Promise<Proven> {
  const unchecked = signing === undefined || noSignatureCheck === true
  const proven = unchecked ? { sorted, aside: [] } : await sift(signing, sorted)
  return dropsSignatures === true ? { ...proven, sorted: stripped(proven.sorted) } : proven
}

async function sift(signing: Signing, sorted: Sorted): Promise<Proven> {
  const unproven = new Set<Envelope>()
  const aside: Quarantined[] = []
  for (const [dev, run] of runsOf(sorted.accepted)) {
    if (!signing.signs(dev)) continue
    const proven = await provenLength(signing, run)
    const rest = run.slice(proven)
    for (const event of rest) {
      unproven.add(event)
      aside.push(setAside(event, reasonFor(rest)))
    }
  }
  if (unproven.size === 0) return { sorted, aside }
  const accepted = sorted.accepted.filter((event) => !unproven.has(event))
  const heads = new Map(accepted.map((event) => [event.dev, { seq: event.seq, hash: event.hash }]))
  return { sorted: { ...sorted, accepted, heads }, aside }
}

/** What is to be made of an event that says something else than the log that is here. */
export type Claim = 'fork' | 'torn' | Quarantined['reason']

/**
 * Whether its author signed this event: with it, or with one that follows it in the same frame. Nobody else can make a
 * device look copied. `torn`: the frame ends before the action does, and says nothing. [SIGN5]
 */
export async function judgeClaim(
  signing: Signing | undefined,
  event: Envelope,
  frame: readonly Envelope[],
  { noSignatureCheck }: Sabotage = {},
): Promise<Claim> {
  if (signing === undefined || !signing.signs(event.dev) || noSignatureCheck === true) return 'fork'
  const next = new Map(frame.filter(({ dev }) => dev === event.dev).map((one) => [one.prev, one]))
  const run: Envelope[] = []
  for (let at: Envelope | undefined = event; at !== undefined; at = next.get(at.hash)) {
    if (run.length > frame.length) break
    run.push(at)
  }
  if ((await provenLength(signing, run)) > 0) return 'fork'
  const last = run.at(-1)
  return last === undefined || !endsAction(last) ? 'torn' : reasonFor(run)
}

/** A planted bug: see `Sabotage`. */
function stripped(sorted: Sorted): Sorted {
  return { ...sorted, accepted: sorted.accepted.map(({ sig: _sig, ...event }) => event) }
}

function runsOf(events: readonly Envelope[]): ReadonlyMap<string, readonly Envelope[]> {
  const runs = new Map<string, Envelope[]>()
  for (const event of events) {
    const run = runs.get(event.dev)
    if (run === undefined) runs.set(event.dev, [event])
    else run.push(event)
  }
  return runs
}

/** How many events of a run the last good signature in it covers. */
async function provenLength(signing: Signing, run: readonly Envelope[]): Promise<number> {
  for (let length = run.length; length > 0; length -= 1) {
    const event = run[length - 1]
    // A signature in the middle of an action covers half of it.
    if (event?.sig === undefined || !endsAction(event)) continue
    if (await signing.verify(event.dev, headText(event), event.sig)) return length
  }
  return 0
}

function endsAction({ txn }: Envelope): boolean {
  return txn.i === txn.n - 1
}

function reasonFor(run: readonly Envelope[]): Quarantined['reason'] {
  return run.some(({ sig }) => sig !== undefined) ? 'bad_signature' : 'unsigned'
}
