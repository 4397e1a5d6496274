/**
 * A hybrid logical stamp as 16 hexadecimal digits: 48 bits of milliseconds, 16 bits of counter.
 * Fixed width, so text order is time order in every database.
 */
export type Hlc = string & { readonly __brand: 'Hlc' }

export const HLC_ZERO = '0000000000000000' as Hlc

const WALL_MS_MAX = 2 ** 48 - 1
const COUNTER_MAX = 0xffff

export function hlcOf(wallMs: number, counter: number): Hlc {
  const ms = Math.min(Math.max(Math.trunc(wallMs), 0), WALL_MS_MAX)
  return (ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0')) as Hlc
}

export function isHlc(text: string): text is Hlc {
  return /^[0-9a-f]{16}$/.test(text)
}

export function hlcWallMs(hlc: Hlc): number {
  return Number.parseInt(hlc.slice(0, 12), 16)
}

/** The next tick after `hlc`. A full counter carries into the milliseconds: a sale is never refused for a clock. */
export function tickAfter(hlc: Hlc): Hlc {
  const ms = hlcWallMs(hlc)
  const counter = Number.parseInt(hlc.slice(12), 16)
  if (counter < COUNTER_MAX) return hlcOf(ms, counter + 1)
  return hlcOf(ms + 1, 0)
}

/**
 * The stamp for a new event: corrected time, or one tick past the highest stamp its author has seen on the
 * entities it touches. A wrong clock therefore dies with the order it touched (design §2).
 */
export function nextHlc(correctedNowMs: number, highestSeen: Hlc): Hlc {
  const now = hlcOf(correctedNowMs, 0)
  return now > highestSeen ? now : tickAfter(highestSeen)
}
