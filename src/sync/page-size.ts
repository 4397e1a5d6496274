import { PAGE_EVENTS_MAX } from '#database/pages.ts'

/** An exchange that took this long was too large for its line. */
const SLOW_MS = 5_000
const PAGE_EVENTS_MIN = 8

/** Most events a page: fewer where the line is too slow for a full one. [WIRE3] */
export interface PageSize {
  /** Of a page to be sent. */
  sent(): number
  /** Of a page to be asked for. */
  asked(): number
  answered(afterMs: number): void
  /** No answer came. */
  failed(afterMs: number): void
}

/** `most`: of a page that is asked for. */
export function createPageSize(most: number): PageSize {
  let events = most
  return {
    sent: () => Math.min(events, PAGE_EVENTS_MAX),
    asked: () => events,
    answered(afterMs) {
      if (afterMs < SLOW_MS / 2) events = Math.min(most, events * 2)
    },
    failed(afterMs) {
      // A page that takes too long would take too long again. A server that is away says so at once.
      if (afterMs >= SLOW_MS) events = Math.max(PAGE_EVENTS_MIN, Math.floor(events / 4))
    },
  }
}
