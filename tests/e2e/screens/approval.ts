import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'

/** "Marta asks a manager": what is asked, who says yes, and their PIN. */
export class Approval {
  readonly dialog: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog', { name: / asks a manager$/ })
  }

  approver({ user }: DemoPerson): Locator {
    return this.dialog.getByRole('button', { name: new RegExp(`^\\S*\\s*${user.name}`) })
  }

  async choose(person: DemoPerson): Promise<void> {
    await this.approver(person).click()
    await this.dialog.getByRole('heading', { name: person.user.name }).waitFor()
  }

  /** On a keyboard: what is typed is for the dialog alone. */
  async typePin(pin: string): Promise<void> {
    await this.#page.keyboard.type(pin)
    await this.dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  }

  refusal(): Locator {
    return this.dialog.getByRole('alert')
  }

  async by(person: DemoPerson): Promise<void> {
    await this.choose(person)
    await this.typePin(person.pin)
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
