import { Fraction } from 'fraction.js'
import { allocate } from '#domain/money/allocate.ts'
import { cashDue } from '#domain/money/cash-due.ts'
import { minor } from '#domain/money/money.ts'
import { createRandom, type Random } from '../simulation/random.ts'
import { rounded, shareOutBy } from './exact.ts'

/** Shares out random amounts, also below nothing, by weights small, huge, equal and none at all. */
export function firstShareDifference(seed: number, count: number): string {
  const random = createRandom(seed)
  for (let n = 0; n < count; n++) {
    const one = random.fork()
    const amount = arbitraryAmount(one)
    const weights = arbitraryWeights(one)
    const engine = allocate(minor(amount), weights).join(' ')
    const oracle = shareOutBy(BigInt(amount), weights.map(BigInt)).join(' ')
    if (engine !== oracle)
      return `seed ${seed}, ${n}: ${amount} by ${weights.join(' ')}: ${engine}, not ${oracle}`
  }
  return ''
}

/** Rounds random amounts to what coins can pay. */
export function firstCashDifference(seed: number, count: number): string {
  const random = createRandom(seed)
  for (let n = 0; n < count; n++) {
    const amount = arbitraryAmount(random)
    const increment = random.pick([1, 2, 5, 10, 25, 50, 100, 1000])
    const mode = random.pick(['half_up', 'half_even', 'up', 'down'] as const)
    const engine = cashDue(minor(amount), { increment: minor(increment), mode })
    const oracle = rounded(new Fraction(amount, increment), mode) * BigInt(increment)
    if (BigInt(engine) !== oracle) return `${amount} to ${increment} ${mode}: ${engine}, not ${oracle}`
  }
  return ''
}

function arbitraryAmount(random: Random): number {
  const size = random.pick([10, 1000, 100_000, 100_000_000_000])
  return random.int(random.chance(0.3) ? -size : 0, size)
}

function arbitraryWeights(random: Random): readonly (number | bigint)[] {
  const size = random.pick([0, 1, 5, 10_000, 100_000_000_000])
  const isHuge = random.chance(0.2)
  return Array.from({ length: random.int(1, 12) }, () => {
    const weight = random.int(0, size)
    return isHuge ? BigInt(weight) * 1_000_000_000_000n : weight
  })
}
