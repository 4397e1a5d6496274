/** How many of each face value somebody has typed so far, by value; what is not there was not counted yet. */
export type Pieces = ReadonlyMap<number, number>

/** No drawer holds more of one coin: a fourth digit too many is a slip. */
export const PIECES_MAX = 9_999

/** What the pieces come to, in minor units. */
export function piecesTotal(pieces: Pieces): number {
  return [...pieces].reduce((all, [value, count]) => all + value * count, 0)
}

/** With another number of one; none of it leaves no trace. */
export function withPieces(pieces: Pieces, value: number, count: number): Pieces {
  const next = new Map(pieces)
  const whole = Math.min(Math.max(Math.trunc(count), 0), PIECES_MAX)
  if (whole > 0) next.set(value, whole)
  else next.delete(value)
  return next
}

/** What a person typed into a field of pieces: digits only, empty is none. */
export function typedPieces(text: string): number {
  return Number(text.replaceAll(/\D/g, '').slice(0, 4))
}
