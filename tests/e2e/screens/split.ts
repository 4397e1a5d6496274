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

  /** The chosen check pays a sum, typed in cents. */
  async sum(digits: string): Promise<void> {
    await this.dialog.getByRole('button', { name: 'By amount' }).click()
    for (const digit of digits) await this.dialog.getByRole('button', { name: digit, exact: true }).click()
    await this.dialog.getByRole('button', { name: /^Pay €/ }).click()
  }

  /** Prints a receipt of one check, by what its button says. */
  async receipt(button: string): Promise<void> {
    const opener = this.#page.getByRole('button', { name: 'Receipts', exact: true })
    const onPayScreen = await opener.isVisible()
    if (onPayScreen) await opener.click()
    const receipts = this.#page.getByRole('group', { name: 'Receipts of the checks' })
    await receipts.getByRole('button', { name: button, exact: true }).click()
    if (!onPayScreen) return
    await this.#page.keyboard.press('Escape')
    await receipts.waitFor({ state: 'hidden' })
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
