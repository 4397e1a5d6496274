import { isBusinessDate, type BusinessDate } from './business-date.ts'

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const FEBRUARY = 2

/** How many days a date is after the last of the year before 1; null: the calendar has no such date. */
export function dayNumber(date: BusinessDate): number | null {
  if (!isBusinessDate(date)) return null
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (day > daysIn(year, month)) return null
  const before = year - 1
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  let days = before * 365 + leaps + day
  for (let earlier = 1; earlier < month; earlier += 1) days += daysIn(year, earlier)
  return days
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === FEBRUARY && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}
