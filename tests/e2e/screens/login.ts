import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'

/** "Who is working?" and the PIN pad. */
export class Login {
  readonly title: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.title = page.getByRole('heading', { name: 'Who is working?' })
  }

  tile({ user }: DemoPerson): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`^${user.name}\\s*${user.role}`, 'i') })
  }

  async choose(person: DemoPerson): Promise<void> {
    await this.tile(person).click()
    await this.#page.getByRole('heading', { name: person.user.name }).waitFor()
  }

  async typePin(pin: string): Promise<void> {
    for (const digit of pin) await this.#page.getByRole('button', { name: digit, exact: true }).click()
    await this.#page.getByRole('button', { name: 'Log in', exact: true }).click()
  }

  refusal(): Locator {
    return this.#page.getByRole('alert')
  }

  /** Whose name the header shows. */
  menuOf({ user }: DemoPerson): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`^${user.name}, .*: menu$`) })
  }

  async as(person: DemoPerson): Promise<void> {
    await this.choose(person)
    await this.typePin(person.pin)
    await this.menuOf(person).waitFor()
  }
}
