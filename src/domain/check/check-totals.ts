import { allocate } from '#domain/money/allocate.ts'
import { minor, type Minor } from '#domain/money/money.ts'
import { addRatios, leastMultiple, ZERO, type Ratio } from '#domain/money/ratio.ts'
import type { PricedBill, PricedLine } from '#domain/pricing/pricing.ts'
import { REST, type Check } from './check.ts'
import {
  figuresOf,
  inProportion,
  lineRows,
  minus,
  takenInTurn,
  type CheckFigures,
  type Row,
} from './figures.ts'
import { holdsLines, restOf, sharesOf, type ShareableLine } from './share.ts'

/** A line as a check prints it: so many of so many parts of it. */
export interface CheckLine {
  readonly itemId: string
  readonly parts: number
  readonly of: number
  /** Before and after discounts, charges and taxes; the lines of a check come to its subtotal and total. */
  readonly amount: Minor
  readonly total: Minor
}

export interface CheckTotals extends CheckFigures {
  readonly id: string
  readonly name: string
  /** None on a check with a sum. Those of the rest are told as they were before sums were taken out of it. */
  readonly lines: readonly CheckLine[]
}

/**
 * What each check costs, the rest last: together, and for every figure, they are the bill to the last minor unit.
 * `lines` are the bill's lines with their seats. [CHECK5] [CHECK7] [CHECK8]
 */
export function checkTotals(
  bill: PricedBill,
  lines: readonly ShareableLine[],
  checks: readonly Check[],
): readonly CheckTotals[] {
  const holders = checks.filter(holdsLines)
  const seats = new Map(lines.map(({ id, seat }) => [id, seat]))
  const shares = bill.lines.map((line) => {
    const own = sharesOf({ id: line.id, seat: seats.get(line.id) ?? 0 }, holders)
    return [...own, restOf(own.reduce(addRatios, ZERO))]
  })
  const parts = [...holders, null].map((_, at) =>
    bill.lines.map((line, index) => ({ line, share: shares[index]?.[at] ?? ZERO })).filter(isSome),
  )
  const rows = lineRows(bill)
  const held = takenInTurn(
    parts.map((part) => ({ of: part.map(({ line, share }) => ({ row: rows.get(line.id) ?? [], share })) })),
  )
  const rest = held.at(-1) ?? []
  const sums = sumsOutOf(rest, checks)
  const inOrder = checks.map((check): CheckTotals => {
    const at = holders.indexOf(check)
    const figures = figuresOf((at < 0 ? sums.taken.get(check) : held[at]) ?? [], bill)
    return {
      id: check.id,
      name: check.name,
      ...figures,
      lines: at < 0 ? [] : linesOf(parts[at] ?? [], figures),
    }
  })
  const restLines = linesOf(parts.at(-1) ?? [], figuresOf(rest, bill))
  return [...inOrder, { id: REST, name: '', ...figuresOf(sums.left, bill), lines: restLines }]
}

interface Part {
  readonly line: PricedLine
  readonly share: Ratio
}

function isSome({ share }: Part): boolean {
  return share.n > 0n
}

/** Checks with a sum take it out of the rest, one after the other, while there is something left. [CHECK7] */
function sumsOutOf(
  rest: Row,
  checks: readonly Check[],
): { readonly taken: ReadonlyMap<Check, Row>; readonly left: Row } {
  // A line can cost less than nothing (decision 005): there is nothing to take a sum out of.
  const all = minor(Math.max(0, rest[0] ?? 0))
  const taken = new Map<Check, Row>()
  let upTo = minor(0)
  let before = inProportion(rest, upTo, all)
  for (const check of checks) {
    if (check.amount === null) continue
    upTo = minor(Math.min(all, upTo + check.amount))
    const until = inProportion(rest, upTo, all)
    taken.set(check, minus(until, before))
    before = until
  }
  return { taken, left: minus(rest, before) }
}

function linesOf(parts: readonly Part[], figures: CheckFigures): readonly CheckLine[] {
  if (parts.length === 0) return []
  const whole = leastMultiple(parts.map(({ share }) => share.d))
  const weight = (amount: Minor, { n, d }: Ratio): bigint => BigInt(amount) * n * (whole / d)
  const amounts = allocate(
    figures.subtotal,
    parts.map(({ line, share }) => weight(line.amount, share)),
  )
  const totals = allocate(
    figures.total,
    parts.map(({ line, share }) => weight(line.total, share)),
  )
  return parts.map(({ line, share }, at) => ({
    itemId: line.id,
    parts: Number(share.n),
    of: Number(share.d),
    amount: amounts[at] ?? minor(0),
    total: totals[at] ?? minor(0),
  }))
}
