import type { Locator, Page } from 'playwright-core'

/** More keys than any screen has places to stop at. */
const TABS_MAX = 200

/** Somebody without mouse or touch screen. */
export class Keyboard {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Tabs until the focus is there. */
  async goTo(target: Locator): Promise<void> {
    await target.waitFor()
    for (let step = 0; step < TABS_MAX; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.#page.keyboard.press('Tab')
    }
    throw new Error(`the keyboard does not reach ${String(target)}`)
  }

  async press(target: Locator): Promise<void> {
    await this.goTo(target)
    await this.#page.keyboard.press('Enter')
  }
}
