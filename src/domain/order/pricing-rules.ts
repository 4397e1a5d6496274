import type { PricingRules } from '#domain/pricing/pricing.ts'
import type { Settings } from '#domain/store/settings.ts'

/** The store's rules for money as an order that opens now keeps them; charges that are off stay off it. [PRICE9] */
export function pricingRules(settings: Settings): PricingRules {
  return {
    scope: settings.taxScope,
    mode: settings.taxRounding,
    rounded: settings.taxRounded ?? 'tax',
    charges: (settings.charges ?? []).filter((charge) => charge.active),
  }
}
