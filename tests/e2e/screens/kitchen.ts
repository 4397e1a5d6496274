import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'
import type { Device } from './device.ts'
import { Login } from './login.ts'

type State = 'pending' | 'preparing' | 'ready'

/** The screen above the stove. */
export class Kitchen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(device: Device, person: DemoPerson): Promise<Kitchen> {
    const page = await device.tab('/kitchen')
    await new Login(page).as(person)
    const kitchen = new Kitchen(page)
    await page.getByRole('heading', { name: 'Kitchen', exact: true }).waitFor()
    await kitchen.connected().waitFor()
    return kitchen
  }

  connected(): Locator {
    return this.page.getByText('Connected', { exact: true })
  }

  /** The card of an order. */
  ticket(number: string, state?: State): Locator {
    const end = state === undefined ? '' : `${state}$`
    return this.page.getByRole('article', { name: new RegExp(`^${number}, .*${end}`) })
  }

  async start(number: string): Promise<void> {
    await this.page.getByRole('button', { name: `Start ${number}` }).click()
  }

  async ready(number: string): Promise<void> {
    await this.page.getByRole('button', { name: `Ready ${number}` }).click()
  }

  /** A ready order is a card for a moment, then a note at the foot: from both it can be called back. */
  recall(number: string): Locator {
    return this.page.getByRole('button', { name: `Recall ${number}` })
  }

  /** A line of an order: its button tells its state. */
  line(number: string, dish: string): Locator {
    return this.ticket(number).getByRole('listitem').filter({ hasText: dish })
  }

  /** Whose work is shown: a station, all, or the pass. */
  async show(station: string): Promise<void> {
    await this.page.getByRole('group', { name: 'Station' }).getByRole('button', { name: station }).click()
  }

  undo(): Locator {
    return this.page.getByRole('button', { name: 'Undo' })
  }

  async serve(number: string): Promise<void> {
    await this.page.getByRole('button', { name: `Served ${number}` }).click()
  }

  async toggleAllDay(): Promise<void> {
    await this.page.getByRole('button', { name: 'All day' }).click()
  }

  /** How many of each dish the all-day list counts. */
  async allDay(): Promise<readonly string[]> {
    const rows = this.page.getByRole('complementary', { name: 'All day' }).getByRole('listitem')
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
  }
}
