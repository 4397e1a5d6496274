import { addRatios, ratio, ZERO, type Ratio } from '#domain/money/ratio.ts'
import type { Check, LineShare } from './check.ts'

/** A line as far as splitting looks at it. */
export interface ShareableLine {
  readonly id: string
  readonly seat: number
}

export const WHOLE: Ratio = { n: 1n, d: 1n }

function shareOf({ parts, of }: LineShare): Ratio {
  return ratio(parts, of)
}

export function isMore(a: Ratio, b: Ratio): boolean {
  return a.n * b.d > b.n * a.d
}

/** What the shares of one line on all these checks come to. */
export function sharedOf(itemId: string, checks: readonly Check[]): Ratio {
  return checks
    .flatMap(({ shares }) => shares)
    .filter((share) => share.itemId === itemId)
    .reduce((all, share) => addRatios(all, shareOf(share)), ZERO)
}

export function restOf(shared: Ratio): Ratio {
  return isMore(WHOLE, shared) ? ratio(shared.d - shared.n, shared.d) : ZERO
}

/** Checks that hold lines or seats; those with a sum take from what these leave. */
export function holdsLines(check: Check): boolean {
  return check.amount === null
}

/**
 * How much of a line is on each of the checks that hold lines. Without any share it is where its seat is. Should
 * the shares be more than the line, a later check gets what is left. [CHECK2] [CHECK4]
 */
export function sharesOf(line: ShareableLine, checks: readonly Check[]): readonly Ratio[] {
  const mine = checks.map((check) => sharedOf(line.id, [check]))
  if (mine.every(({ n }) => n === 0n)) {
    const at = line.seat === 0 ? -1 : checks.findIndex(({ seats }) => seats.includes(line.seat))
    return checks.map((_, index) => (index === at ? WHOLE : ZERO))
  }
  let given = ZERO
  return mine.map((share) => {
    const left = restOf(given)
    const taken = isMore(share, left) ? left : share
    given = addRatios(given, taken)
    return taken
  })
}
