import { formatTime } from '#i18n/dates.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/** The restaurant's wall clock, as a time field writes it: "19:05". */
export function clockOf(ms: number, zone: string): string {
  return formatTime(ms, zone, 'en-GB')
}

/** The next time the wall shows `clock`; null, as soon as it can be, where that is now or nothing is set. */
export function dueFrom(clock: string, now: number, zone: string): number | null {
  const wanted = minutesOf(clock)
  const current = minutesOf(clockOf(now, zone))
  if (wanted === null || current === null) return null
  const ahead = (wanted - current + DAY_MINUTES) % DAY_MINUTES
  return ahead === 0 ? null : (Math.floor(now / MINUTE_MS) + ahead) * MINUTE_MS
}

function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(clock) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}
