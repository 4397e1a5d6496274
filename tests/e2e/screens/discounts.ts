import type { Locator, Page } from 'playwright-core'

/** "Discount": on what, how much, why, and what was given so far. */
export class Discounts {
  readonly dialog: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog', { name: 'Discount' })
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Discount', exact: true }).click()
    await this.dialog.waitFor()
  }

  async chooseLine(name: string): Promise<void> {
    const lines = this.dialog.getByRole('combobox', { name: 'On what' })
    const label = await lines.getByRole('option').filter({ hasText: name }).innerText()
    await lines.selectOption({ label })
  }

  async reason(reason: string): Promise<void> {
    await this.dialog.getByRole('button', { name: reason, exact: true }).click()
  }

  async percent(percent: number, reason: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `${percent} %`, exact: true }).click()
    await this.reason(reason)
    await this.dialog.getByRole('button', { name: `Give ${percent} % off` }).click()
  }

  async comp(name: string, reason: string): Promise<void> {
    await this.chooseLine(name)
    await this.dialog.getByText('On the house', { exact: true }).click()
    await this.reason(reason)
    await this.dialog.getByRole('button', { name: 'Give on the house' }).click()
  }

  given(): Locator {
    return this.dialog.getByRole('list', { name: 'Given so far' }).getByRole('listitem')
  }

  async takeBack(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Take back ${name}` }).click()
  }
}
