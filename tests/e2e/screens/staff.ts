import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'
import type { Login } from './login.ts'
import type { Office } from './office.ts'

/** People in the back office, and the PIN that the server wants for them. */
export class Staff {
  readonly #office: Office

  constructor(office: Office) {
    this.#office = office
  }

  /** The dialog over the form: whoever is logged in types their PIN once more. */
  pinDialog(): Locator {
    return this.#office.page.getByRole('dialog', { name: 'Your PIN, once more' })
  }

  async typeOwnPin({ user }: DemoPerson, pin: string): Promise<void> {
    const dialog = this.pinDialog()
    await dialog.getByRole('heading', { name: user.name }).waitFor()
    for (const digit of pin) await dialog.getByRole('button', { name: digit, exact: true }).click()
    await dialog.getByRole('button', { name: 'Go on', exact: true }).click()
  }

  pinRefusal(): Locator {
    return this.pinDialog().getByRole('alert')
  }

  async formGone(): Promise<void> {
    await this.#office.dialog().waitFor({ state: 'hidden' })
  }

  /** Somebody who is not of the demo café. */
  async loginAs(login: Login, page: Page, name: string, role: string, pin: string): Promise<void> {
    await page.getByRole('button', { name: new RegExp(`^${name}\\s*${role}`) }).click()
    await login.typePin(pin)
    await page.getByRole('button', { name: `${name}, ${role}: menu` }).waitFor()
  }
}
