import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { createAppointment } from '#link/appointment.ts'
import type { Hub } from '#server/hub.ts'
import type { WireHeads } from '#sync/protocol.ts'

const KEY = 'upstream_heads'
const KEEP_WITHIN_MS = 5_000

/** Keeps how far the cloud has acknowledged: a hub that starts while the cloud is away still says it. [UP2] */
export async function openReached(hub: Hub): Promise<{ close(): Promise<void> }> {
  const { db, store } = hub.replica
  const kept = await readLocal(db, store, KEY)
  hub.reachedUpstream(kept === null ? {} : (JSON.parse(kept) as WireHeads))
  let written = hub.upstream()

  async function write(): Promise<void> {
    const heads = hub.upstream()
    if (heads === written) return
    await writeLocal(db, store, KEY, JSON.stringify(heads))
    written = heads
  }

  // Now and then: the next exchange says it anyway, and a full disk only delays it.
  const writing = createAppointment(() => void write().catch(() => writing.within(KEEP_WITHIN_MS)))
  hub.onUpstream(() => writing.within(KEEP_WITHIN_MS))
  return {
    async close() {
      writing.cancel()
      await write().catch(() => {})
    },
  }
}
