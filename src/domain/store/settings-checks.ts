import { isFlag, isListOf, isObject, isOneOf, isWhole, type Check } from '#domain/menu/shape.ts'
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

/** A row of buttons: more do not fit, and nobody gives more than all of it again. */
const TIP_PERCENTS_MAX = 4
const TIP_PERCENT_MAX = 100

/** Shares of tip for a row of buttons: whole percents, rising. None is good, too: tips are then typed. [PAY18] */
export const isTipPercents: Check = (value) =>
  isListOf(isWhole(1, TIP_PERCENT_MAX), TIP_PERCENTS_MAX)(value) && isRising(value as readonly number[])

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0))
}

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
  tipPercents: isTipPercents,
  cashNeedsShift: isFlag,
  openOrdersBlockDay: isFlag,
  askCovers: isFlag,
  outByStock: isFlag,
  encryptDevices: isFlag,
}

/** The fields of a way to pay. [RECORD2] */
export const METHOD_FIELDS = { kind: isOneOf(...METHODS), active: isFlag }
