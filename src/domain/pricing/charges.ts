import { minor, type Minor } from '#domain/money/money.ts'
import { PPM, scale } from '#domain/money/ratio.ts'
import type { ChargeRule } from './charge.ts'
import type { PricingInput } from './pricing.ts'

/** Sums of the lines that charges look at, in minor units. */
export interface ChargeBase {
  /** As shown. */
  readonly gross: Minor
  /** After all discounts. */
  readonly discounted: Minor
}

/** The charges that apply to the order now, as the store lists them. [CHARGE1] */
export function chargesThatApply(input: PricingInput, base: ChargeBase): readonly ChargeRule[] {
  if (input.lines.length === 0) return []
  return input.rules.charges.filter((rule) => {
    if (input.waivedCharges.includes(rule.id)) return false
    if (rule.how.kind === 'open') return Object.hasOwn(input.openCharges, rule.id)
    const services: readonly string[] = rule.services
    return (
      rule.active &&
      (services.length === 0 || services.includes(input.service)) &&
      input.covers >= rule.minCovers &&
      base.discounted >= rule.minSubtotal
    )
  })
}

/** What a charge comes to; `onTop` is the tax on top less relief, which a percentage after tax is of too. [CHARGE2] [CHARGE4] */
export function chargeAmount(rule: ChargeRule, input: PricingInput, base: ChargeBase, onTop: Minor): Minor {
  switch (rule.how.kind) {
    case 'percent':
      return scale(minor(base[rule.base] + onTop), rule.how.ratePpm, PPM, input.rules.mode)
    case 'fixed':
      return rule.how.amount
    case 'open':
      return input.openCharges[rule.id] ?? minor(0)
  }
}
