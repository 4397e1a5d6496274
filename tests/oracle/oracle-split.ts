import { Fraction } from 'fraction.js'
import type { Check } from '#domain/check/check.ts'
import { least, rounded, ZERO, type Units } from './exact.ts'

/** One line with every figure that a split shares out: total, discount, each tax … */
export interface SplitLine {
  readonly id: string
  readonly seat: number
  readonly figures: Figures
}

export interface Figures {
  readonly [figure: string]: Units
}

export interface SplitCheck {
  readonly id: string
  readonly figures: Figures
}

/** docs/spec/checks.md, read literally: CHECK4 to CHECK8. The figure `total` must be among the figures. */
export function oracleSplit(
  lines: readonly SplitLine[],
  names: readonly string[],
  checks: readonly Check[],
): readonly SplitCheck[] {
  const holding = checks.filter(({ amount }) => amount === null)
  const sums = checks.filter(({ amount }) => amount !== null)
  const whole = (figure: string) => lines.reduce((sum, line) => sum + (line.figures[figure] ?? 0n), 0n)
  const shares = lines.map((line) => holding.map((check) => shareOf(line, check, holding)))
  const held = new Map(names.map((figure) => [figure, differences(together(figure, lines, shares))]))
  const rest = new Map(
    names.map((figure) => [figure, whole(figure) - (held.get(figure) ?? []).reduce((a, b) => a + b, 0n)]),
  )
  const totals = sumTotals(rest.get('total') ?? 0n, sums)
  const summed = new Map(
    names.map((figure) => [
      figure,
      figure === 'total' ? totals : inProportion(rest.get(figure) ?? 0n, rest.get('total') ?? 0n, totals),
    ]),
  )
  const figuresAt = (parts: ReadonlyMap<string, readonly Units[]>, n: number): Figures =>
    Object.fromEntries(names.map((figure) => [figure, parts.get(figure)?.[n] ?? 0n]))
  const left = (figure: string) =>
    (rest.get(figure) ?? 0n) - (summed.get(figure) ?? []).reduce((a, b) => a + b, 0n)
  return [
    ...holding.map(({ id }, n) => ({ id, figures: figuresAt(held, n) })),
    ...sums.map(({ id }, n) => ({ id, figures: figuresAt(summed, n) })),
    { id: 'rest', figures: Object.fromEntries(names.map((figure) => [figure, left(figure)])) },
  ]
}

/** [CHECK5] What the first check bears, the first two together, the first three … `shares` by line and check. */
function together(
  figure: string,
  lines: readonly SplitLine[],
  shares: readonly (readonly Fraction[])[],
): readonly Units[] {
  let exact = ZERO
  return (shares[0] ?? []).map((_, check) => {
    for (const [at, line] of lines.entries()) {
      const share = shares[at]?.[check] ?? ZERO
      if (share.n !== 0n) exact = exact.add(share.mul(line.figures[figure] ?? 0n))
    }
    return rounded(exact, 'half_up')
  })
}

/** [CHECK4] */
function shareOf(line: SplitLine, check: Check, holding: readonly Check[]): Fraction {
  const isShared = holding.some(({ shares }) => shares.some(({ itemId }) => itemId === line.id))
  if (!isShared) return new Fraction(check.seats.includes(line.seat) ? 1 : 0)
  return check.shares
    .filter(({ itemId }) => itemId === line.id)
    .reduce((sum, { parts, of }) => sum.add(new Fraction(parts, of)), ZERO)
}

/** [CHECK7] */
function sumTotals(rest: Units, sums: readonly Check[]): readonly Units[] {
  let left = rest > 0n ? rest : 0n
  return sums.map(({ amount }) => {
    const total = least(BigInt(amount ?? 0), left)
    left -= total
    return total
  })
}

function inProportion(figure: Units, rest: Units, totals: readonly Units[]): readonly Units[] {
  if (rest === 0n) return totals.map(() => 0n)
  let taken = 0n
  return differences(
    totals.map((total) => {
      taken += total
      return rounded(new Fraction(taken * figure, rest), 'half_up')
    }),
  )
}

function differences(upTo: readonly Units[]): readonly Units[] {
  return upTo.map((upToHere, n) => upToHere - (upTo[n - 1] ?? 0n))
}
