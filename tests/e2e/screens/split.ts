import type { Locator, Page } from 'playwright-core'
import { cents, escaped } from './money.ts'

/** "Split the bill", and the checks on the pay screen. */
export class SplitBill {
  readonly dialog: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog', { name: 'Split the bill' })
  }

  async equally(ways: number): Promise<void> {
    await this.#page.getByRole('button', { name: `Split equally by ${ways}` }).click()
    await this.checks().first().waitFor()
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Split', exact: true }).click()
    await this.dialog.waitFor()
  }

  async choose(check: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(`^${escaped(check)}`) }).click()
  }

  async tap(...names: readonly string[]): Promise<void> {
    const lines = this.dialog.getByRole('list', { name: 'Lines of the order' }).getByRole('listitem')
    for (const name of names) await lines.filter({ hasText: name }).getByRole('button').first().click()
  }

  async share(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Share ${name} between all checks` }).click()
  }

  async unsplit(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Not split' }).click()
    await this.save()
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Split the bill' }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  checks(): Locator {
    return this.#page.getByRole('group', { name: 'Checks' }).getByRole('button', { name: /€/ })
  }

  /** What each check says: its balance, or what was paid. */
  async amounts(): Promise<readonly number[]> {
    return (await this.checks().allInnerTexts()).map(cents)
  }

  async pay(check: string, method: 'Cash' | 'Card' = 'Cash'): Promise<void> {
    await this.checks()
      .filter({ hasText: new RegExp(`^\\s*${escaped(check)}`) })
      .click()
    await this.#page.getByText(`${check}: left to pay`).waitFor()
    if (method === 'Card') {
      await this.#page.getByRole('button', { name: 'Card', exact: true }).click()
      await this.#page.getByRole('button', { name: 'Approved' }).click()
      return
    }
    await this.#page.getByRole('button', { name: 'Exact' }).click()
    await this.#page.getByRole('button', { name: /^Take €[\d,.]+$/ }).click()
  }

  paid(check: string): Locator {
    return this.checks()
      .filter({ hasText: new RegExp(`^\\s*${escaped(check)}`) })
      .filter({ hasText: 'Paid' })
  }
}
