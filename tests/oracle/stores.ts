import type { Known } from '#domain/context.ts'
import { PRESETS } from '#domain/store/presets/presets.ts'
import type { Tax } from '#domain/store/settings.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import type { PricingStore } from './arbitrary-bills.ts'

/** What each country's preset prices by; bills of a preset still have discounts and charges of every kind. */
export const PRESET_STORES: readonly (readonly [name: string, store: PricingStore])[] = PRESETS.map(
  ({ name, settings, taxes }) => [
    name,
    {
      taxes: taxes.map(lineTax),
      rules: { scope: settings.taxScope, mode: settings.taxRounding, rounded: settings.taxRounded },
    },
  ],
)

function lineTax({ id, name, ratePpm, inclusive, perPiece, on }: Known<Tax>): LineTax {
  return {
    id,
    name,
    ratePpm,
    inclusive,
    ...(perPiece === undefined ? {} : { perPiece }),
    ...(on === undefined ? {} : { on }),
  }
}
