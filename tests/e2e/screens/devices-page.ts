import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'
import type { Device } from './device.ts'
import { Login } from './login.ts'
import { escaped } from './money.ts'

/** The store's devices, and what was set aside. */
export class DevicesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(device: Device, person: DemoPerson): Promise<DevicesPage> {
    const page = await device.tab('/devices')
    await new Login(page).as(person)
    await page.getByRole('heading', { name: 'Devices', exact: true }).waitFor()
    return new DevicesPage(page)
  }

  /** A device by name and letter. */
  row(name: string): Locator {
    return this.page.getByRole('listitem').getByRole('button', { name: new RegExp(`^${escaped(name)}`) })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  dialog(): Locator {
    return this.page.getByRole('dialog').first()
  }

  async openDevice(name: string): Promise<void> {
    await this.row(name).click()
    await this.dialog().waitFor()
  }

  async press(name: string): Promise<void> {
    await this.dialog().getByRole('button', { name, exact: true }).last().click()
  }

  /** The server wants to know who asks. */
  async typePin({ pin }: DemoPerson): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Your PIN, once more' })
    for (const digit of pin) await dialog.getByRole('button', { name: digit, exact: true }).click()
    await dialog.getByRole('button', { name: 'Go on', exact: true }).click()
  }

  /** The code beside its picture. */
  async code(): Promise<string> {
    return this.dialog()
      .getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
      .innerText()
  }
}
