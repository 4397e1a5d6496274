import { describe, expect, test } from 'vitest'
import { firstCashDifference, firstShareDifference } from './compare-shares.ts'
import { firstDifference } from './compare.ts'
import { firstHungOnOrder } from './shuffled.ts'
import { PRESET_STORES } from './stores.ts'

// What every change is checked with; the long run is oracle.real.test.ts. Each expectation prints what differs.
// Mutation testing runs it for every mutant, and asks for fewer.
const share = Number(process.env['ORACLE_SHARE'] ?? 1)

describe('the engine and the oracle agree to the last minor unit', () => {
  test('[PRICE1] [PRICE7] [TAX10] [TAX11] [CHECK5] [CHECK6] on 1,000 orders of random stores', () => {
    expect(firstDifference(1, 1000 * share)).toBe('')
  })

  test.each(PRESET_STORES)(
    '[PRESET1] [CHECK7] [CHECK8] [REFUND3] [REFUND4] on 100 orders of %s',
    (_, store) => {
      expect(firstDifference(2, 100 * share, store)).toBe('')
    },
  )

  test('[PRICE6] [TAX10] on 1,000 amounts shared out', () => {
    expect(firstShareDifference(5, 1000 * share)).toBe('')
  })

  test('[ROUND1] [TAX3] on 1,000 amounts of cash', () => {
    expect(firstCashDifference(6, 1000 * share)).toBe('')
  })
})

test('[PRICE8] 300 bills cost the same with every list in another order', () => {
  expect(firstHungOnOrder(7, 300 * share)).toBe('')
})
