import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'
import type { Device } from './device.ts'
import { Login } from './login.ts'
import { cents } from './money.ts'

export interface Figures {
  readonly gross: number
  readonly net: number
  readonly tax: number
  readonly orders: number
}

const NO_SALES: Figures = { gross: 0, net: 0, tax: 0, orders: 0 }

/** Rows of a table of the report: each row's name and its other cells. */
export type Rows = ReadonlyMap<string, readonly string[]>

/** What the manager reads at night. */
export class Report {
  readonly page: Page
  readonly #figures: Locator

  constructor(page: Page) {
    this.page = page
    this.#figures = page.getByLabel('Figures')
  }

  static async open(device: Device, person: DemoPerson): Promise<Report> {
    const page = await device.tab('/reports')
    await new Login(page).as(person)
    const report = new Report(page)
    await page.getByRole('heading', { name: 'Reports' }).waitFor()
    await report.#figures.or(page.getByText('No sales on this day')).first().waitFor()
    return report
  }

  async figures(): Promise<Figures> {
    if (!(await this.#figures.isVisible())) return NO_SALES
    const terms = await this.#figures.getByRole('term').allInnerTexts()
    const values = await this.#figures.getByRole('definition').allInnerTexts()
    // Below a figure stands how it compares.
    const value = (name: string): string =>
      values[terms.findIndex((term) => term.startsWith(name))]?.split('\n')[0] ?? ''
    return {
      gross: cents(value('Gross sales')),
      net: cents(value('Net')),
      tax: cents(value('Tax')),
      orders: Number(value('Paid orders')),
    }
  }

  async rows(caption: string): Promise<Rows> {
    const table = this.page.getByRole('table', { name: caption })
    if (!(await table.isVisible())) return new Map()
    const found = new Map<string, readonly string[]>()
    for (const row of await table.getByRole('row').all()) {
      const name = row.getByRole('rowheader')
      if ((await name.count()) === 0) continue
      const cells = await row.getByRole('cell').allInnerTexts()
      found.set((await name.first().innerText()).split('\n')[0]?.trim() ?? '', cells)
    }
    return found
  }

  /** Day, Week, Month or Dates. */
  async choose(period: string): Promise<void> {
    const periods = this.page.getByRole('group', { name: 'How long' })
    await periods.getByRole('button', { name: period, exact: true }).click()
    await periods.getByRole('button', { name: period, pressed: true }).waitFor()
  }

  /** Of a day, only what came while this drawer was open, for the first time. */
  async chooseShift(drawer: string): Promise<void> {
    const shift = this.page.getByLabel('Shift')
    const option = shift.getByRole('option').filter({ hasText: drawer }).first()
    await shift.selectOption(await option.getAttribute('value'))
  }

  async range(from: string, to: string): Promise<void> {
    await this.page.getByLabel('Last day').fill(to)
    await this.page.getByLabel('First day').fill(from)
  }

  /** The orders behind a row: each one's number and its part of the figure, in the smallest unit. */
  async ordersBehind(caption: string, row: string): Promise<ReadonlyMap<string, number>> {
    const table = this.page.getByRole('table', { name: caption })
    await table.getByRole('button', { name: row, exact: true }).click()
    const dialog = this.page.getByRole('dialog')
    const list = dialog.getByRole('list', { name: `${caption}: ${row}` })
    await list.and(this.page.locator('[aria-busy="false"]')).waitFor()
    const orders = new Map<string, number>()
    for (const line of await list.getByRole('button').all()) {
      const [number = '', , part = ''] = (await line.innerText()).split('\n')
      orders.set(number, cents(part))
    }
    await this.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    return orders
  }

  /** A table as the file it is saved as. */
  async csv(caption: string): Promise<{ readonly name: string; readonly text: string }> {
    const downloading = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: `Save as CSV: ${caption}` }).click()
    const download = await downloading
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }

  /** Asks the server for days that this device has not. */
  async askServer(pin: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Ask the server' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: '1', exact: true }).waitFor()
    await this.page.keyboard.type(pin)
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  /** The orders of the day, as their rows. */
  order(number: string): Locator {
    const table = this.page.getByRole('table', { name: 'Orders of the day' })
    return table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: number }) })
  }

  async showOnlyReviews(): Promise<void> {
    const filter = this.page.getByRole('group', { name: 'Which orders' })
    await filter.getByRole('button', { name: /^Needs review/ }).click()
  }

  refused(): Locator {
    return this.page.getByText('Not for this role')
  }
}
