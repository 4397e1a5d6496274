import type { Locator } from 'playwright-core'
import type { Kitchen } from '../screens/kitchen.ts'
import type { PlannedLine, PlannedOrder } from './plan.ts'

/** An order that somebody sent. */
export interface Sent {
  readonly number: string
  readonly order: PlannedOrder
}

/** Others' tickets come before it. */
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

  /** Lines this station has had on its screen, each as often as it was ordered. */
  get seen(): number {
    return this.#seen
  }

  take(sent: Sent): void {
    const made = (): Promise<void> => this.#make(sent).catch((error: unknown) => this.#tell(sent, error))
    this.#work = this.#work.then(made)
    // Whoever waits for it in the end hears of a failure; until then it is nobody's.
    this.#work.catch(() => {})
  }

  /** Once all that was taken is ready. */
  async done(): Promise<void> {
    await this.#work
  }

  async #make({ number, order }: Sent): Promise<void> {
    const mine = order.lines.filter(({ dish }) => dish.station === this.#station)
    if (mine.length === 0) return
    for (const line of mine) await this.#row(number, line).waitFor(PATIENCE)
    this.#seen += mine.length
    await this.#kitchen.start(number)
    await this.#kitchen.ticket(number, 'preparing').waitFor()
    await this.#kitchen.ready(number)
    await this.#kitchen.recall(number).waitFor(PATIENCE)
  }

  /** An evening is not easily had again: what the screen showed is part of the failure. */
  async #tell({ number }: Sent, error: unknown): Promise<never> {
    const shown = await this.#kitchen.page.getByRole('main').innerText()
    throw new Error(`order ${number}, while the ${this.#station} showed:\n${shown}`, { cause: error })
  }

  #row(number: string, { dish, qty }: PlannedLine): Locator {
    return this.#kitchen.line(number, dish.name).filter({ hasText: `${qty} ×` })
  }
}
