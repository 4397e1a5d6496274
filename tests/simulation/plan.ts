import { POLL_MS } from '#sync/urgency.ts'
import type { ClockPlan } from './clock.ts'
import type { LinePlan } from './network.ts'
import type { Random } from './random.ts'

/** What one seed is like. Each seed draws its own rates, so that some have no fault of a kind and some have many. */
export interface Plan {
  readonly devices: readonly { readonly name: string; readonly clock: ClockPlan }[]
  readonly serviceMs: number
  readonly commands: number
  /** Orders kept open at once: few, so that devices meet on them. */
  readonly orders: number
  readonly line: LinePlan
  /** Mean milliseconds between faults of a kind; null is never. */
  readonly crashEveryMs: number | null
  readonly cutEveryMs: number | null
  readonly jumpEveryMs: number | null
  /** Disks are copied and put back, or used twice. */
  readonly copyEveryMs: number | null
  readonly cloned: boolean
  readonly restartMs: number
  /** How often a device asks when nothing happens. */
  readonly pollMs: number
  /** Longest time a flush takes: beyond 0 others act between a commit and its flush. */
  readonly flushMs: number
  /** Extra records, so that a first exchange takes several pages. */
  readonly extraRecords: number
  readonly weights: ReadonlyMap<Doing, number>
}

const DOINGS = [
  'open',
  'add',
  'qty',
  'note',
  'covers',
  'remove',
  'void',
  'send',
  'prepare',
  'pay_part',
  'pay_all',
  'cancel',
  'print',
  'price',
  'sold_out',
  'table',
  'dish',
] as const
export type Doing = (typeof DOINGS)[number]

const USUAL: { readonly [doing in Doing]: number } = {
  open: 6,
  add: 20,
  qty: 14,
  note: 8,
  covers: 8,
  remove: 4,
  void: 3,
  send: 9,
  prepare: 10,
  pay_part: 4,
  pay_all: 5,
  cancel: 1,
  print: 1,
  price: 8,
  sold_out: 3,
  table: 4,
  dish: 3,
}

const DAY_MS = 86_400_000

export function drawPlan(random: Random): Plan {
  const count = random.int(2, 5)
  const wild = random.chance(0.6)
  const granularityMs = random.chance(0.5) ? 1 : random.pick([100, 250, 1_000])
  const corrected = random.chance(0.7)
  const devices = Array.from({ length: count }, (_, index) => ({
    name: `till-${'abcde'[index] ?? '?'}`,
    clock: {
      skewMs: wild ? drawSkew(random) : 0,
      driftPpm: wild ? random.int(-500, 500) : 0,
      granularityMs,
      corrected,
    },
  }))
  return {
    devices,
    serviceMs: random.int(25_000, 60_000),
    commands: random.int(40, 110),
    orders: random.int(1, 4),
    line: drawLine(random),
    crashEveryMs: random.chance(0.2) ? null : random.int(3_000, 20_000),
    cutEveryMs: random.chance(0.3) ? null : random.int(8_000, 40_000),
    jumpEveryMs: random.chance(0.6) ? null : random.int(10_000, 40_000),
    restartMs: random.pick([50, 1_000, 10_000]),
    pollMs: random.pick([POLL_MS, 3 * POLL_MS, 6 * POLL_MS]),
    flushMs: random.chance(0.5) ? 0 : random.pick([5, 100, 1_500]),
    extraRecords: random.chance(0.08) ? 540 : 0,
    weights: drawWeights(random),
    copyEveryMs: random.chance(0.5) ? null : random.int(2_000, 12_000),
    cloned: random.chance(0.6),
  }
}

function drawSkew(random: Random): number {
  if (random.chance(0.4)) return random.int(-2_000, 2_000)
  return random.int(-DAY_MS, DAY_MS)
}

function drawLine(random: Random): LinePlan {
  return {
    loss: random.chance(0.3) ? 0 : random.next() * 0.3,
    duplicate: random.chance(0.3) ? 0 : random.next() * 0.5,
    delayMs: random.pick([5, 50, 400]),
    tailMs: random.pick([0, 500, 6_000]),
  }
}

/** Each kind of doing is up to four times as likely as usual, or absent. */
function drawWeights(random: Random): ReadonlyMap<Doing, number> {
  return new Map(
    DOINGS.map((doing) => {
      const factor = random.pick([0, 0.5, 1, 1, 1, 2, 4])
      const needed = doing === 'open' || doing === 'add'
      return [doing, USUAL[doing] * (needed ? Math.max(1, factor) : factor)] as const
    }),
  )
}
