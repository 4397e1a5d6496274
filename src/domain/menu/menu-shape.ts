import { COMBO_PARTS_MAX, COURSE_MAX, LINE_TAXES_MAX, SEAT_MAX } from '#domain/limits.ts'
import {
  isAbsentOr,
  isFlag,
  isId,
  isListById,
  isListOf,
  isMapOf,
  isName,
  isObject,
  isOneOf,
  isPrice,
  isText,
  isWhole,
  type Check,
} from './shape.ts'
import { isStatedOrNot } from './allergens.ts'

const COUNT_MAX = 99
const MINUTES_OF_DAY = 1_440
const isPosition = isWhole(-1_000_000, 1_000_000)

export const isTaxIds = isListOf(isId, LINE_TAXES_MAX)
export const isTaxIdsByService = isMapOf(isTaxIds)
/** [MENU3] */
export const isSeat = isWhole(0, SEAT_MAX)
export const isCourse = isWhole(0, COURSE_MAX)
export const isPricing = isOneOf('fixed', 'open', 'weight')
export const isUnit: Check = (value) => isText(value) && (value as string).length <= 20
export const isCountdown: Check = (value) =>
  value === null || isObject({ qty: isWhole(0, 1_000_000), at: isWhole(0, Number.MAX_SAFE_INTEGER) })(value)

/** [STOCK11] */
export const isSellAnyway: Check = (value) =>
  value === null || isObject({ at: isWhole(0, Number.MAX_SAFE_INTEGER) })(value)

/** No two sizes of one name: modifiers are priced by it. [VARIANT1] [VARIANT2] */
export const isVariants: Check = (value) =>
  isListById(isObject({ id: isId, name: isName, price: isPrice, active: isFlag }), 'id')(value) &&
  isListById(() => true, 'name')(value)

const isLink = isObject({
  groupId: isId,
  min: isWhole(0, COUNT_MAX),
  max: isWhole(0, COUNT_MAX),
  free: isWhole(0, COUNT_MAX),
  position: isPosition,
})

/** [MOD2] */
export const isGroupLinks: Check = (value) =>
  isListById(isLink, 'groupId', COUNT_MAX)(value) &&
  (value as readonly { readonly min: number; readonly max: number }[]).every(
    ({ min, max }) => max === 0 || min <= max,
  )

export const isOptions = isListById(
  isObject({
    id: isId,
    name: isName,
    price: isPrice,
    priceByVariant: isAbsentOr(isMapOf(isPrice)),
    included: isFlag,
    maxQty: isWhole(1, COUNT_MAX),
    available: isFlag,
    active: isFlag,
    allergens: isAbsentOr(isStatedOrNot),
    groups: isGroupLinks,
  }),
  'id',
)
export const isGroupPricing = isOneOf('option', 'group', 'none')

const isComboChoices: Check = (value) =>
  isListById(isObject({ menuItemId: isId, upcharge: isPrice }), 'menuItemId')(value) &&
  (value as readonly unknown[]).length > 0

/** [COMBO1] */
export const isSlots = isListById(
  isObject({ id: isId, name: isName, pieces: isWhole(1, COUNT_MAX), choices: isComboChoices }),
  'id',
  COMBO_PARTS_MAX,
)

export const isPrices = isMapOf(isPrice)
export const isTexts = isListOf(isId)
export const isWeekdays = isListOf(isWhole(1, 7), 7)
export const isMinuteOfDay = isWhole(0, MINUTES_OF_DAY)
export const isPriority = isPosition

/** A record is whatever fields have arrived so far; a line copies only from one that has all it needs. [MENU1] */
export const isWholeItem = isObject({
  name: isName,
  categoryId: isText,
  stationId: isText,
  price: isPrice,
  taxIds: isTaxIds,
  pricing: isAbsentOr(isPricing),
  unit: isAbsentOr(isUnit),
  variants: isAbsentOr(isVariants),
  groups: isAbsentOr(isGroupLinks),
  slots: isAbsentOr(isSlots),
  taxIdsByService: isAbsentOr(isTaxIdsByService),
  course: isAbsentOr(isCourse),
})

export const isWholeGroup = isObject({
  pricing: isGroupPricing,
  price: isPrice,
  options: isOptions,
  active: isFlag,
})

export const isWholePriceList = isObject({
  priority: isPriority,
  prices: isPrices,
  services: isTexts,
  areaIds: isTexts,
  weekdays: isWeekdays,
  from: isMinuteOfDay,
  to: isMinuteOfDay,
  active: isFlag,
})
