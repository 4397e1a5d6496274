import type { Currency, Minor, RoundingMode } from '#domain/money/money.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import type { TaxScope } from '#domain/tax/tax.ts'
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
  readonly taxScope: TaxScope
  readonly taxRounding: RoundingMode
  /** Which side of a price that holds its tax is rounded; 'tax' when absent. */
  readonly taxRounded?: 'tax' | 'net'
  readonly charges?: readonly ChargeRule[]
  /** What the smallest coins can pay (5, 10, 100 minor units); absent: every amount. */
  readonly cashRounding?: CashRounding | null
  /** How long a tip may be changed after the payment, in hours; 24 when absent. */
  readonly tipWindowHours?: number
  /** The shares of tip a till offers, in whole percents; `TIP_PERCENTS` when absent. [PAY18] */
  readonly tipPercents?: readonly number[]
  /** Cash is taken and refunded only where a drawer session is open; not asked for when absent. */
  readonly cashNeedsShift?: boolean
  /** A day with open orders is not closed; when absent, they are carried over. */
  readonly openOrdersBlockDay?: boolean
  /** A till asks how many guests sit down before it opens a table; when absent, one tap opens it. [ORDER14] */
  readonly askCovers?: boolean
  /** A dish whose ingredients are used up is 86 by itself; when absent, only people say so. [STOCK10] */
  readonly outByStock?: boolean
  /** Devices encrypt what they keep; plain when absent. A device that was encrypted once stays so. [CRYPT5] */
  readonly encryptDevices?: boolean
  readonly receiptPrinterId: string
  readonly receiptFooter: string
}

/** Cash is paid in steps of `increment` minor units. */
export interface CashRounding {
  readonly increment: Minor
  readonly mode: RoundingMode
}

/** What guests usually give. [PAY18] */
export const TIP_PERCENTS: readonly number[] = [5, 10, 15]

export const SETTINGS_ID = 'settings'

export interface Tax {
  readonly name: string
  readonly ratePpm: number
  readonly inclusive: boolean
  /** A fixed tax: so much a piece. Then `ratePpm` is 0. */
  readonly perPiece?: Minor
  /** Compound: ids of taxes that are part of what this one is a percentage of. Only on top. */
  readonly on?: readonly string[]
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

export function isTaxScope(value: unknown): value is TaxScope {
  return value === 'line' || value === 'rate' || value === 'document'
}

export function isRoundingMode(value: unknown): value is RoundingMode {
  return value === 'half_up' || value === 'half_even' || value === 'up' || value === 'down'
}

export function isRate(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= RATE_PPM_MAX
}
