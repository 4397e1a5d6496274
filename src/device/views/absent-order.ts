import type { AbsentOrder } from '#device/messages/history-views.ts'
import type { DeviceStore } from '#device/store.ts'

/**
 * An order that a screen wants to show and that is not here: what it asks for goes with an exchange at once, and the
 * order is then asked for anew. [SNAP5]
 */
export function absentOrder(
  { history, sync }: Pick<DeviceStore, 'history' | 'sync'>,
  id: string,
): AbsentOrder {
  const sought = history.wantOrder(id)
  if (sought === 'unknown') return sought
  if (sync.link() === 'offline') return 'offline'
  sync.soon(0)
  return sought
}
