import type { Kitchen } from '../screens/kitchen.ts'
import type { PlannedOrder } from './plan.ts'

interface Sent {
  readonly number: string
  readonly order: PlannedOrder
}

/** The hub may be gone for a while; a ticket that comes late still comes. */
const PATIENCE = { timeout: 60_000 }

/** Somebody at a station, who sees every line of every order and taps it through to ready. */
export class KitchenHand {
  readonly #kitchen: Kitchen
  readonly #station: 'kitchen' | 'bar'
  #work: Promise<void> = Promise.resolve()
  #seen = 0

  constructor(kitchen: Kitchen, station: 'kitchen' | 'bar') {
    this.#kitchen = kitchen
    this.#station = station
  }

  /** Lines this station has had on its screen. */
  get seen(): number {
    return this.#seen
  }

  take(sent: Sent): void {
    this.#work = this.#work.then(() => this.#make(sent))
  }

  /** Once all that was taken is ready. */
  async done(): Promise<void> {
    await this.#work
  }

  async #make({ number, order }: Sent): Promise<void> {
    const mine = order.lines.filter(({ dish }) => dish.station === this.#station)
    if (mine.length === 0) return
    await this.#kitchen.ticket(number).waitFor(PATIENCE)
    for (const { dish } of mine) await this.#kitchen.line(number, dish.name).waitFor(PATIENCE)
    this.#seen += mine.length
    await this.#kitchen.start(number)
    await this.#kitchen.ready(number)
    await this.#kitchen.recall(number).waitFor(PATIENCE)
  }
}
