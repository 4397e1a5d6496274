import { mkdirSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toPng } from './picture.ts'
import type { PaperEvent, Printed } from './printed.ts'
import { toText } from './text.ts'

/** One piece of paper, from cut to cut. */
export interface Ticket {
  readonly n: number
  readonly at: number
  readonly text: string
  /** Everything on it and everything that happened on the way, in order. */
  readonly printed: readonly Printed[]
  /** Cuts, drawer pulses and trouble. */
  readonly events: readonly PaperEvent[]
  /** The picture; drawn when first asked for. */
  readonly png: () => Promise<Uint8Array>
}

/** Older paper falls off the table. */
const KEPT_TICKETS = 200

export interface TicketsOptions {
  readonly columns: number
  /** Pixels a dot. */
  readonly scale: number
  readonly outDir: string | null
  readonly now: () => number
  readonly onTicket: (ticket: Ticket) => void
}

/** The paper below the cutter. */
export class Tickets {
  readonly #options: TicketsOptions
  readonly #kept: Ticket[] = []
  readonly #writing = new Set<Promise<void>>()
  #printed: Printed[] = []
  #n: number

  constructor(options: TicketsOptions) {
    this.#options = options
    this.#n = options.outDir === null ? 0 : lastNumber(options.outDir)
  }

  get all(): readonly Ticket[] {
    return [...this.#kept]
  }

  find(n: number): Ticket | undefined {
    return this.#kept.find((ticket) => ticket.n === n)
  }

  add(printed: Printed): void {
    this.#printed.push(printed)
    if (printed.type !== 'cut') return
    const ticket = this.#cut(this.#printed)
    this.#printed = []
    this.#kept.push(ticket)
    if (this.#kept.length > KEPT_TICKETS) this.#kept.shift()
    this.#save(ticket)
    this.#options.onTicket(ticket)
  }

  /** Resolves once every picture is on disk. */
  async saved(): Promise<void> {
    await Promise.all(this.#writing)
  }

  #cut(printed: readonly Printed[]): Ticket {
    const { columns, scale, now } = this.#options
    this.#n += 1
    let png: Promise<Uint8Array> | null = null
    return {
      n: this.#n,
      at: now(),
      text: toText(printed, columns),
      printed,
      events: printed.filter((item): item is PaperEvent => isEvent(item)),
      png: () => (png ??= toPng(printed, columns, scale)),
    }
  }

  #save(ticket: Ticket): void {
    const { outDir } = this.#options
    if (outDir === null) return
    const writing = ticket
      .png()
      .then((png) => writeFile(join(outDir, `${String(ticket.n).padStart(4, '0')}.png`), png))
      .finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
  }
}

function isEvent(item: Printed): boolean {
  return ['cut', 'drawer', 'unknown', 'problem'].includes(item.type)
}

/** Numbers go on where an earlier run stopped, so that its pictures stay. */
function lastNumber(outDir: string): number {
  mkdirSync(outDir, { recursive: true })
  const numbers = readdirSync(outDir).map((name) => Number(/^(\d+)\.png$/.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}
