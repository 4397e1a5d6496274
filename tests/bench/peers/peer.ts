import type { Envelope } from '#domain/event/envelope.ts'
import type { Feed } from '../feed.ts'

/** The same work for each. What a peer is given of an event: what a restaurant would have to keep of it. */
export type Fact = Readonly<
  Record<'id' | 'entType' | 'entId' | 'type' | 'actor' | 'hlc' | 'payload', string> & Record<'wall', number>
>

/** Two replicas in one process, the second empty. `folder` is for what one keeps on the disk. */
export interface Peer {
  /** All of the work into the first replica. */
  fill(feed: Feed): Promise<void>
  /** Until the second holds all of it. Resolves to the bytes that a line would have carried; null: it has none. */
  sync(): Promise<number | null>
  /** How many of the events the second holds. */
  count(): Promise<number>
  /** Writes the second to the disk where it is not there already, and lets go of it. */
  putAway(): Promise<void>
  /** Opens it again, and reads one thing. */
  reload(): Promise<void>
}

export type OpenPeer = (folder: string) => Promise<Peer>

function factOf(event: Envelope): Fact {
  const { dev, seq, entType, entId, type, actor, hlc, wall, payload } = event
  return { id: `${dev}/${seq}`, entType, entId, type, actor, hlc, wall, payload }
}

const WRITTEN_TOGETHER = 500

/** As a peer is filled: a page at a time, as the others take it in. */
export function inBulk(feed: Feed): readonly (readonly Fact[])[] {
  const facts = feed.pages.flat().map(factOf)
  const pages = Math.ceil(facts.length / WRITTEN_TOGETHER)
  return Array.from({ length: pages }, (_, n) =>
    facts.slice(n * WRITTEN_TOGETHER, (n + 1) * WRITTEN_TOGETHER),
  )
}
