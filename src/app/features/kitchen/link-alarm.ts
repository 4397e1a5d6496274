import type { DeviceStatus } from '#device/messages.ts'

type Link = DeviceStatus['link']

/** A link that is down for a moment is not worth frightening a kitchen. */
export const ALARM_AFTER_MS = 5_000

export type LinkAlarm =
  | { readonly kind: 'none' }
  | { readonly kind: 'polling' }
  | { readonly kind: 'offline'; readonly since: number }

/** `since`: when this screen first saw the link other than live; null while it is live. */
export function linkAlarm(link: Link, since: number | null, now: number): LinkAlarm {
  if (link === 'live' || since === null || now - since < ALARM_AFTER_MS) return { kind: 'none' }
  return link === 'polling' ? { kind: 'polling' } : { kind: 'offline', since }
}
