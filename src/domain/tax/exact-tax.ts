import { assert } from '#domain/assert.ts'
import type { Minor } from '#domain/money/money.ts'
import { leastMultiple, type Ratio } from '#domain/money/ratio.ts'
import { plus, times, type Whole } from '#domain/money/whole.ts'
import { isFixed, taxSet, type Exempt, type TaxShare } from './tax-set.ts'
import type { LineTax } from './tax.ts'

/** Something that is taxed: a line, or a charge with taxes of its own. */
export interface Bearer {
  /** What the taxes are of, in minor units; not negative. */
  readonly taxable: Minor
  /** Pieces that a fixed tax counts. */
  readonly qty: number
  readonly taxes: readonly LineTax[]
}

/** One tax over everything that bears it, before any rounding: `weights[i] / unit` is bearer `bearers[i]`'s exact tax. */
export interface ExactTax {
  readonly tax: LineTax
  readonly key: string
  readonly exempt: boolean
  /** Indices into the bearers, rising. */
  readonly bearers: readonly number[]
  readonly weights: readonly Whole[]
  readonly unit: Whole
}

/** A bearer's figures that its taxes are linear in. */
interface Base {
  readonly base: number
  readonly pieces: number
  /** Fixed taxes inside the price, by key. */
  readonly fixed: ReadonlyMap<string, number>
}

interface Borne {
  readonly at: number
  readonly share: TaxShare
  readonly base: Base
}

/** The exact taxes of these bearers, by key and in the order of the keys. */
export function exactTaxes(bearers: readonly Bearer[], exempt: Exempt): readonly ExactTax[] {
  const setOf = taxSets(exempt)
  const byKey = new Map<string, Borne[]>()
  for (const [at, bearer] of bearers.entries()) {
    const set = setOf(bearer.taxes)
    const base = baseOf(bearer, set)
    for (const share of set) {
      const borne = byKey.get(share.key)
      if (borne === undefined) byKey.set(share.key, [{ at, share, base }])
      else borne.push({ at, share, base })
    }
  }
  return [...byKey.values()].map(exactTax).sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Lines mostly bear the same few taxes: each combination is worked out once. */
function taxSets(exempt: Exempt): (taxes: readonly LineTax[]) => readonly TaxShare[] {
  const known: { readonly taxes: readonly LineTax[]; readonly set: readonly TaxShare[] }[] = []
  return (taxes) => {
    const found = known.find((one) => isSameList(one.taxes, taxes, isSameTax))
    if (found !== undefined) return found.set
    const set = taxSet(taxes, exempt)
    known.push({ taxes, set })
    return set
  }
}

function isSameTax(a: LineTax, b: LineTax): boolean {
  return (
    a.id === b.id &&
    a.ratePpm === b.ratePpm &&
    a.inclusive === b.inclusive &&
    a.name === b.name &&
    a.perPiece === b.perPiece &&
    isSameList(a.on ?? [], b.on ?? [], (one, other) => one === other)
  )
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  if (a === b) return true
  return a.length === b.length && a.every((one, at) => isSame(one, b[at] as T))
}

/** Takes the fixed taxes inside the price out of it, an earlier one first. [TAX7] */
function baseOf({ taxable, qty }: Bearer, set: readonly TaxShare[]): Base {
  const fixed = new Map<string, number>()
  let base: number = taxable
  for (const { tax, key, ofPiece } of set) {
    if (!tax.inclusive || !isFixed(tax)) continue
    const wanted = times(ofPiece.n, qty)
    const amount = wanted < base ? Number(wanted) : base
    fixed.set(key, amount)
    base -= amount
  }
  return { base, pieces: taxable === 0 ? 0 : qty, fixed }
}

function exactTax(borne: readonly Borne[]): ExactTax {
  const [first] = borne
  assert(first !== undefined, 'a tax is borne by something')
  const { tax, key, exempt } = first.share
  const shares = [...new Set(borne.map(({ share }) => share))]
  const unit = asWhole(leastMultiple(shares.flatMap(({ ofBase, ofPiece }) => [ofBase.d, ofPiece.d])))
  const scaled = new Map(
    shares.map((share) => [share, { ofBase: over(share.ofBase, unit), ofPiece: over(share.ofPiece, unit) }]),
  )
  const weights = borne.map(({ share, base }) => {
    const fixed = base.fixed.get(key)
    if (fixed !== undefined) return times(fixed, unit)
    const { ofBase, ofPiece } = scaled.get(share) ?? { ofBase: 0, ofPiece: 0 }
    return plus(times(ofBase, base.base), times(ofPiece, base.pieces))
  })
  return { tax, key, exempt, bearers: borne.map(({ at }) => at), weights, unit }
}

/** The fraction's numerator over a denominator that its own divides. */
function over({ n, d }: Ratio, unit: Whole): Whole {
  return asWhole((n * BigInt(unit)) / d)
}

function asWhole(value: bigint): Whole {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
