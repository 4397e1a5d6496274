import { ratio } from '#domain/money/ratio.ts'
import type { Check, LineShare } from './check.ts'
import { restOf, sharedOf, type ShareableLine } from './share.ts'

/** Who gets a check. */
export interface Payer {
  readonly id: string
  readonly name: string
}

/** Whole lines, or some pieces of them, onto one check: `qty` of the line's `of` pieces. */
export function checkOfItems(
  payer: Payer,
  items: readonly { readonly itemId: string; readonly qty: number; readonly of: number }[],
): Check {
  const shares = items.map(({ itemId, qty, of }) => ({ itemId, parts: qty, of }))
  return { ...payer, shares, seats: [], amount: null }
}

/** A check for a sum out of the rest. [CHECK7] */
export function checkOfAmount(payer: Payer, amount: NonNullable<Check['amount']>): Check {
  return { ...payer, shares: [], seats: [], amount }
}

/**
 * One check for each payer's seats; what is for the table is shared equally by seat. Seats of one payer are paid
 * together. [CHECK9]
 */
export function checksBySeat(
  lines: readonly ShareableLine[],
  payers: readonly (Payer & { readonly seats: readonly number[] })[],
): readonly Check[] {
  const all = payers.reduce((count, { seats }) => count + seats.length, 0)
  const shared = lines.filter(({ seat }) => seat === 0)
  return payers.map(({ id, name, seats }) => ({
    id,
    name,
    seats,
    shares:
      seats.length === 0 ? [] : shared.map((line) => ({ itemId: line.id, parts: seats.length, of: all })),
    amount: null,
  }))
}

/**
 * The checks there are, and one more for each payer: an equal part of what those leave of every line. With no checks
 * before, everybody pays the same. [CHECK10]
 */
export function withEqualShares(
  checks: readonly Check[],
  lines: readonly ShareableLine[],
  payers: readonly Payer[],
): readonly Check[] {
  const seated = new Set(checks.flatMap(({ seats }) => seats))
  const shares = lines
    .filter((line) => line.seat === 0 || !seated.has(line.seat) || sharedOf(line.id, checks).n > 0n)
    .flatMap((line): LineShare | [] => {
      const left = restOf(sharedOf(line.id, checks))
      const each = ratio(left.n, left.d * BigInt(payers.length))
      return each.n === 0n ? [] : { itemId: line.id, parts: Number(each.n), of: Number(each.d) }
    })
  return [...checks, ...payers.map((payer) => ({ ...payer, shares, seats: [], amount: null }))]
}
