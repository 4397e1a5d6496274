import { isFlag, isObject, isOneOf, isWhole, type Check } from '#domain/menu/shape.ts'
import { METHODS } from '#domain/payment/payment.ts'
import { isChargeRules } from '#domain/pricing/charge-checks.ts'
import { isCurrency, isCutoverHour, isRoundingMode, isTaxScope, isZone } from './settings.ts'

/** Larger coins than any currency has, in minor units. */
const STEP_MAX = 100_000
/** A month: terminals settle long before. */
const TIP_WINDOW_HOURS_MAX = 31 * 24

const isStep = isObject({ increment: isWhole(1, STEP_MAX), mode: isRoundingMode })

/** Whether cash can be rounded this way; null is not at all. [ROUND1] */
export const isCashRounding: Check = (value) => value === null || isStep(value)

/** The fields of the settings, each by itself: a wrong one would stop the store from selling. [RECORD2] */
export const SETTINGS_FIELDS = {
  currency: isCurrency,
  zone: isZone,
  cutoverHour: isCutoverHour,
  taxScope: isTaxScope,
  taxRounding: isRoundingMode,
  taxRounded: isOneOf('tax', 'net'),
  charges: isChargeRules,
  cashRounding: isCashRounding,
  tipWindowHours: isWhole(0, TIP_WINDOW_HOURS_MAX),
  cashNeedsShift: isFlag,
  openOrdersBlockDay: isFlag,
  askCovers: isFlag,
  encryptDevices: isFlag,
}

/** The fields of a way to pay. [RECORD2] */
export const METHOD_FIELDS = { kind: isOneOf(...METHODS), active: isFlag }
