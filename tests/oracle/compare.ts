import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput } from '#domain/pricing/pricing.ts'
import { createRandom } from '../simulation/random.ts'
import { arbitraryBill, type PricingStore } from './arbitrary-bills.ts'
import { billDifference } from './compare-bill.ts'
import { refundDifference } from './compare-refund.ts'
import { splitDifference } from './compare-split.ts'
import { oracleBill } from './oracle.ts'
import { smallest } from './smallest.ts'

/**
 * Works `count` random orders out twice: what each costs, what its checks cost when it is split, and what is given
 * back of it. What it returns is empty, or the smallest order on which the two differ.
 */
export function firstDifference(seed: number, count: number, store?: PricingStore): string {
  const random = createRandom(seed)
  for (let n = 0; n < count; n++) {
    const one = random.fork()
    const input = arbitraryBill(one, store)
    const draw = one.int(0, 2 ** 31)
    if (difference(input, draw) === '') continue
    const small = smallest(input, (smaller) => difference(smaller, draw) !== '')
    return [`seed ${seed}, order ${n}, made small:`, JSON.stringify(small), difference(small, draw)].join(
      '\n',
    )
  }
  return ''
}

/** `draw` says how the order is split and refunded. */
function difference(input: PricingInput, draw: number): string {
  try {
    const engine = priceBill(input)
    const oracle = oracleBill(input)
    const random = createRandom(draw)
    return (
      billDifference(engine, oracle) ||
      splitDifference(random, input, engine, oracle) ||
      refundDifference(random, input, engine)
    )
  } catch (error) {
    return String(error)
  }
}
