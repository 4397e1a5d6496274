import { CHECKS_MAX, NAME_LENGTH_MAX, PARTS_MAX, SEAT_MAX, SHARES_MAX } from '#domain/limits.ts'
import { isMinor } from '#domain/money/money.ts'
import { REST, type Check, type LineShare } from './check.ts'
import { isMore, sharedOf, WHOLE, type ShareableLine } from './share.ts'

/** The rule that a split of these standing lines breaks, or null. [CHECK2] [CHECK3] */
export function brokenRule(
  lines: readonly ShareableLine[],
  checks: readonly Check[],
): 'CHECK2' | 'CHECK3' | null {
  const ids = checks.map(({ id }) => id)
  const seats = checks.flatMap((check) => check.seats)
  const distinct = new Set(ids).size === ids.length && new Set(seats).size === seats.length
  if (checks.length > CHECKS_MAX || !distinct || !checks.every(isCheck)) return 'CHECK3'
  if (checks.flatMap(({ shares }) => shares).length > SHARES_MAX) return 'CHECK3'
  const standing = new Set(lines.map(({ id }) => id))
  const shared = new Set(checks.flatMap(({ shares }) => shares.map(({ itemId }) => itemId)))
  const each = checks.every(({ shares }) => isEachOnce(shares) && shares.every(isShare))
  if (!each || [...shared].some((id) => !standing.has(id))) return 'CHECK2'
  return [...shared].some((id) => isMore(sharedOf(id, checks), WHOLE)) ? 'CHECK2' : null
}

function isCheck({ id, name, shares, seats, amount }: Check): boolean {
  if (id === '' || id === REST || name.trim() === '' || name.length > NAME_LENGTH_MAX) return false
  const holds = shares.length + seats.length > 0
  if (amount !== null) return isMinor(amount) && amount > 0 && !holds
  return holds && seats.every((seat) => isWithin(seat, SEAT_MAX))
}

function isShare({ parts, of }: LineShare): boolean {
  return isWithin(parts, of) && isWithin(of, PARTS_MAX)
}

function isEachOnce(shares: readonly LineShare[]): boolean {
  return new Set(shares.map(({ itemId }) => itemId)).size === shares.length
}

function isWithin(value: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= max
}
