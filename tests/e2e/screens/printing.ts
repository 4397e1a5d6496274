import type { Locator, Page } from 'playwright-core'

/** The print queue on a till. */
export class PrintQueue {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The sign in the header: how much of what concerns this person is not printed. */
  sign(count: number): Locator {
    return this.page.getByRole('link', { name: `${count} not printed` })
  }

  toast(text: RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text })
  }

  async open(count: number): Promise<void> {
    await this.sign(count).click()
    await this.page.getByRole('heading', { name: 'Print queue' }).waitFor()
  }

  /** From wherever this person is. */
  async fromMenu(): Promise<void> {
    await this.page.getByRole('button', { name: /: menu$/ }).click()
    await this.page.getByRole('menuitem', { name: 'Print queue' }).click()
    await this.page.getByRole('menu').waitFor({ state: 'detached' })
    await this.page.getByRole('heading', { name: 'Print queue' }).waitFor()
  }

  /** What is said of the printer that hangs on this device. */
  own(): Locator {
    return this.page.getByRole('region', { name: 'Printer of this device' })
  }

  async connect(way: string): Promise<void> {
    await this.own()
      .getByRole('button', { name: `Connect by ${way}` })
      .click()
    if (way === 'serial port') await this.own().getByRole('button', { name: 'Choose the port' }).click()
  }

  async disconnect(): Promise<void> {
    await this.own().getByRole('button', { name: 'Disconnect' }).click()
  }

  async test(printer: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^Test print on ${printer}`) }).click()
  }

  async printNow(order: string): Promise<void> {
    await this.job(order).getByRole('button', { name: 'Print now' }).click()
  }

  job(order: string): Locator {
    return this.page.getByRole('listitem', { name: new RegExp(`^${order}( |$)`) })
  }

  async printOn(order: string, printer: string): Promise<void> {
    await this.job(order).getByRole('button', { name: 'Another printer' }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: printer }).click()
  }

  async giveUp(order: string, why: string): Promise<void> {
    await this.job(order).getByRole('button', { name: 'Give up' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: why }).click()
    await dialog.getByRole('button', { name: 'Give up' }).click()
  }

  empty(): Locator {
    return this.page.getByText('Everything is printed')
  }
}
