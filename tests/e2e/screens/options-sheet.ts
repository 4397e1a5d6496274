import type { Locator, Page } from 'playwright-core'
import { escaped } from './money.ts'

/** What a dish asks before it is on the order, or what may be changed about its line. */
export class OptionsSheet {
  readonly dialog: Locator

  constructor(dialog: Locator) {
    this.dialog = dialog
  }

  /** Once it is open and has read what the dish offers. */
  static async of(page: Page, name: string): Promise<OptionsSheet> {
    const sheet = new OptionsSheet(page.getByRole('dialog', { name, exact: true }))
    await sheet.note().waitFor()
    // A sheet that still fades in is nobody's picture of it.
    const isWhole = (dialog: Element | null): boolean =>
      dialog !== null && getComputedStyle(dialog).opacity === '1'
    await page.waitForFunction(isWhole, await sheet.dialog.elementHandle())
    return sheet
  }

  note(): Locator {
    return this.dialog.getByRole('textbox', { name: 'Note for the kitchen' })
  }

  group(name: string): Locator {
    return this.dialog.getByRole('region', { name, exact: true })
  }

  /** An option, however it stands: "Onion", "No Onion", "Extra shot, +€0.60". */
  option(name: string, group?: string): Locator {
    const place = group === undefined ? this.dialog : this.group(group)
    return place.getByRole('button', { name: new RegExp(`^${escaped(name)}(,|$)`) })
  }

  size(name: string): Locator {
    return this.dialog
      .getByRole('group', { name: 'Size' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
  }

  async tap(...options: readonly string[]): Promise<void> {
    for (const option of options) await this.option(option).first().click()
  }

  /** Says how the next option of a group is meant: No, Extra, Side. */
  async meant(group: string, how: 'No' | 'Extra' | 'Side'): Promise<void> {
    await this.group(group).getByRole('button', { name: how, exact: true }).click()
  }

  addButton(): Locator {
    return this.dialog.getByRole('button', { name: /^(Add |Choose: )/ })
  }

  async add(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Add / }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
