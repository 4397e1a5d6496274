import { remaining, sentSince } from '#domain/menu/countdown.ts'
import { readScarceRows, readSentSince } from '#database/queries/scarce.ts'
import type { ScarceView } from '#device/messages/scarce-view.ts'
import type { DeviceStore } from '#device/store.ts'
import { readMissing } from './missing-view.ts'

/** What is sold out, and how many are left of what is counted, as far as this device knows. [LEFT1] [LEFT2] [STOCK10] */
export async function readScarceView(
  store: Pick<DeviceStore, 'replica' | 'history' | 'now'>,
): Promise<readonly ScarceView[]> {
  const { db, store: id } = store.replica
  const missing = new Map((await readMissing(store)).map((dish) => [dish.id, dish]))
  const found: ScarceView[] = []
  for (const row of await readScarceRows(db, id)) {
    const { counted, counted_at: at } = row
    const countdown = counted === null || at === null ? null : { qty: counted, at }
    const sent = at === null ? 0 : sentSince(await readSentSince(db, id, row.id, at), row.id, at)
    found.push({
      id: row.id,
      name: row.name,
      available: row.available === 1,
      left: remaining(countdown, sent),
      missing: missing.get(row.id)?.missing ?? null,
    })
    missing.delete(row.id)
  }
  const others = [...missing.values()].map((dish) => ({ ...dish, available: true, left: null }))
  return [...found, ...others]
}
