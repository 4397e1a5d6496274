import { allocate } from '#domain/money/allocate.ts'
import { minor, sum, type Minor } from '#domain/money/money.ts'
import { leastMultiple, roundRatio, type Ratio } from '#domain/money/ratio.ts'
import { times } from '#domain/money/whole.ts'
import type { PricedBill, PricedLine } from '#domain/pricing/pricing.ts'
import { taxKey, type TaxTotal } from '#domain/tax/tax.ts'

/** The figures of a check: what the whole bill says, of its part. In minor units. */
export interface CheckFigures {
  readonly subtotal: Minor
  readonly discount: Minor
  readonly charge: Minor
  readonly relief: Minor
  readonly taxes: readonly TaxTotal[]
  readonly tax: Minor
  readonly net: Minor
  readonly total: Minor
}

/** Total, discount, charge, relief, then the tax of every row of the bill, then the net of every row. */
export type Row = readonly Minor[]

const BEFORE_TAXES = 4

/** The figures of each line, which over all lines are those of the bill. */
export function lineRows(bill: PricedBill): ReadonlyMap<string, Row> {
  const keys = bill.taxes.map(taxKey)
  const nets = bill.taxes.map((row, at) => netOfLines(row, keys[at] ?? '', bill.lines))
  return new Map(
    bill.lines.map((line, index) => [
      line.id,
      [
        line.total,
        line.discount,
        line.charge,
        line.relief,
        ...keys.map((key) => line.taxes.find((tax) => tax.key === key)?.tax ?? minor(0)),
        ...nets.map((net) => net[index] ?? minor(0)),
      ],
    ]),
  )
}

/** What a row of taxes was applied to, shared out over the lines that bear it by their totals. */
function netOfLines(row: TaxTotal, key: string, lines: readonly PricedLine[]): Row {
  if (lines.length === 0) return []
  const bears = (line: PricedLine): boolean => line.taxes.some((tax) => tax.key === key)
  const weights = lines.map((line) => (bears(line) ? line.total : 0))
  return allocate(row.net, weights.some((weight) => weight > 0) ? weights : lines.map(({ total }) => total))
}

/**
 * Rows for each of several owners who take one after the other: the first n together have the exact sum of what is
 * theirs, rounded half up once; each has what that adds, so nothing depends on who comes later. [CHECK5]
 */
export function takenInTurn(
  owners: readonly { readonly of: readonly { readonly row: Row; readonly share: Ratio }[] }[],
): readonly Row[] {
  const shares = owners.flatMap(({ of }) => of)
  const whole = leastMultiple(shares.map(({ share }) => share.d))
  const width = Math.max(0, ...shares.map(({ row }) => row.length))
  const exact = Array.from({ length: width }, () => 0n)
  let before = exact.map(() => minor(0))
  return owners.map(({ of }) => {
    for (const { row, share } of of) {
      const weight = share.n * (whole / share.d)
      for (const [at, figure] of row.entries()) exact[at] = (exact[at] ?? 0n) + BigInt(figure) * weight
    }
    const until = exact.map((figure) => roundRatio(figure, whole, 'half_up'))
    const taken = until.map((figure, at) => minor(figure - (before[at] ?? 0)))
    before = until
    return taken
  })
}

/** The part of a row that goes with the first `upTo` of `all` units of its total. [CHECK7] */
export function inProportion(row: Row, upTo: Minor, all: Minor): Row {
  return row.map((figure) => (all === 0 ? minor(0) : roundRatio(times(figure, upTo), all, 'half_up')))
}

export function minus(a: Row, b: Row): Row {
  return a.map((figure, at) => minor(figure - (b[at] ?? 0)))
}

/** Reads a row: the subtotal is what follows from the rest, so that every check adds up by itself. [CHECK6] */
export function figuresOf(row: Row, bill: PricedBill): CheckFigures {
  const figure = (at: number): Minor => row[at] ?? minor(0)
  const [total, discount, charge, relief] = [figure(0), figure(1), figure(2), figure(3)]
  const rows = bill.taxes.map((tax, at) => ({
    ...tax,
    tax: figure(BEFORE_TAXES + at),
    net: figure(BEFORE_TAXES + bill.taxes.length + at),
  }))
  const tax = sum(rows.map((one) => one.tax))
  const onTop = sum(rows.filter(({ inclusive }) => !inclusive).map((one) => one.tax))
  return {
    subtotal: minor(total + discount - charge - onTop + relief),
    discount,
    charge,
    relief,
    taxes: rows.filter((one) => one.net !== 0 || one.tax !== 0),
    tax,
    net: minor(total - tax),
    total,
  }
}
