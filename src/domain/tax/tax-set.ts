import { addRatios, PPM, ratio, timesRatio, ZERO, type Ratio } from '#domain/money/ratio.ts'
import { taxesInCircle } from './circle.ts'
import { taxKey, type LineTax } from './tax.ts'

/** Either no tax of the order is charged, or none with these ids. */
export type Exempt = 'all' | readonly string[]

/** One tax of a line, as an exact linear share: `ofBase × base + ofPiece × pieces`, in minor units. */
export interface TaxShare {
  readonly tax: LineTax
  readonly key: string
  readonly exempt: boolean
  /** The base is the line's taxable amount less the fixed taxes inside it. */
  readonly ofBase: Ratio
  /** Of a fixed tax inside the price this is its amount a piece, which the taxable amount caps. */
  readonly ofPiece: Ratio
}

/** Taxes that lines bear together, in the order of their keys, each once. [TAX1] [TAX5] [TAX6] [TAX7] [TAX9] */
export function taxSet(taxes: readonly LineTax[], exempt: Exempt): readonly TaxShare[] {
  const keyed = inKeyOrder(taxes)
  const borne = keyed.map(({ tax }) => tax)
  const insideRate = borne.reduce((rate, tax) => rate + (tax.inclusive ? percentOf(tax) : 0), 0)
  const onTop = onTopShares(borne, ratio(PPM, PPM + insideRate), exempt)
  return keyed.map(({ tax, key }) => {
    const share = tax.inclusive ? insideShare(tax, PPM + insideRate) : (onTop.get(tax.id) ?? NOTHING)
    return { tax, key, exempt: isExempt(tax, exempt), ...share }
  })
}

/** A tax named twice is borne once. */
function inKeyOrder(taxes: readonly LineTax[]): readonly { readonly tax: LineTax; readonly key: string }[] {
  const keyed = taxes.map((tax) => ({ tax, key: taxKey(tax) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  return keyed.filter(({ tax }, at) => keyed.findIndex((other) => other.tax.id === tax.id) === at)
}

export function isFixed(tax: LineTax): boolean {
  return tax.perPiece !== undefined
}

type Share = Pick<TaxShare, 'ofBase' | 'ofPiece'>

const NOTHING: Share = { ofBase: ZERO, ofPiece: ZERO }

function percentOf(tax: LineTax): number {
  return isFixed(tax) ? 0 : tax.ratePpm
}

function isExempt(tax: LineTax, exempt: Exempt): boolean {
  return exempt === 'all' || exempt.includes(tax.id)
}

function insideShare(tax: LineTax, whole: number): Share {
  if (tax.perPiece !== undefined) return fixedShare(tax.perPiece)
  return { ofBase: ratio(tax.ratePpm, whole), ofPiece: ZERO }
}

/** Percentages of the net and of the taxes they name; an exempt one is nothing, to those that name it too. */
function onTopShares(taxes: readonly LineTax[], net: Ratio, exempt: Exempt): ReadonlyMap<string, Share> {
  const onTop = taxes.filter((tax) => !tax.inclusive)
  const byId = new Map(onTop.map((tax) => [tax.id, tax]))
  const circular = new Set(taxesInCircle(onTop.filter((tax) => !isFixed(tax))))
  const shares = new Map<string, Share>()
  const shareOf = (tax: LineTax): Share => {
    const known = shares.get(tax.id)
    if (known !== undefined) return known
    const share = isExempt(tax, exempt) ? NOTHING : chargedShare(tax)
    shares.set(tax.id, share)
    return share
  }
  const chargedShare = (tax: LineTax): Share => {
    if (tax.perPiece !== undefined) return fixedShare(tax.perPiece)
    const names = circular.has(tax) ? [] : (tax.on ?? [])
    const named = [...new Set(names)].flatMap((id) => byId.get(id) ?? []).map(shareOf)
    const rate = ratio(tax.ratePpm, PPM)
    return {
      ofBase: timesRatio(
        rate,
        named.reduce((sum, one) => addRatios(sum, one.ofBase), net),
      ),
      ofPiece: timesRatio(
        rate,
        named.reduce((sum, one) => addRatios(sum, one.ofPiece), ZERO),
      ),
    }
  }
  for (const tax of onTop) shareOf(tax)
  return shares
}

function fixedShare(perPiece: number): Share {
  return { ofBase: ZERO, ofPiece: ratio(perPiece, 1) }
}
