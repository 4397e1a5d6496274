import type { DeviceStatus } from '#device/messages.ts'

/** What the one indicator says: how far everything has come, or what is not yet any further. */
export type SafetyState =
  | { readonly kind: 'safe'; readonly place: 'here' | 'inStore' | 'inCloud' }
  | { readonly kind: 'waiting'; readonly waiting: number; readonly oldestAt: number | null }

/**
 * Changes that are nowhere else are what a lost device would cost: they come first, those for a store it left among
 * them. Without a store's server the cloud counts, and without both everything is as safe as it can be here.
 */
export function safetyState({
  store,
  cloud,
  leftBehind,
}: Pick<DeviceStatus, 'store' | 'cloud' | 'leftBehind'>): SafetyState {
  const first = store.state === 'none' ? cloud : store
  const waiting = (first.state === 'waiting' ? first.waiting : 0) + leftBehind
  if (waiting > 0) return { kind: 'waiting', waiting, oldestAt: leftBehind > 0 ? null : first.oldestAt }
  if (cloud.state === 'safe') return { kind: 'safe', place: 'inCloud' }
  if (store.state === 'safe') return { kind: 'safe', place: 'inStore' }
  return { kind: 'safe', place: 'here' }
}
