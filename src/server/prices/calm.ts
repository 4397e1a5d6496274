/** While pieces of a menu arrive, one soon after the other: nothing is held against half a menu. [REVIEW12] */
export interface Calm {
  came(now: number): void
  /** How long to wait still; 0: it is calm. */
  leftMs(now: number): number
}

/** Whoever changes something every moment puts nobody off for longer than so many waits. */
const WAITS_MAX = 30

export function createCalm(waitMs: number): Calm {
  let since = 0
  let until = 0
  return {
    came(now) {
      if (now >= until) since = now
      until = Math.min(now + waitMs, since + WAITS_MAX * waitMs)
    },
    leftMs: (now) => Math.max(0, until - now),
  }
}
