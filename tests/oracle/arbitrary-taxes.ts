import { minor } from '#domain/money/money.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import type { Random } from '../simulation/random.ts'

const COMMON = [
  0, 26_000, 50_000, 55_000, 62_500, 70_000, 75_000, 81_000, 88_750, 90_000, 100_000, 125_000, 150_000,
  190_000, 200_000, 220_000, 250_000,
]
const IDS = ['t1', 't2', 't3', 't4', 't5']
const ODD = [1, 3, 333_333, 500_000, 999_999, 1_000_000]

export function arbitraryRate(random: Random): number {
  if (random.chance(0.75)) return random.pick(COMMON)
  return random.chance(0.5) ? random.pick(ODD) : random.int(0, 1_000_000)
}

/** Taxes a store might have: inside and on top, fixed, compound (some names are nobody's, a few in a circle). */
export function arbitraryTaxes(random: Random, count: number): readonly LineTax[] {
  const taxes: LineTax[] = []
  const inclusive = random.chance(0.5)
  for (let n = 1; n <= count; n++) {
    const id = `t${n}`
    const tax = { id, name: random.pick(['VAT', 'GST', 'City']), inclusive: random.chance(0.8) === inclusive }
    if (random.chance(0.12)) {
      taxes.push({ ...tax, ratePpm: 0, perPiece: minor(random.int(0, 300)) })
    } else if (!tax.inclusive && random.chance(0.3)) {
      const on = someOf(random, random.chance(0.9) ? [...taxes.map((one) => one.id), 'nobody'] : IDS, 0.6)
      taxes.push({ ...tax, ratePpm: arbitraryRate(random), on })
    } else {
      taxes.push({ ...tax, ratePpm: arbitraryRate(random) })
    }
  }
  return taxes
}

export function someOf<T>(random: Random, list: readonly T[], probability: number): readonly T[] {
  return list.filter(() => random.chance(probability))
}

/** An amount on which this tax is an exact half of a unit, where there is one that is not too large. */
export function halfOf(random: Random, tax: LineTax): number {
  const whole = BigInt(tax.inclusive ? 1_000_000 + tax.ratePpm : 1_000_000)
  const rate = BigInt(tax.ratePpm)
  // amount × rate ÷ whole = odd ÷ 2
  const step = Number(whole / gcd(2n * rate, whole))
  return step * (2 * random.int(0, step > 10_000 ? 4 : 400) + 1)
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}
