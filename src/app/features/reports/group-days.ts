import { minor } from '#domain/money/money.ts'
import type { DaySum } from '#domain/report/range-view.ts'
import { daysOf } from './periods.ts'
import { shiftDate } from './dates.ts'

/** More bars than this are no chart any more. */
const BARS_MAX = 62

/**
 * A bar for each day from the first to the last, quiet ones between included; over a longer time one for each month,
 * told by its year and month ("2026-11").
 */
export function groupDays(days: readonly DaySum[]): readonly DaySum[] {
  const [first, last] = [days[0]?.date, days.at(-1)?.date]
  if (first === undefined || last === undefined) return []
  const count = daysOf({ from: first, to: last })
  if (count > BARS_MAX) return months(days)
  const known = new Map(days.map((day) => [day.date, day]))
  return Array.from({ length: count }, (_, n) => {
    const date = shiftDate(first, n)
    return known.get(date) ?? { date, orders: 0, paid: minor(0) }
  })
}

function months(days: readonly DaySum[]): readonly DaySum[] {
  const sums = new Map<string, DaySum>()
  for (const { date, orders, paid } of days) {
    const month = date.slice(0, 7)
    const before = sums.get(month)
    sums.set(month, {
      date: month,
      orders: (before?.orders ?? 0) + orders,
      paid: minor((before?.paid ?? 0) + paid),
    })
  }
  return [...sums.values()]
}
