import { remaining, sentSince } from '#domain/menu/countdown.ts'
import { readScarceRows, readSentSince } from '#database/queries/scarce.ts'
import type { Db } from '#database/schema.ts'
import type { ScarceView } from '#device/messages/scarce-view.ts'

/** What is sold out, and how many are left of what is counted, as far as this device knows. [LEFT1] [LEFT2] */
export async function readScarceView(db: Db, store: string): Promise<readonly ScarceView[]> {
  const found: ScarceView[] = []
  for (const { id, name, available, counted, counted_at: at } of await readScarceRows(db, store)) {
    const countdown = counted === null || at === null ? null : { qty: counted, at }
    const sent = at === null ? 0 : sentSince(await readSentSince(db, store, id, at), id, at)
    found.push({ id, name, available: available === 1, left: remaining(countdown, sent) })
  }
  return found
}
