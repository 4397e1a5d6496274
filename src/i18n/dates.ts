/** The calendar date of an instant, as seen on a wall in `zone`: `22/11/2026`. */
export function formatDate(ms: number, zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return format.format(ms)
}

/** The time of day of an instant, to the minute, as seen on a wall in `zone`: `19:05`. */
export function formatTime(ms: number, zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return format.format(ms)
}
