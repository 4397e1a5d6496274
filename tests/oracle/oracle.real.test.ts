import { expect, test } from 'vitest'
import { firstCashDifference, firstShareDifference } from './compare-shares.ts'
import { firstDifference } from './compare.ts'
import { firstHungOnOrder } from './shuffled.ts'
import { PRESET_STORES } from './stores.ts'

// The long run of oracle.test.ts: 100,000 orders priced, split and refunded, half of them by the presets.
const PATIENCE = { timeout: 300_000 }

test.each([11, 12, 13, 14, 15])(
  '[PRICE1] [PRICE7] [TAX10] [CHECK5] [CHECK7] [REFUND3] 10,000 random orders, seed %i',
  PATIENCE,
  (seed) => {
    expect(firstDifference(seed, 10_000)).toBe('')
  },
)

test.each(PRESET_STORES)('[PRESET1] [CHECK8] [REFUND4] 5,000 random orders of %s', PATIENCE, (_, store) => {
  expect(firstDifference(16, 5000, store)).toBe('')
})

test('[PRICE6] [ROUND1] 50,000 amounts shared out, and 50,000 paid in cash', PATIENCE, () => {
  expect(firstShareDifference(41, 50_000)).toBe('')
  expect(firstCashDifference(42, 50_000)).toBe('')
})

test('[PRICE8] 5,000 random bills with every list in another order', PATIENCE, () => {
  expect(firstHungOnOrder(51, 5000)).toBe('')
})
