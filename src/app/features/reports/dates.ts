import type { BusinessDate } from '#domain/day/business-date.ts'
import type { ReportRange } from '#domain/report/range-view.ts'

const DAY_MS = 86_400_000

/** The calendar date so many days later. Days are counted in UTC, where each has 24 hours. */
export function shiftDate(date: BusinessDate, days: number): BusinessDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** A business date as a person says it: "Monday, November 23, 2026". */
export function longDate(date: BusinessDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }).format(Date.parse(date))
}

/** A range as a person says it: one day in full, more of them from the first to the last. */
export function rangeWords({ from, to }: ReportRange, locale: string): string {
  if (from === to) return longDate(from, locale)
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' })
  return format.formatRange(Date.parse(from), Date.parse(to))
}
