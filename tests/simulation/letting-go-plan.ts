import type { Random } from './random.ts'

/** Devices let go of what is old and safe elsewhere. Weeks pass in a minute: nights are leapt over. */
export interface LettingGoPlan {
  /** Business dates that stay: in the product seven. */
  readonly days: number
  /** How long a device waits before it looks again, in virtual milliseconds. */
  readonly everyMs: number
  /** There is little room left on every device: days that nobody closed go as well. */
  readonly urgent: boolean
  /** The server of a store without a hub is a cloud: else it has none, and nothing goes but for want of room. */
  readonly cloud: boolean
  /** A store of so many events gives a new device only what it needs. */
  readonly wholeUpTo: number
  /** When how many days pass at once, and how many orders are left open by then. */
  readonly nights: readonly { readonly atMs: number; readonly days: number; readonly left: number }[]
  /** How likely somebody looks at an earlier date when a device looks for what may go. */
  readonly looksBack: number
}

const DAYS = [3, 4] as const
/** Before that there is nothing to let go of. */
const FIRST_NIGHT_MS = 8_000

export function drawLettingGo(random: Random, serviceMs: number): LettingGoPlan {
  const nights = Array.from({ length: random.int(1, 3) }, () => ({
    atMs: random.int(FIRST_NIGHT_MS, serviceMs - 5_000),
    days: random.int(3, 7),
    left: random.pick([0, 0, 1, 2]),
  }))
  return {
    days: random.pick(DAYS),
    everyMs: random.pick([1_500, 4_000]),
    urgent: random.chance(0.5),
    cloud: random.chance(0.8),
    wholeUpTo: random.chance(0.5) ? 5_000 : random.int(40, 200),
    nights,
    looksBack: random.pick([0, 0.02, 0.1]),
  }
}
