/** A calendar date of the restaurant, `YYYY-MM-DD`. */
export type BusinessDate = string

const HOUR_MS = 3_600_000

/** What the restaurant's wall clock says. */
export interface LocalTime {
  readonly date: string
  readonly hour: number
  readonly minute: number
}

/**
 * The business date of an instant: the local date, counting hours before the cut-over to the day before. [DAY1]
 * Subtracting the cut-over in real time would be an hour off on clock-change days, so local parts decide. [DAY2]
 */
export function businessDate(ms: number, zone: string, cutoverHour: number): BusinessDate {
  return businessDateBy(localClock(zone), ms, cutoverHour)
}

/** The same for many instants of one zone: making its clock costs far more than reading it. */
export function businessDateBy(
  clock: (ms: number) => LocalTime,
  ms: number,
  cutoverHour: number,
): BusinessDate {
  const { date, hour } = clock(ms)
  if (hour >= cutoverHour) return date
  // An hour before the midnight behind us, or two where clocks changed since: the day before, if there was one.
  return clock(ms - (hour + 2) * HOUR_MS).date
}

/** The wall clock of a zone. Throws a RangeError for a zone this machine does not know: never a silent UTC. [DAY1] */
export function localClock(zone: string): (ms: number) => LocalTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (ms) => {
    const parts = new Map(format.formatToParts(ms).map((part) => [part.type, part.value]))
    return {
      date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
      hour: Number(parts.get('hour')),
      minute: Number(parts.get('minute')),
    }
  }
}

/** The local hour 0–23 of an instant. */
export function localHour(ms: number, zone: string): number {
  return localClock(zone)(ms).hour
}

/** The local minute of the day 0–1439 of an instant. */
export function localMinute(ms: number, zone: string): number {
  const local = localClock(zone)(ms)
  return local.hour * 60 + local.minute
}

const MONTH_OFFSETS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const

/** 1 Monday … 7 Sunday (Sakamoto's method). */
export function weekday(date: BusinessDate): number {
  const [y = 0, month = 1, day = 1] = date.split('-').map(Number)
  const year = month < 3 ? y - 1 : y
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const fromSunday = (year + leaps + (MONTH_OFFSETS[month - 1] ?? 0) + day) % 7
  return fromSunday === 0 ? 7 : fromSunday
}

/** A date of that form; its month and day are not beyond any calendar. */
export function isBusinessDate(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)
}
