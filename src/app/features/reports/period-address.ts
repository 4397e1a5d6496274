import { dayNumber } from '#domain/day/calendar.ts'
import { RANGE_DAYS_MAX } from '#domain/report/range-view.ts'
import { daysOf, PERIODS, periodAround, type Period } from './periods.ts'

/** What the address may say of a report. Anybody may have written it. */
export interface PeriodAddress {
  readonly kind?: string
  readonly from?: string
  readonly to?: string
  /** The drawer session of a day. */
  readonly shift?: string
}

/** The period an address names, or null: today. */
export function periodIn({ kind: named, from = '', to = '', shift = '' }: PeriodAddress): Period | null {
  const kind = PERIODS.find((one) => one === named)
  if (kind === undefined || !isDate(from)) return null
  if (kind === 'day' && shift !== '') return { ...periodAround(kind, from), shiftId: shift }
  if (kind !== 'range') return periodAround(kind, from)
  const days = isDate(to) ? daysOf({ from, to }) : 0
  return days >= 1 && days <= RANGE_DAYS_MAX ? { kind, from, to } : null
}

/** The address that names a period. */
export function addressFor({ kind, from, to, shiftId }: Period): PeriodAddress {
  return shiftId === undefined ? { kind, from, to } : { kind, from, to, shift: shiftId }
}

/** The words of an address that may be such names; anything else is dropped. */
export function addressOf(search: { readonly [name: string]: unknown }): PeriodAddress {
  const named = ['kind', 'from', 'to', 'shift'].flatMap((name) => {
    const value = search[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return Object.fromEntries(named)
}

function isDate(text: string): boolean {
  return dayNumber(text) !== null
}
