import type { HourTotal } from '#domain/day/day-report.ts'
import { minor } from '#domain/money/money.ts'

const HOURS = 24

/**
 * The hours of a business day from the first to the last sale, quiet ones between included. A day that runs
 * past midnight begins after the longest quiet time, so that one in the morning comes after eleven at night.
 */
export function hoursInOrder(hours: readonly HourTotal[]): readonly HourTotal[] {
  const byHour = new Map(hours.map((hour) => [hour.hour, hour]))
  const busy = [...byHour.keys()].sort((a, b) => a - b)
  const quietBefore = busy.map(
    (hour, index) => (hour - (busy.at(index - 1) ?? hour) + HOURS) % HOURS || HOURS,
  )
  const first = busy[quietBefore.indexOf(Math.max(...quietBefore))]
  if (first === undefined) return []
  const span = Math.max(...busy.map((hour) => (hour - first + HOURS) % HOURS))
  return Array.from({ length: span + 1 }, (_, step) => {
    const hour = (first + step) % HOURS
    return byHour.get(hour) ?? { hour, orders: 0, gross: minor(0) }
  })
}

/** A bar's length in percent of the longest. Anything sold is seen; nothing sold, or less, has no bar. */
export function barPercent(amount: number, longest: number): number {
  if (amount <= 0 || longest <= 0) return 0
  return Math.max(1, Math.round((amount / longest) * 100))
}

/** An hour of the day as the reader writes it: "2 PM", "14 Uhr". */
export function hourLabel(hour: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric' }).format(hour * 3_600_000)
}
