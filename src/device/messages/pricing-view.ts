import type { Known } from '#domain/context.ts'
import type { GridSizes } from '#domain/menu/grid-prices.ts'
import type { PriceList } from '#domain/menu/menu.ts'
import type { Settings } from '#domain/store/settings.ts'

/** What the grid needs to show the prices of the hour. [LEVEL4] */
export interface PricingView {
  readonly lists: readonly Known<PriceList>[]
  readonly sizes: GridSizes
  readonly settings: Pick<Settings, 'zone' | 'cutoverHour'>
  /** How far the corrected clock of the device is ahead of the page's, in milliseconds. */
  readonly clockAheadMs: number
}
