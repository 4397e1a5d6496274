import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'
import type { Device } from './device.ts'
import { Login } from './login.ts'
import { cents } from './money.ts'

type Section = 'Drawer' | 'Check out' | 'Day'

/** Drawers, check-outs and the close of the day. */
export class Shifts {
  readonly page: Page
  readonly result: Locator
  readonly drawerCash: (name: string) => Locator

  constructor(page: Page) {
    this.page = page
    this.result = page.getByRole('region', { name: 'The count' })
    this.drawerCash = (name) => page.getByRole('region', { name, exact: true })
  }

  /** A new tab with somebody logged in. */
  static async open(device: Device, person: DemoPerson, path = '/drawer'): Promise<Shifts> {
    const page = await device.tab(path)
    await new Login(page).as(person)
    const shifts = new Shifts(page)
    await page.getByRole('heading', { name: 'Cash and day' }).waitFor()
    return shifts
  }

  async goTo(section: Section): Promise<void> {
    const sections = this.page.getByRole('group', { name: 'What to do' })
    await sections.getByRole('button', { name: section, exact: true }).click()
  }

  async type(amount: number, within: Page | Locator = this.page): Promise<void> {
    for (const digit of String(amount)) {
      await within.getByRole('button', { name: digit, exact: true }).click()
    }
  }

  async openDrawer(float: number): Promise<void> {
    await this.page.getByRole('heading', { name: /^Open the drawer/ }).waitFor()
    await this.type(float)
    await this.page.getByRole('button', { name: /^Open with €/ }).click()
    await this.page.getByRole('button', { name: 'Count and close' }).waitFor()
  }

  /** The form of a paid-in, paid-out, drop or tip-out. */
  async startMove(kind: string, amount: number): Promise<Locator> {
    const actions = this.page.getByRole('group', { name: 'Move cash' })
    await actions.getByRole('button', { name: kind, exact: true }).click()
    const dialog = this.page.getByRole('dialog')
    await this.type(amount, dialog)
    return dialog
  }

  /** Cash without a sale. `party`: whose hands it goes to. */
  async moveCash(kind: string, amount: number, reason: string, party?: string): Promise<void> {
    const dialog = await this.startMove(kind, amount)
    if (party !== undefined) await dialog.getByRole('textbox', { name: /^Who/ }).fill(party)
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await dialog.getByRole('button', { name: new RegExp(`^${kind} €`) }).click()
  }

  /** Sends it, too, and sees it among the moves. */
  async movedCash(kind: string, amount: number, reason: string, party?: string): Promise<void> {
    await this.moveCash(kind, amount, reason, party)
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await this.page.getByRole('listitem').filter({ hasText: reason }).waitFor()
  }

  /** Types how many there are of each face value and is done. */
  async count(pieces: { readonly [face: string]: number }): Promise<void> {
    await this.page.getByRole('button', { name: /^(Count and close|Count again)$/ }).click()
    await this.page.getByRole('form', { name: 'Count the drawer' }).waitFor()
    for (const [face, count] of Object.entries(pieces)) {
      await this.page.getByRole('textbox', { name: `Pieces of ${face}`, exact: true }).fill(String(count))
    }
    await this.page.getByRole('button', { name: 'Done counting' }).click()
    await this.result.waitFor()
  }

  /** An amount of a list or sheet, by its name. */
  async amount(within: Locator, name: string): Promise<number> {
    return cents(await this.text(within, name))
  }

  async text(within: Locator, name: string): Promise<string> {
    const terms = await within.getByRole('term').allInnerTexts()
    const values = await within.getByRole('definition').allInnerTexts()
    const at = terms.findIndex((term) => term.split('\n')[0] === name)
    if (at < 0) throw new Error(`assertion failed: "${name}" is not among ${terms.join(', ')}`)
    return values[at] ?? ''
  }

  /** An X, a Z or what came late. */
  sheet(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name })
  }

  check(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'Before the day is closed' })
      .getByRole('listitem')
      .filter({ hasText: name })
  }

  async closeDay(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close the day' }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: 'Write the Z report' }).click()
    await this.page.getByText('This day is closed').waitFor()
  }
}
