import { isFlag, isObject, isOneOf, isWhole, type Check } from '#domain/menu/shape.ts'
import { AMOUNT_MAX } from '#domain/money/money.ts'
import { PPM } from '#domain/money/ratio.ts'

const isSome = isWhole(1, AMOUNT_MAX)
const isCap: Check = (cap) => cap === null || isSome(cap)

const isHow: Check = (how) =>
  isObject({ kind: isOneOf('percent'), ratePpm: isWhole(1, PPM), cap: isCap })(how) ||
  isObject({ kind: isOneOf('amount'), amount: isSome })(how) ||
  isObject({ kind: isOneOf('open_percent', 'open_amount') })(how)

/** The fields of a discount as the store sets it up, each by itself. [DISC1] [RECORD2] */
export const DISCOUNT_FIELDS = {
  how: isHow,
  on: isOneOf('line', 'order', 'both'),
  reasonNeeded: isFlag,
  active: isFlag,
}
