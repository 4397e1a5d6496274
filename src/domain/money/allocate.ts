import { assert } from '#domain/assert.ts'
import { minor, type Minor } from './money.ts'
import { divide, plus, times, type Whole } from './whole.ts'

/**
 * Shares `total` (minor units) out by weights of zero or more, so that the parts sum to it exactly: each part gets
 * the whole units of its exact share, and the units left over go one each to the largest remainders, an earlier
 * part first. Equal parts when all weights are zero; a negative total is the mirror of its positive. [TAX10]
 */
export function allocate(total: Minor, weights: readonly Whole[]): readonly Minor[] {
  if (total < 0) return allocate(minor(-total), weights).map((part) => minor(0 - part))
  if (total === 0) return weights.map(() => total)
  assert(weights.length > 0, 'an amount is shared out over something')
  const all = weights.reduce(plus, 0)
  if (all <= 0)
    return allocate(
      total,
      weights.map(() => 1),
    )
  const shares = weights.map((weight) => divide(times(total, weight), all))
  const parts = shares.map(({ quotient }) => Number(quotient))
  const left = total - parts.reduce((sum, part) => sum + part, 0)
  if (left > 0) {
    // Sorting is stable: of equal remainders the earlier part stays before the later one.
    const byRest = shares.map(({ rest }, at) => ({ rest, at })).sort((a, b) => compare(b.rest, a.rest))
    for (const { at } of byRest.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1
  }
  return parts.map(minor)
}

function compare(a: Whole, b: Whole): number {
  return a < b ? -1 : a > b ? 1 : 0
}
