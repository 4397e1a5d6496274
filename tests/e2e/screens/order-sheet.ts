import type { Locator, Page } from 'playwright-core'

/** "More" of an order: everything that is done to it as a whole. */
export class OrderSheet {
  readonly dialog: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog')
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'More for this order' }).click()
    await this.button('Move to another table').waitFor()
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name })
  }

  /** From the order to one of its actions. */
  async choose(action: string): Promise<void> {
    await this.open()
    await this.button(action).click()
    await this.button('All actions').waitFor()
  }

  async done(): Promise<void> {
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
