import { POLL_MS } from '#sync/urgency.ts'
import type { ClockPlan } from './clock.ts'
import { drawWeights, type Doing } from './doings.ts'
import { drawLettingGo, type LettingGoPlan } from './letting-go-plan.ts'
import { drawMeetings, type Meeting } from './meetings.ts'
import type { LinePlan } from './network.ts'
import type { Random } from './random.ts'

/** What one seed is like. Each seed draws its own rates, so that some have no fault of a kind and some have many. */
export interface Plan {
  readonly devices: readonly { readonly name: string; readonly clock: ClockPlan }[]
  /** How many devices other stores on the same server have; mostly there is none. */
  readonly others: readonly number[]
  readonly serviceMs: number
  readonly commands: number
  /** Orders kept open at once: few, so that devices meet on them. */
  readonly orders: number
  readonly line: LinePlan
  /** Mean milliseconds between faults of a kind; null is never. */
  readonly crashEveryMs: number | null
  readonly cutEveryMs: number | null
  readonly jumpEveryMs: number | null
  readonly fullEveryMs: number | null
  /** The first store has a hub of its own below the server, with this clock; null: it has not. */
  readonly hub: ClockPlan | null
  /** Mean milliseconds between long cuts of the hub from the cloud. */
  readonly cloudCutEveryMs: number | null
  readonly loss: DiskLoss | null
  /** How likely a request is brought to the wrong store. */
  readonly astray: number
  readonly restartMs: number
  /** How often a device asks when nothing happens. */
  readonly pollMs: number
  /** Longest time a flush takes: beyond 0 others act between a commit and its flush. */
  readonly flushMs: number
  /** Extra records, so that a first exchange takes several pages. */
  readonly extraRecords: number
  /** The smallest coin, in minor units, or null. */
  readonly coins: number | null
  readonly weights: ReadonlyMap<Doing, number>
  /** Which conflicts people come to, and how much of what they do ends in one. */
  readonly meetings: readonly Meeting[]
  readonly meetingsShare: number
  /** Mean milliseconds between copies that are made, put back or used beside the first store's devices. */
  readonly copyEveryMs: number | null
  /** Mean milliseconds between devices that lose all their data. */
  readonly wipeEveryMs: number | null
  /** Copied disks in an order of things that is rare by chance. */
  readonly twins: { readonly kind: 'told' | 'twice'; readonly atMs: number } | null
  /** What begins with an older program, and how long until it is updated. */
  readonly older: OlderPlan
  /** Null: nobody lets go of anything, and it is one evening. */
  readonly lettingGo: LettingGoPlan | null
}

interface OlderPlan {
  readonly server: boolean
  readonly cloud: boolean
  /** Indexes of the first store's devices. */
  readonly devices: readonly number[]
  readonly updateMs: number
}

/** A server's disk dies, and a backup of half that age takes its place, or an empty disk. */
export interface DiskLoss {
  readonly atMs: number
  readonly of: 'server' | 'cloud'
  readonly empty: boolean
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
  const hub = random.chance(0.6)
    ? null
    : { skewMs: wild ? drawSkew(random) : 0, driftPpm: 0, granularityMs: 1, corrected: false }
  const loss = random.chance(0.75) ? null : drawLoss(random, hub !== null)
  const plan = {
    devices,
    others: random.chance(0.75) ? [] : random.chance(0.7) ? [random.int(1, 2)] : [1, 1],
    serviceMs: random.int(25_000, 60_000),
    commands: random.int(40, 100),
    orders: random.int(1, 4),
    line: drawLine(random),
    crashEveryMs: random.chance(0.2) ? null : random.int(3_000, 20_000),
    cutEveryMs: random.chance(0.3) ? null : random.int(8_000, 40_000),
    jumpEveryMs: random.chance(0.6) ? null : random.int(10_000, 40_000),
    fullEveryMs: random.chance(0.75) ? null : random.int(8_000, 30_000),
    hub,
    cloudCutEveryMs: random.chance(0.5) ? null : random.int(8_000, 20_000),
    loss,
    astray: random.pick([0, 0.02, 0.1]),
    restartMs: random.pick([50, 1_000, 10_000]),
    pollMs: random.pick([POLL_MS, 3 * POLL_MS, 6 * POLL_MS]),
    flushMs: random.chance(0.5) ? 0 : random.pick([5, 100, 1_500]),
    extraRecords: random.chance(0.05) ? 540 : 0,
    coins: random.pick([null, null, 5]),
    weights: drawWeights(random),
    meetings: drawMeetings(random),
    meetingsShare: random.pick([0.05, 0.25, 0.5]),
    // Where the server will lose its disk it writes nothing of its own, and whoever comes anew makes it write.
    copyEveryMs: loss?.of === 'server' || random.chance(0.5) ? null : random.int(1_500, 8_000),
    wipeEveryMs: loss?.of === 'server' || random.chance(0.7) ? null : random.int(6_000, 30_000),
    older: drawOlder(random, count),
    twins: loss?.of === 'server' || random.chance(0.7) ? null : drawTwins(random),
  }
  // Where the farthest store loses its disk there is nothing that anybody could let go behind.
  const isLost = loss !== null && (hub === null || loss.of === 'cloud')
  const letsGo = !isLost && random.chance(0.4)
  if (!letsGo) return { ...plan, lettingGo: null }
  return {
    ...plan,
    lettingGo: drawLettingGo(random, plan.serviceMs),
    // What the cloud never hears of nobody lets go of.
    cloudCutEveryMs: random.chance(0.6) ? null : plan.cloudCutEveryMs,
  }
}

function drawLoss(random: Random, hub: boolean): DiskLoss {
  const of = hub && random.chance(0.4) ? 'cloud' : 'server'
  return { atMs: random.int(10_000, 24_000), of, empty: hub && of === 'server' && random.chance(0.6) }
}

function drawOlder(random: Random, devices: number): OlderPlan {
  const updateMs = random.int(4_000, 40_000)
  if (random.chance(0.6)) return { server: false, cloud: false, devices: [], updateMs }
  const share = random.pick([0.3, 0.6])
  const indexes = Array.from({ length: devices }, (_, index) => index)
  return {
    server: random.chance(0.4),
    cloud: random.chance(0.4),
    devices: indexes.filter(() => random.chance(share)),
    updateMs,
  }
}

function drawTwins(random: Random): NonNullable<Plan['twins']> {
  return { kind: random.pick(['told', 'twice'] as const), atMs: random.int(3_000, 10_000) }
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
    tamper: random.chance(0.75) ? 0 : 0.05,
    cutShort: random.chance(0.6) ? 0 : random.pick([0.15, 0.4]),
  }
}
