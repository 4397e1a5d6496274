import { dayNumber } from '#domain/day/calendar.ts'
import { RANGE_DAYS_MAX, type ReportRange } from '#domain/report/range-view.ts'

/** Whether it is a range somebody may ask for: two dates of the calendar, in order, not too far apart. [REPORT7] */
export function isRange({ from, to, shiftId }: ReportRange): boolean {
  // A shift is one of one date.
  if (shiftId !== undefined && from !== to) return false
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return first !== null && last !== null && first <= last && last - first < RANGE_DAYS_MAX
}
