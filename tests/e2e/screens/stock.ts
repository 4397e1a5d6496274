import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'
import type { Device } from './device.ts'
import { Login } from './login.ts'
import { escaped } from './money.ts'

/** The store-room: what there is, what came, what was found, what was thrown away. */
export class Stock {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(device: Device, person: DemoPerson): Promise<Stock> {
    const page = await device.tab('/stock')
    await new Login(page).as(person)
    await page.getByRole('heading', { name: 'Stock', exact: true }).waitFor()
    return new Stock(page)
  }

  row(name: string): Locator {
    return this.page.getByRole('listitem').getByRole('button', { name: new RegExp(`^${escaped(name)}`) })
  }

  /** The row once it says so much. */
  async shows(name: string, level: string): Promise<void> {
    await this.row(name).getByText(level, { exact: true }).waitFor()
  }

  /** How much of each there is, as the rows say. */
  async levels(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.page.getByRole('listitem').getByRole('button').allInnerTexts()
    return new Map(
      rows.map((row) => {
        const lines = row.split('\n').filter((line) => line !== '' && !line.startsWith('of '))
        return [lines[0] ?? '', lines.at(-1) ?? '']
      }),
    )
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title, exact: true })
  }

  /** Opens a delivery, a count or waste. */
  async begin(doing: 'Delivery' | 'Count' | 'Waste'): Promise<Locator> {
    await this.page.getByRole('button', { name: doing, exact: true }).click()
    const dialog = this.dialog(doing)
    await dialog.waitFor()
    return dialog
  }

  /** Fills fields of a dialog by their labels, presses its button and waits until it is gone. */
  async finish(dialog: Locator, fields: { readonly [label: string]: string }, button: string): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      await dialog.getByLabel(label, { exact: true }).fill(value)
    }
    await dialog.getByRole('button', { name: button, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async close(dialog: Locator): Promise<void> {
    await this.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  }
}
