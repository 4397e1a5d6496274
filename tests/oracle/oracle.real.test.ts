import { expect, test } from 'vitest'
import { firstRefundDifference } from './compare-refund.ts'
import { firstCashDifference, firstShareDifference } from './compare-shares.ts'
import { firstSplitDifference } from './compare-split.ts'
import { firstDifference } from './compare.ts'
import { firstHungOnOrder } from './shuffled.ts'
import { PRESET_STORES } from './stores.ts'

// The long run of oracle.test.ts: 100,000 bills, half of them by the presets, and what is made of bills.
const PATIENCE = { timeout: 180_000 }

test.each([11, 12, 13, 14, 15])(
  '[PRICE1] [PRICE7] [TAX10] 10,000 random bills, seed %i',
  PATIENCE,
  (seed) => {
    expect(firstDifference(seed, 10_000)).toBe('')
  },
)

test.each(PRESET_STORES)('[PRESET1] 5,000 random bills of %s', PATIENCE, (_, store) => {
  expect(firstDifference(16, 5000, store)).toBe('')
})

test('[CHECK5] [CHECK6] [CHECK7] [CHECK8] 5,000 random splits', PATIENCE, () => {
  expect(firstSplitDifference(21, 5000)).toBe('')
})

test('[REFUND3] [REFUND4] 5,000 random sales refunded', PATIENCE, () => {
  expect(firstRefundDifference(31, 5000)).toBe('')
})

test('[PRICE6] [ROUND1] 50,000 amounts shared out, and 50,000 paid in cash', PATIENCE, () => {
  expect(firstShareDifference(41, 50_000)).toBe('')
  expect(firstCashDifference(42, 50_000)).toBe('')
})

test('[PRICE8] 5,000 random bills with every list in another order', PATIENCE, () => {
  expect(firstHungOnOrder(51, 5000)).toBe('')
})
