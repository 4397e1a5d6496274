import { NOTHING_ASKED, withLate, withLine, withoutLine, type AskedLines } from './asked-lines.ts'
import type { LinePlace } from './options/line-place.ts'

/** Saving that takes longer is shown; a shorter wait would only flicker. */
const LATE_MS = 400

/** Holds what was asked beside React's own state: a tap draws the slip's lines again and nothing around them. */
export interface AskedStore {
  readonly get: () => AskedLines
  readonly subscribe: (onChange: () => void) => () => void
  ask(itemId: string, menuItemId: string, qty: number, place?: LinePlace): void
  forget(itemId: string): void
  clear(): void
}

export function createAskedStore(): AskedStore {
  const listeners = new Set<() => void>()
  let asked = NOTHING_ASKED
  const become = (next: AskedLines): void => {
    if (next === asked) return
    asked = next
    for (const tell of listeners) tell()
  }
  return {
    get: () => asked,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    ask(itemId, menuItemId, qty, place) {
      const since = performance.now()
      become(withLine(asked, itemId, { menuItemId, qty, place, since, late: false }))
      setTimeout(() => become(withLate(asked, itemId, since)), LATE_MS)
    },
    forget: (itemId) => become(withoutLine(asked, itemId)),
    clear: () => become(NOTHING_ASKED),
  }
}
