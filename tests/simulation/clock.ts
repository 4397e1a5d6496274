import type { Clock } from '#sync/ports.ts'
import { addSample, bestOffsetMs, type ClockSample } from '#sync/clock-offset.ts'
import type { World } from './world.ts'

/** Where every simulation begins: an evening in Lisbon, so that runs cross the end of a business date. */
const START = Date.UTC(2026, 10, 20, 18)
const DAY_MS = 86_400_000

export interface ClockPlan {
  readonly skewMs: number
  /** Parts per million. */
  readonly driftPpm: number
  /** The clock shows only multiples of this, so two devices often stamp the same millisecond. */
  readonly granularityMs: number
  /** Whether it takes the server's correction. */
  readonly corrected: boolean
}

/** A node's clock: as wrong as its plan says, and corrected only by what the server tells. */
export interface NodeClock extends Clock {
  sample(sample: ClockSample): void
  jump(ms: number): void
  /** Its best guess of the true time. */
  corrected(): number
}

/** Days that passed at once, for everybody. */
export interface Calendar {
  /** In milliseconds. */
  passed(): number
  pass(days: number): void
}

export function createCalendar(): Calendar {
  let days = 0
  return {
    passed: () => days * DAY_MS,
    pass(more) {
      days += more
    },
  }
}

export function createClock(world: World, plan: ClockPlan, calendar: Calendar): NodeClock {
  let jumped = 0
  let samples: readonly ClockSample[] = []

  function wall(): number {
    const elapsed = world.now() * (1 + plan.driftPpm / 1e6)
    const shown = START + calendar.passed() + elapsed + plan.skewMs + jumped
    return Math.floor(shown / plan.granularityMs) * plan.granularityMs
  }

  const offset = () => (plan.corrected ? bestOffsetMs(samples) : 0)
  return {
    wall,
    offset,
    sample(sample) {
      samples = addSample(samples, sample)
    },
    jump(ms) {
      jumped += ms
    },
    corrected: () => wall() + offset(),
  }
}
