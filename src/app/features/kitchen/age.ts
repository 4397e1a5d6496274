export const MINUTE_MS = 60_000
const SLOW_MINUTES = 10
const LATE_MINUTES = 20

export type Urgency = 'fresh' | 'slow' | 'late'

export interface Age {
  readonly minutes: number
  readonly urgency: Urgency
}

/** How long a ticket waits. A sender's clock that runs ahead counts as just now. */
export function ageOf(sentAt: number, now: number): Age {
  const minutes = Math.max(0, Math.floor((now - sentAt) / MINUTE_MS))
  if (minutes >= LATE_MINUTES) return { minutes, urgency: 'late' }
  return { minutes, urgency: minutes >= SLOW_MINUTES ? 'slow' : 'fresh' }
}
