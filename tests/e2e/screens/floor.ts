import type { Locator, Page } from 'playwright-core'

export interface Caller {
  readonly name: string
  readonly contact?: string
  readonly address?: string
}

/** What is done on the floor besides opening a table. */
export class Floor {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Orders that have no table. */
  order(name: string): Locator {
    return this.#page
      .getByRole('region', { name: 'Takeaway & tabs' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
  }

  async newFor(kind: 'delivery' | 'bar tab', { name, contact, address }: Caller): Promise<void> {
    await this.#page.getByRole('button', { name: `New ${kind}` }).click()
    const dialog = this.#page.getByRole('dialog', { name: `New ${kind}` })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    if (contact !== undefined) await dialog.getByRole('textbox', { name: 'Phone' }).fill(contact)
    if (address !== undefined) await dialog.getByRole('textbox', { name: 'Address' }).fill(address)
    await dialog.getByRole('button', { name: 'Open order' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  mine(): Locator {
    return this.#page.getByRole('button', { name: 'Mine' })
  }

  /** Answers how many sit down. */
  async seat(guests: string): Promise<void> {
    const dialog = this.#page.getByRole('dialog', { name: /how many guests/ })
    await dialog.getByRole('button', { name: guests }).click()
  }
}
