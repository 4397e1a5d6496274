import type { Draft } from '#domain/event/event.ts'
import { reviewReasons } from '#domain/order/review.ts'
import type { OrderAction } from './actions.ts'
import { ORDER_ACTIONS } from './actions.ts'
import { billsOf, decided, sameWorld, worldOf } from './pair.ts'
import { STARTS } from './starts.ts'

/**
 * both: each has its effect, whichever was written first. first/second: that one alone has an effect, whichever was
 * written first. later: where they touch the same, the one written later stands.
 */
export type Outcome = 'both' | 'first' | 'second' | 'later'

export interface Cell {
  readonly outcome: Outcome
  /** Why a person is asked to look, by name. */
  readonly reviews: readonly string[]
}

/** One pair, or null where no order can be in a state that lets both be done at once. */
export function cellOf(first: OrderAction, second: OrderAction): Cell | null {
  for (const start of Object.values(STARTS)) {
    const a = decided(start, first, 'a')
    const b = decided(start, second, 'b')
    if (a !== null && b !== null) return outcomeOf(start, a, b)
  }
  return null
}

function outcomeOf(start: readonly Draft[], a: readonly Draft[], b: readonly Draft[]): Cell {
  const ab = worldOf([...start, ...a, ...b])
  const ba = worldOf([...start, ...b, ...a])
  const reviews = reviewsOf([...start, ...a, ...b], [...start, ...b, ...a])
  if (!sameWorld(ab, ba)) return { outcome: 'later', reviews }
  if (sameWorld(ab, worldOf([...start, ...a]))) return { outcome: 'first', reviews }
  if (sameWorld(ab, worldOf([...start, ...b]))) return { outcome: 'second', reviews }
  return { outcome: 'both', reviews }
}

function reviewsOf(...histories: readonly (readonly Draft[])[]): readonly string[] {
  const reasons = histories.flatMap((facts) => billsOf(facts).flatMap((bill) => reviewReasons(bill)))
  return [...new Set(reasons)].sort()
}

export interface Row {
  readonly first: string
  readonly second: string
  readonly cell: Cell
}

/** Every pair that can happen, each once, in the order of the actions. */
export function pairs(): readonly Row[] {
  return ORDER_ACTIONS.flatMap((first, i) =>
    ORDER_ACTIONS.slice(i).flatMap((second): readonly Row[] => {
      const cell = cellOf(first, second)
      return cell === null ? [] : [{ first: first.name, second: second.name, cell }]
    }),
  )
}
