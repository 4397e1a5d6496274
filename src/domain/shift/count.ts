import { isMinor, minor } from '#domain/money/money.ts'
import type { DrawerCount } from './shift.ts'

type Pieces = readonly { readonly value: number; readonly count: number }[]

/** More kinds of coins and notes than any currency has. */
const KINDS_MAX = 100

/**
 * The coins and notes with what they come to, in minor units; null where they make no sense: a face value is above
 * zero and there once, a count is whole and zero or more. No pieces are an empty drawer. [COUNT1]
 */
export function counted(pieces: Pieces): Pick<DrawerCount, 'pieces' | 'total'> | null {
  const values = new Set(pieces.map(({ value }) => value))
  if (pieces.length > KINDS_MAX || values.size !== pieces.length) return null
  if (!pieces.every(isPiece)) return null
  const total = pieces.reduce((all, { value, count }) => all + value * count, 0)
  if (!isMinor(total)) return null
  return { pieces: pieces.map(({ value, count }) => ({ value: minor(value), count })), total }
}

function isPiece({ value, count }: Pieces[number]): boolean {
  return isMinor(value) && value > 0 && Number.isSafeInteger(count) && count >= 0
}
