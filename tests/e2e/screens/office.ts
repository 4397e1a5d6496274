import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'
import type { Device } from './device.ts'
import { Login } from './login.ts'
import { escaped } from './money.ts'

/** Where the menu and the restaurant are edited. */
export class Office {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(device: Device, person: DemoPerson, section = ''): Promise<Office> {
    const page = await device.tab(`/office${section === '' ? '' : `/${section}`}`)
    await new Login(page).as(person)
    const office = new Office(page)
    await page.getByRole('heading', { name: 'Back office' }).waitFor()
    return office
  }

  async goTo(section: string): Promise<void> {
    const sections = this.page.getByRole('group', { name: 'What to edit' })
    await sections.getByRole('button', { name: section, exact: true }).click()
  }

  /** A row of the list, by the name it begins with. */
  row(name: string): Locator {
    return this.page
      .getByRole('listitem')
      .getByRole('button', { name: new RegExp(`^${escaped(name)}(?! up| down)`) })
  }

  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  field(label: string): Locator {
    return this.dialog().getByLabel(label, { exact: true })
  }

  async edit(name: string): Promise<void> {
    await this.row(name).first().click()
    await this.dialog().waitFor()
  }

  async add(kind: string): Promise<void> {
    await this.page.getByRole('button', { name: kind, exact: true }).click()
    await this.dialog().waitFor()
  }

  async fill(fields: { readonly [label: string]: string }): Promise<void> {
    for (const [label, value] of Object.entries(fields)) await this.field(label).fill(value)
  }

  async press(button: string): Promise<void> {
    await this.dialog().getByRole('button', { name: button, exact: true }).click()
  }

  /** Saves, and the form is gone. */
  async save(): Promise<void> {
    await this.press('Save')
    await this.dialog().waitFor({ state: 'hidden' })
  }

  /** Tries to save what cannot be, and gives the words beside the field. */
  async refused(label: string): Promise<string> {
    await this.press('Save')
    await this.dialog().getByRole('alert').waitFor()
    const described = await this.field(label).getAttribute('aria-describedby')
    return this.page.locator(`#${(described ?? '').split(' ').at(-1) ?? ''}`).innerText()
  }

  /** Chooses a file of this text to bring in. */
  async chooseFile(name: string, text: string): Promise<void> {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
    await this.page.getByLabel('Choose a file').setInputFiles(file)
  }

  /** What the browser downloads when the menu is taken out. */
  async exported(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: 'Save as CSV' }).click(),
    ])
    return readFile(await download.path(), 'utf8')
  }
}
