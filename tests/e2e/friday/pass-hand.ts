import type { Kitchen } from '../screens/kitchen.ts'
import type { Sent } from './kitchen-hand.ts'

/** The slowest station has to be done with it first. */
const PATIENCE = { timeout: 60_000 }

/** Somebody at the pass, who carries an order out once every station is done with it. */
export class PassHand {
  readonly #expo: Kitchen
  #work: Promise<void> = Promise.resolve()
  #served = 0

  constructor(expo: Kitchen) {
    this.#expo = expo
  }

  /** Orders that were carried out whole. */
  get served(): number {
    return this.#served
  }

  take({ number }: Sent): void {
    this.#work = this.#work.then(() => this.#carry(number))
    // As at the stations: heard of in the end.
    this.#work.catch(() => {})
  }

  async done(): Promise<void> {
    await this.#work
  }

  async #carry(number: string): Promise<void> {
    await this.#expo.ticket(number, 'ready').waitFor(PATIENCE)
    await this.#expo.serve(number)
    await this.#expo.ticket(number).waitFor({ state: 'hidden' })
    this.#served += 1
  }
}
