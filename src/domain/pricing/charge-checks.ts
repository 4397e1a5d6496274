import { COVERS_MAX } from '#domain/limits.ts'
import {
  isFlag,
  isId,
  isListById,
  isListOf,
  isName,
  isObject,
  isOneOf,
  isPrice,
  isWhole,
} from '#domain/menu/shape.ts'
import { SERVICES } from '#domain/order/order.ts'
import { isRate } from '#domain/store/settings.ts'
import { isLineTaxes } from '#domain/tax/tax-checks.ts'

/** More than any bill could tell. */
const CHARGES_MAX = 50

const isPercent = isObject({ kind: isOneOf('percent'), ratePpm: isRate })
const isFixed = isObject({ kind: isOneOf('fixed'), amount: isPrice })
const isOpen = isObject({ kind: isOneOf('open') })

/** Whether this is a charge that a bill can be priced with. [CHARGE1] [RECORD2] */
export const isChargeRule = isObject({
  id: isId,
  name: isName,
  how: (how) => isPercent(how) || isFixed(how) || isOpen(how),
  phase: isOneOf('before_tax', 'after_tax'),
  base: isOneOf('gross', 'discounted'),
  taxes: (taxes) => taxes === 'lines' || isLineTaxes(taxes),
  gratuity: isFlag,
  services: isListOf(isOneOf(...SERVICES)),
  minCovers: isWhole(0, COVERS_MAX),
  minSubtotal: isPrice,
  active: isFlag,
})

export const isChargeRules = isListById(isChargeRule, 'id', CHARGES_MAX)
