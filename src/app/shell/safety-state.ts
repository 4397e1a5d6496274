import type { DeviceStatus, PlaceStatus } from '#device/messages.ts'

/** What the one indicator says: how far everything has come, or what is not yet any further. */
export type SafetyState =
  | { readonly kind: 'safe'; readonly place: 'here' | 'inStore' | 'inCloud' }
  | { readonly kind: 'waiting'; readonly waiting: number; readonly oldestAt: number | null }

/**
 * Changes the store does not have yet are what a lost device would cost: they come first. Without a store's server
 * the cloud counts, and without both everything is as safe as it can be here.
 */
export function safetyState({ store, cloud }: Pick<DeviceStatus, 'store' | 'cloud'>): SafetyState {
  const first = store.state === 'none' ? cloud : store
  if (first.state === 'waiting' && first.waiting > 0) return waitingAt(first)
  if (cloud.state === 'safe') return { kind: 'safe', place: 'inCloud' }
  if (store.state === 'safe') return { kind: 'safe', place: 'inStore' }
  return { kind: 'safe', place: 'here' }
}

function waitingAt(place: PlaceStatus): SafetyState {
  return { kind: 'waiting', waiting: place.waiting, oldestAt: place.oldestAt }
}
