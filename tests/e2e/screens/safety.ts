import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Long enough for the slowest reconnect and one full exchange on a busy machine. */
const RECONNECT_MS = 30_000

/** The sign in the header that says where the data is safe. */
export class Safety {
  readonly sign: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.sign = page.getByRole('button', { name: /^Where your data is safe: / })
  }

  async words(): Promise<string> {
    return (await this.sign.getAttribute('aria-label')) ?? ''
  }

  /** How many changes the store does not have yet, as the screen says. */
  async onlyHere(): Promise<number> {
    const match = /: (\d+) only here/.exec(await this.words())
    return Number(match?.[1] ?? 0)
  }

  /** The same, once what was just done is counted in. */
  async settledOnlyHere(): Promise<number> {
    let before = 0
    const settled = async (): Promise<boolean> => {
      const now = await this.onlyHere()
      const same = now > 0 && now === before
      before = now
      return same
    }
    // Counts are shown within a fifth of a second, and gathered for a tenth before.
    await expect.poll(settled, { timeout: 10_000, interval: 600 }).toBe(true)
    return before
  }

  async waitUntilOffline(): Promise<void> {
    await this.#named(/Offline$/).waitFor({ timeout: RECONNECT_MS })
  }

  /** Below a cloud, what is there already is in the store, too. */
  async waitUntilInStore(): Promise<void> {
    const there = this.#named(/: In the (store|cloud)$/).waitFor({ timeout: RECONNECT_MS })
    // What it showed instead is half of what went wrong.
    await there.catch(async (error: unknown) => {
      throw new Error(`${this.#page.url()} shows "${await this.words()}"`, { cause: error })
    })
  }

  /** Opens the popover and gives its text. */
  async details(): Promise<Locator> {
    await this.sign.click()
    const details = this.#page.getByRole('dialog').filter({ hasText: 'Saved here' })
    await details.waitFor()
    return details
  }

  #named(name: RegExp): Locator {
    return this.#page.getByRole('button', { name }).and(this.sign)
  }
}
