import type { Random } from './random.ts'
import { tamper } from './tamper.ts'
import type { World } from './world.ts'

/** How bad a line is. All are probabilities but the delays. */
export interface LinePlan {
  readonly loss: number
  readonly duplicate: number
  readonly delayMs: number
  /** One in ten frames takes this much longer, and so arrives behind later ones. */
  readonly tailMs: number
  /** An event in it is changed on the way. */
  readonly tamper: number
  /** A frame loses its last events. */
  readonly cutShort: number
}

const GOOD_LINE: LinePlan = { loss: 0, duplicate: 0, delayMs: 20, tailMs: 0, tamper: 0, cutShort: 0 }

export type FrameKind = 'request' | 'reply' | 'live frame'

export interface Frame {
  readonly from: string
  readonly to: string
  readonly kind: FrameKind
  readonly text: string
}

/** Carries frames one way each. Every frame may be lost, repeated, late, changed, or meet a cut. */
export interface Network {
  send(frame: Frame, deliver: (text: string) => void): void
  /** Cuts one direction for a while, for frames of one kind or all. */
  cut(from: string, to: string, ms: number, kind?: FrameKind): void
  heal(): void
  /** Events that were changed on the way, by `sentKey`, and those that were forged there. */
  changed(): ReadonlySet<string>
  forged(): ReadonlySet<string>
}

// A repeat comes with the first or long after it: a proxy, a service worker, a phone waking up.
const LATE_REPEAT_MS = 20_000

export function createNetwork(world: World, random: Random, plan: LinePlan): Network {
  const cuts = new Map<string, number>()
  const changed = new Set<string>()
  const forged = new Set<string>()
  let line = plan

  function isCut({ from, to, kind }: Frame): boolean {
    const until = Math.max(cuts.get(`${from}>${to}`) ?? 0, cuts.get(`${from}>${to} ${kind}`) ?? 0)
    return world.now() < until
  }

  function arriving(frame: Frame): string {
    const short = random.chance(line.cutShort)
    if (!short && !random.chance(line.tamper)) return frame.text
    const tampered = tamper(frame.text, random, short)
    for (const event of tampered.changed) changed.add(event)
    for (const event of tampered.forged) forged.add(event)
    if (tampered.text === frame.text) return frame.text
    const onTheWay = tampered.forged.length > 0 ? 'event forged on the way' : 'event changed on the way'
    world.sometimes(short ? 'frame cut short' : onTheWay)
    return tampered.text
  }

  function carry(frame: Frame, delay: number, deliver: (text: string) => void): void {
    const text = arriving(frame)
    world.at(delay, () => {
      if (isCut(frame)) world.log(frame.from, `${frame.kind} to ${frame.to} met a cut`)
      else deliver(text)
    })
  }

  const delay = () => 1 + random.int(0, line.delayMs) + (random.chance(0.1) ? random.int(0, line.tailMs) : 0)

  return {
    send(frame, deliver) {
      if (isCut(frame)) return world.log(frame.from, `${frame.kind} to ${frame.to} not sent, line cut`)
      if (random.chance(line.loss)) world.log(frame.from, `${frame.kind} to ${frame.to} lost`)
      else carry(frame, delay(), deliver)
      if (!random.chance(line.duplicate)) return
      const late = random.chance(0.3)
      world.sometimes(late ? 'late repeat of a frame' : 'duplicate of a frame')
      carry(frame, late ? random.int(1_000, LATE_REPEAT_MS) : delay(), deliver)
    },
    cut(from, to, ms, kind) {
      cuts.set(kind === undefined ? `${from}>${to}` : `${from}>${to} ${kind}`, world.now() + ms)
      world.log(from, `cut towards ${to} for ${ms} ms${kind === undefined ? '' : `, ${kind}s only`}`)
    },
    heal() {
      cuts.clear()
      line = GOOD_LINE
    },
    changed: () => changed,
    forged: () => forged,
  }
}
