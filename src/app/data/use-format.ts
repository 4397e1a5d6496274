import { createContext, useContext } from 'react'
import type { Currency } from '#domain/money/money.ts'

export interface Format {
  /** With the currency: €12.30. */
  money(amount: number): string
  /** Without, for columns where every row is in the same one: 12.30. */
  plainMoney(amount: number): string
  /** The time of day on the restaurant's wall. */
  time(ms: number): string
  date(ms: number): string
  readonly currency: Currency
  /** For what the others do not write: BCP 47. */
  readonly locale: string
}

export const FormatContext = createContext<Format | null>(null)

/** Amounts and times as this restaurant and this reader write them. The same object until one of them changes. */
export function useFormat(): Format {
  const format = useContext(FormatContext)
  if (format === null) throw new Error('assertion failed: useFormat outside DataProvider')
  return format
}
