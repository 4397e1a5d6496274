import type { Envelope } from '#domain/event/envelope.ts'

/**
 * Two copies of a device may both write again what neither had sent: the same actions under two new ids. Every replica
 * keeps both, and only the first in the order of events counts. [FORK7]
 */

/** Of events that just came, those whose action is in another device's log already: it is among the `known`. */
export function findWrittenAgain(
  known: ReadonlySet<string>,
  events: readonly Envelope[],
): ReadonlySet<Envelope> {
  const authors = new Map<string, string>()
  const again = new Set<Envelope>()
  for (const event of events) {
    const author = authors.get(event.txn.id) ?? event.dev
    authors.set(event.txn.id, author)
    if (known.has(event.txn.id) || author !== event.dev) again.add(event)
  }
  return again
}

/** Says of each event of a history, one after the other, whether it is of an action that another device wrote first. */
export function createAgainCheck(): (event: Envelope) => boolean {
  const authors = new Map<string, string>()
  return ({ dev, txn }) => {
    const author = authors.get(txn.id) ?? dev
    authors.set(txn.id, author)
    return author !== dev
  }
}
