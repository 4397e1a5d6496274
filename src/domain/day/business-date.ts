/** A calendar date of the restaurant, `YYYY-MM-DD`. */
export type BusinessDate = string

const HOUR_MS = 3_600_000

/**
 * The business date of an instant: the local date, counting hours before the cut-over to the day before. [DAY1]
 * Subtracting the cut-over in real time would be an hour off on clock-change days, so local parts decide.
 */
export function businessDate(ms: number, zone: string, cutoverHour: number): BusinessDate {
  const local = localParts(ms, zone)
  if (local.hour >= cutoverHour) return local.date
  return localParts(ms - (local.hour + 1) * HOUR_MS - HOUR_MS, zone).date
}

/** The local hour 0–23 of an instant. */
export function localHour(ms: number, zone: string): number {
  return localParts(ms, zone).hour
}

function localParts(ms: number, zone: string): { readonly date: string; readonly hour: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  })
  const parts = new Map(format.formatToParts(ms).map((part) => [part.type, part.value]))
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    hour: Number(parts.get('hour')),
  }
}

export function isBusinessDate(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)
}
