import type { Currency, RoundingMode } from '#domain/money/money.ts'
import type { TaxRounding } from '#domain/money/tax.ts'
import { RATE_PPM_MAX } from '#domain/limits.ts'

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

export function isCurrency(value: unknown): value is Currency {
  if (typeof value !== 'object' || value === null) return false
  const { code, exponent }: { code?: unknown; exponent?: unknown } = value
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code) && [0, 2, 3].some((one) => one === exponent)
}

/** Whether this machine knows the zone; a wrong one would stop every order. Never a silent UTC. */
export function isZone(value: unknown): boolean {
  if (typeof value !== 'string' || value === '') return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export function isCutoverHour(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 12
}

export function isTaxScope(value: unknown): value is TaxRounding {
  return value === 'line' || value === 'rate'
}

export function isTaxRounding(value: unknown): value is RoundingMode {
  return value === 'half_up' || value === 'half_even' || value === 'up' || value === 'down'
}

export function isRate(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= RATE_PPM_MAX
}
