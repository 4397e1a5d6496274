import type { BusinessDate } from '#domain/day/business-date.ts'
import type { ReportRange } from '#domain/report/range-view.ts'
import { shiftDate } from './dates.ts'

export const PERIODS = ['day', 'week', 'month', 'range'] as const
export type PeriodKind = (typeof PERIODS)[number]

/** What somebody looks at: a kind of period, and its dates. */
export interface Period extends ReportRange {
  readonly kind: PeriodKind
}

/** The period of a kind that holds a date. A free range begins as the seven days up to it. */
export function periodAround(kind: PeriodKind, date: BusinessDate): Period {
  switch (kind) {
    case 'day':
      return { kind, from: date, to: date }
    case 'week': {
      const from = shiftDate(date, -daysSinceMonday(date))
      return { kind, from, to: shiftDate(from, 6) }
    }
    case 'month':
      return { kind, from: `${date.slice(0, 7)}-01`, to: monthEnd(date) }
    case 'range':
      return { kind, from: shiftDate(date, -6), to: date }
  }
}

/** The period before (-1) or after (1). */
export function stepped(period: Period, by: -1 | 1): Period {
  const { kind, from, to } = period
  if (kind === 'range') {
    const days = daysOf(period)
    return { kind, from: shiftDate(from, by * days), to: shiftDate(to, by * days) }
  }
  return periodAround(kind, by < 0 ? shiftDate(from, -1) : shiftDate(to, 1))
}

/**
 * What a period is compared with: the same weekday a week before, the week before, the month before, as many days
 * before. A period that is not over is compared with as many days, not with a whole one. [REPORT8]
 */
export function likeBefore(period: Period, today: BusinessDate): ReportRange {
  const { kind, from, to } = period
  if (kind === 'day') return { from: shiftDate(from, -7), to: shiftDate(to, -7) }
  const before = stepped(period, -1)
  if (today < from || today >= to) return { from: before.from, to: before.to }
  const until = shiftDate(before.from, daysOf({ from, to: today }) - 1)
  return { from: before.from, to: until < before.to ? until : before.to }
}

/** How many business dates there are from one to the other, both counted. */
export function daysOf({ from, to }: ReportRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

function daysSinceMonday(date: BusinessDate): number {
  return (new Date(date).getUTCDay() + 6) % 7
}

function monthEnd(date: BusinessDate): BusinessDate {
  const [year = 0, month = 0] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
