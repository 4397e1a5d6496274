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
    this.#figures = page.getByLabel('The day in figures')
  }

  static async open(device: Device, person: DemoPerson): Promise<Report> {
    const page = await device.tab('/reports')
    await new Login(page).as(person)
    const report = new Report(page)
    await page.getByRole('heading', { name: 'Day report' }).waitFor()
    await report.#figures.or(page.getByText('No sales on this day')).first().waitFor()
    return report
  }

  async figures(): Promise<Figures> {
    if (!(await this.#figures.isVisible())) return NO_SALES
    const terms = await this.#figures.getByRole('term').allInnerTexts()
    const values = await this.#figures.getByRole('definition').allInnerTexts()
    const value = (name: string): string => values[terms.findIndex((term) => term.startsWith(name))] ?? ''
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
