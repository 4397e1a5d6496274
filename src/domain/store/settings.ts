import type { Currency, RoundingMode } from '#domain/money/money.ts'
import type { TaxRounding } from '#domain/money/tax.ts'

/** How the store does business. One record, id `settings`. */
export interface Settings {
  readonly name: string
  readonly address: string
  readonly taxNumber: string
  readonly currency: Currency
  /** IANA zone of the restaurant; business dates are computed in it. */
  readonly zone: string
  /** Local hour, 0–12, at which a new business date begins. */
  readonly cutoverHour: number
  readonly taxScope: TaxRounding
  readonly taxRounding: RoundingMode
  readonly receiptPrinterId: string
  readonly receiptFooter: string
}

export const SETTINGS_ID = 'settings'

export interface Tax {
  readonly name: string
  readonly ratePpm: number
  readonly inclusive: boolean
  readonly active: boolean
}
