import { touchedChecks } from '#domain/check/balances.ts'
import type { Check } from '#domain/check/check.ts'
import { isMore, restOf, sharedOf } from '#domain/check/share.ts'
import { checksBySeat, withEqualShares, type Payer } from '#domain/check/split.ts'
import type { Item } from '#domain/item/item.ts'
import type { Minor } from '#domain/money/money.ts'
import { addRatios, ratio, type Ratio } from '#domain/money/ratio.ts'
import { liveItems } from '#domain/order/bill.ts'
import type { Payment } from '#domain/payment/payment.ts'

/** What a split is made of: the lines that stand, the checks there are, and those that may not change any more. */
export interface Split {
  readonly lines: readonly Pick<Item, 'id' | 'seat' | 'qty'>[]
  readonly checks: readonly Check[]
  /** Something was paid on them, or asked of a card. [CHECK11] */
  readonly locked: ReadonlySet<string>
}

export function splitOf(
  checks: readonly Check[],
  items: readonly Item[],
  payments: readonly Payment[],
): Split {
  return { lines: liveItems(items), checks, locked: touchedChecks(payments) }
}

/** One more check, still empty. Its number is the first that no other has. */
export function addCheck(split: Split, id: string): Split {
  return { ...split, checks: [...split.checks, emptyCheck({ id, name: freeName(split.checks) })] }
}

/** Everybody pays the same of what is not locked, whatever was split before. [CHECK10] */
export function splitEqually(split: Split, ids: readonly string[]): Split {
  const kept = lockedOf(split)
  return { ...split, checks: withEqualShares(kept, split.lines, payers(ids, kept)) }
}

/** The seats somebody sits at, in their order. */
export function seatsOf({ lines }: Pick<Split, 'lines'>): readonly number[] {
  return [...new Set(lines.map(({ seat }) => seat))].filter((seat) => seat > 0).sort((a, b) => a - b)
}

/** A check for each seat, what is for the table shared by all. Only while nothing is locked. [CHECK9] */
export function splitBySeat(split: Split, ids: readonly string[], name: (seat: number) => string): Split {
  const each = seatsOf(split).flatMap((seat, at) => {
    const id = ids[at]
    return id === undefined ? [] : [{ id, name: name(seat), seats: [seat] }]
  })
  return { ...split, checks: checksBySeat(split.lines, each) }
}

/** Not split any more, but for what is locked. [CHECK12] */
export function unsplit(split: Split): Split {
  return { ...split, checks: lockedOf(split) }
}

/** What may be written down: no check without anything on it. [CHECK3] */
export function written({ checks }: Split): readonly Check[] {
  return checks.filter((check) => holdsSomething(check) || check.amount !== null)
}

/**
 * A tap on a line while a check is chosen: one piece more of it goes there; with nothing left to take, what the check
 * has goes back to the rest, and what others have comes over.
 */
export function tapLine(split: Split, itemId: string, checkId: string): Split {
  const line = split.lines.find(({ id }) => id === itemId)
  if (line === undefined || split.locked.has(checkId)) return split
  const left = restOf(sharedOf(itemId, split.checks))
  const mine = sharedOf(
    itemId,
    split.checks.filter(({ id }) => id === checkId),
  )
  if (left.n > 0n) {
    const piece = ratio(1, line.qty)
    return withShare(split, line, checkId, addRatios(mine, isMore(piece, left) ? left : piece))
  }
  if (mine.n > 0n) return withShare(split, line, checkId, null)
  const free = withoutLine(split, itemId)
  return withShare(free, line, checkId, restOf(sharedOf(itemId, free.checks)))
}

/** This check pays a sum out of the rest instead of lines; one that holds lines already is left, and another added. */
export function payByAmount(split: Split, checkId: string | null, newId: string, amount: Minor): Split {
  const chosen = split.checks.find(({ id }) => id === checkId)
  const fits = chosen !== undefined && !split.locked.has(chosen.id) && !holdsSomething(chosen)
  const wider = fits ? split : addCheck(split, newId)
  const at = fits ? chosen.id : newId
  return { ...wider, checks: wider.checks.map((one) => (one.id === at ? { ...one, amount } : one)) }
}

/** The same part of a line on every check that may still change. */
export function shareLine(split: Split, itemId: string): Split {
  const line = split.lines.find(({ id }) => id === itemId)
  const open = split.checks.filter(({ id, amount }) => !split.locked.has(id) && amount === null)
  if (line === undefined || open.length === 0) return split
  const free = withoutLine(split, itemId)
  const left = restOf(sharedOf(itemId, free.checks))
  const each = ratio(left.n, left.d * BigInt(open.length))
  return open.reduce((all, { id }) => withShare(all, line, id, each), free)
}

function holdsSomething({ shares, seats }: Check): boolean {
  return shares.length + seats.length > 0
}

function emptyCheck(payer: Payer): Check {
  return { ...payer, shares: [], seats: [], amount: null }
}

function lockedOf({ checks, locked }: Split): readonly Check[] {
  return checks.filter(({ id }) => locked.has(id))
}

function payers(ids: readonly string[], kept: readonly Check[]): readonly Payer[] {
  const all = [...kept]
  return ids.map((id) => {
    const payer = { id, name: freeName(all) }
    all.push(emptyCheck(payer))
    return payer
  })
}

function freeName(checks: readonly Check[]): string {
  const used = new Set(checks.map(({ name }) => name))
  let number = 1
  while (used.has(String(number))) number += 1
  return String(number)
}

function withoutLine(split: Split, itemId: string): Split {
  const checks = split.checks.map((check) =>
    split.locked.has(check.id)
      ? check
      : { ...check, shares: check.shares.filter((share) => share.itemId !== itemId) },
  )
  return { ...split, checks }
}

/** In pieces of the line where that says the same: "1 of 3", never "1 of 9". */
function withShare(
  split: Split,
  { id, qty }: Split['lines'][number],
  checkId: string,
  part: Ratio | null,
): Split {
  const checks = split.checks.map((check) => {
    if (check.id !== checkId) return check
    const others = check.shares.filter(({ itemId }) => itemId !== id)
    if (part === null || part.n === 0n) return { ...check, shares: others }
    const inPieces = BigInt(qty) % part.d === 0n
    const parts = inPieces ? Number((part.n * BigInt(qty)) / part.d) : Number(part.n)
    // A sum stands instead of lines. [CHECK3]
    return {
      ...check,
      amount: null,
      shares: [...others, { itemId: id, parts, of: inPieces ? qty : Number(part.d) }],
    }
  })
  return { ...split, checks }
}
