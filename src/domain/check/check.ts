import type { Minor } from '#domain/money/money.ts'

/** A part of one line: `of` equal parts, `parts` of them on this check. */
export interface LineShare {
  readonly itemId: string
  readonly parts: number
  readonly of: number
}

/**
 * One bill of a split order. Splitting only says who pays which share: lines, kitchen and order stay as they are.
 * What no check holds is on the rest, a check that is always there (id `REST`).
 */
export interface Check {
  readonly id: string
  /** "1", "Ana", "Seat 3". */
  readonly name: string
  readonly shares: readonly LineShare[]
  /** Lines added later for these seats are on this check. */
  readonly seats: readonly number[]
  /** A sum out of the rest, instead of lines. */
  readonly amount: Minor | null
}

export const REST = 'rest'
