import type { Random } from './random.ts'
import type { World } from './world.ts'

/** How bad a line is. All are probabilities but the delays. */
export interface LinePlan {
  readonly loss: number
  readonly duplicate: number
  readonly delayMs: number
  /** One in ten frames takes this much longer, and so arrives behind later ones. */
  readonly tailMs: number
}

const GOOD_LINE: LinePlan = { loss: 0, duplicate: 0, delayMs: 20, tailMs: 0 }

/** Carries frames one way each. Every frame may be lost, repeated, late, or meet a cut. */
export interface Network {
  send(from: string, to: string, what: string, deliver: () => void): void
  /** Cuts one direction for a while. */
  cut(from: string, to: string, ms: number): void
  heal(): void
}

// A repeat comes with the first or long after it: a proxy, a service worker, a phone waking up.
const LATE_REPEAT_MS = 20_000

export function createNetwork(world: World, random: Random, plan: LinePlan): Network {
  const cuts = new Map<string, number>()
  let line = plan

  const isCut = (from: string, to: string) => world.now() < (cuts.get(`${from}>${to}`) ?? 0)

  function carry(from: string, to: string, what: string, delay: number, deliver: () => void): void {
    world.at(delay, () => {
      if (isCut(from, to)) world.log(from, `${what} to ${to} met a cut`)
      else deliver()
    })
  }

  const delay = () => 1 + random.int(0, line.delayMs) + (random.chance(0.1) ? random.int(0, line.tailMs) : 0)

  return {
    send(from, to, what, deliver) {
      if (isCut(from, to)) return world.log(from, `${what} to ${to} not sent, line cut`)
      if (random.chance(line.loss)) world.log(from, `${what} to ${to} lost`)
      else carry(from, to, what, delay(), deliver)
      if (!random.chance(line.duplicate)) return
      const late = random.chance(0.3)
      world.sometimes(late ? 'late repeat of a frame' : 'duplicate of a frame')
      carry(from, to, `${what} again`, late ? random.int(1_000, LATE_REPEAT_MS) : delay(), deliver)
    },
    cut(from, to, ms) {
      cuts.set(`${from}>${to}`, world.now() + ms)
      world.log(from, `cut towards ${to} for ${ms} ms`)
    },
    heal() {
      cuts.clear()
      line = GOOD_LINE
    },
  }
}
