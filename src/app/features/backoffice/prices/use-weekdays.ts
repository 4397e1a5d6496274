import { useMemo } from 'react'
import { useFormat } from '#app/data/use-format.ts'

const DAY_MS = 86_400_000
/** The first Monday there is in Unix time: 5 January 1970. */
const MONDAY = 4 * DAY_MS

export interface Weekday {
  /** 1 Monday … 7 Sunday, as text. */
  readonly id: string
  readonly label: string
}

/** The days of the week from Monday on, short, as this reader writes them. */
export function useWeekdays(): readonly Weekday[] {
  const { locale } = useFormat()
  return useMemo(() => {
    const { format } = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
    return Array.from({ length: 7 }, (_, day) => ({
      id: String(day + 1),
      label: format(MONDAY + day * DAY_MS),
    }))
  }, [locale])
}
