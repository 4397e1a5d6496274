import type { Known } from '#domain/context.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import type { Settings, Tax } from '#domain/store/settings.ts'

type ItemTaxes = Pick<MenuItem, 'taxIds' | 'taxIdsByService'>

/**
 * Where a restaurant in a country begins: records to save as they are and to change afterwards. Rates and rules are
 * those in force on `asOf`; each file names the authority they come from. [PRESET1]
 */
export interface Preset {
  /** ISO 3166 code. */
  readonly country: string
  readonly name: string
  /** Local date, as in "2026-01-01". */
  readonly asOf: string
  readonly settings: Required<
    Pick<Settings, 'currency' | 'taxScope' | 'taxRounding' | 'taxRounded' | 'charges' | 'cashRounding'>
  >
  readonly taxes: readonly Known<Tax>[]
  /** What is usual on the menu; exceptions are the owner's. */
  readonly usual: { readonly [kind in 'food' | 'drink' | 'alcohol']: ItemTaxes }
}

/** A percentage that the price already holds. */
export function inside(id: string, name: string, ratePpm: number): Known<Tax> {
  return { id, name, ratePpm, inclusive: true, active: true }
}

/** A percentage on top of the price. */
export function onTop(id: string, name: string, ratePpm: number): Known<Tax> {
  return { id, name, ratePpm, inclusive: false, active: true }
}

/** What goes out of the house, where that is taxed otherwise. */
export function outOfHouse(taxIds: readonly string[]): { readonly [service: string]: readonly string[] } {
  return { takeaway: taxIds, delivery: taxIds }
}
