import type { Locator, Page } from 'playwright-core'
import type { DemoPerson } from '#demo/people.ts'
import type { Device } from './device.ts'
import { Login } from './login.ts'
import { cents, escaped } from './money.ts'
import { OptionsSheet } from './options-sheet.ts'
import { Safety } from './safety.ts'

/** A till in a waiter's hands. */
export class Till {
  readonly page: Page
  readonly login: Login
  readonly safety: Safety
  readonly floor: Locator
  readonly menu: Locator
  readonly slip: Locator

  constructor(page: Page) {
    this.page = page
    this.login = new Login(page)
    this.safety = new Safety(page)
    this.floor = page.getByRole('region', { name: 'Tables' })
    this.menu = page.getByRole('region', { name: 'Menu categories' })
    this.slip = page.getByRole('region', { name: /^Order / })
  }

  /** A new tab with somebody logged in. */
  static async open(device: Device, person: DemoPerson): Promise<Till> {
    const till = new Till(await device.tab())
    await till.login.as(person)
    await till.floor.waitFor()
    return till
  }

  table(name: string): Locator {
    return this.floor.getByRole('button', { name: new RegExp(`^${escaped(name)}(?!\\d)`) })
  }

  /** Opens a table's order, a new one if it is free. Gives the order's number. */
  async openTable(name: string): Promise<string> {
    await this.table(name).click()
    return this.orderNumber()
  }

  async newTakeaway(): Promise<string> {
    await this.page.getByRole('button', { name: 'New takeaway' }).click()
    return this.orderNumber()
  }

  async orderNumber(): Promise<string> {
    await this.showSlip()
    return ((await this.slip.getAttribute('aria-label')) ?? '').replace('Order ', '')
  }

  /** On a phone the slip is one tap away from the menu; elsewhere both are there. */
  async showSlip(): Promise<void> {
    const bar = this.page.getByRole('button', { name: /^Show order/ })
    await this.slip.or(bar).first().waitFor()
    if (await bar.isVisible()) await bar.click()
    await this.slip.waitFor()
  }

  async showMenu(): Promise<void> {
    const hide = this.page.getByRole('button', { name: 'Back to the menu' })
    if (await hide.isVisible()) await hide.click()
    await this.menu.waitFor()
  }

  /** What is ready or not printed, read and tapped away whenever it lies over what this person wants to tap. */
  async tapNoticesAway(): Promise<void> {
    const ready = this.page.getByRole('status').filter({ hasText: /^Ready/ })
    const notices = ready.or(this.page.getByRole('alert').filter({ hasText: /not printed/i }))
    // They leave by themselves, too: a tap that waited for one to stand still might find it gone.
    const away = (all: readonly Element[]): void =>
      all.forEach((one) => one instanceof HTMLElement && one.click())
    const read = (): Promise<void> => notices.evaluateAll(away)
    await this.page.addLocatorHandler(notices.first(), read, { noWaitAfter: true })
  }

  async backToTables(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Back to tables|Tables)$/ }).click()
    await this.floor.waitFor()
  }

  dish(name: string): Locator {
    return this.menu.getByRole('button', { name: new RegExp(`^${escaped(name)}\\s*€`) })
  }

  /** Taps a dish and sees it on the order, and in what the order comes to: that follows once it is saved. */
  async add(...names: readonly string[]): Promise<void> {
    const sum = this.slip.getByRole('button', { name: /^Pay( €|$)/ })
    for (const name of names) {
      const before = await sum.innerText()
      await this.dish(name).click()
      await this.line(name).waitFor()
      await this.slip.getByRole('button', { name: before, exact: true }).waitFor({ state: 'detached' })
    }
  }

  /** Taps a dish that asks something first, and gives what it asks. */
  async choose(name: string): Promise<OptionsSheet> {
    await this.menu.getByRole('button', { name: new RegExp(`^${escaped(name)}`) }).click()
    return OptionsSheet.of(this.page, name)
  }

  /** The options, place and note of a line that is not sent; of several of that name, the first. */
  async change(name: string): Promise<OptionsSheet> {
    await this.slip
      .getByRole('button', { name: `Change ${name}` })
      .first()
      .click()
    return OptionsSheet.of(this.page, name)
  }

  /** Says for which seat or course the next taps are. */
  async nextFor(place: { readonly Seat?: string; readonly Course?: string }): Promise<void> {
    const button = this.menu.getByRole('button', { name: /^Next items:/ })
    await button.click()
    for (const [group, name] of Object.entries(place)) {
      const row = this.page.getByRole('dialog').getByRole('group', { name: group })
      await row.getByRole('button', { name, exact: true }).click()
    }
    await button.click()
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  /** A line of the order. */
  line(name: string): Locator {
    return this.slip.getByRole('listitem').filter({ hasText: name })
  }

  /** A line with exactly so many of it. */
  lineOf(qty: number, name: string): Locator {
    return this.line(name).filter({ hasText: new RegExp(`^\\s*${qty}(?!\\d)`) })
  }

  /** How many of it are on the order, all its lines together. */
  async quantityOf(name: string): Promise<number> {
    const lines = await this.line(name).allInnerTexts()
    return lines.reduce((sum, text) => sum + Number(/^\s*(\d+)/.exec(text)?.[1]), 0)
  }

  async addNote(dish: string, note: string): Promise<void> {
    const sheet = await this.change(dish)
    await sheet.note().fill(note)
    await sheet.save()
  }

  /** Asks for a void; whether it happens is somebody else's to say for a waiter. */
  async void(dish: string, reason: string, made?: 'Not made' | 'Made, thrown away'): Promise<void> {
    await this.slip.getByRole('button', { name: `Void ${dish}` }).click()
    const dialog = this.page.getByRole('dialog', { name: new RegExp(`^Void .*${escaped(dish)}`) })
    if (made !== undefined) await dialog.getByText(made, { exact: true }).click()
    await dialog.getByRole('button', { name: reason }).click()
    await dialog.getByRole('button', { name: 'Void item' }).click()
  }

  /** Leaves, so that somebody else may log in. */
  async logOut(person: DemoPerson): Promise<void> {
    await this.login.menuOf(person).click()
    await this.page.getByRole('menuitem', { name: 'Log out or switch person' }).click()
    await this.login.title.waitFor()
  }

  sendButton(): Locator {
    return this.slip.getByRole('button', { name: /^Send/ })
  }

  async send(): Promise<void> {
    await this.slip.getByRole('button', { name: /^Send \d+ new items? to the kitchen$/ }).click()
    await this.slip.getByRole('button', { name: 'Send', exact: true, disabled: true }).waitFor()
  }

  /** From the order to the money; gives what is due. */
  async goToPay(): Promise<number> {
    const pay = this.slip.getByRole('button', { name: /^Pay €/ })
    const due = cents(await pay.innerText())
    await pay.click()
    await this.page.getByRole('group', { name: 'Way to pay' }).waitFor()
    return due
  }

  /** What the pay screen says is left, in cents. */
  async leftToPay(): Promise<number> {
    const left = this.page.getByText('Left to pay', { exact: true }).locator('xpath=..')
    return cents(await left.innerText())
  }

  async payCash(given: number): Promise<void> {
    for (const digit of String(given)) {
      await this.page.getByRole('button', { name: digit, exact: true }).click()
    }
    await this.page.getByRole('button', { name: /^Take €[\d,.]+$/ }).click()
    await this.paid().waitFor()
  }

  async payExact(): Promise<void> {
    await this.page.getByRole('button', { name: 'Exact' }).click()
    await this.page.getByRole('button', { name: /^Take €[\d,.]+$/ }).click()
    await this.paid().waitFor()
  }

  async payByCard(): Promise<void> {
    await this.page.getByRole('button', { name: 'Card', exact: true }).click()
    await this.page.getByRole('button', { name: 'Approved' }).click()
    await this.paid().waitFor()
  }

  paid(): Locator {
    return this.page.getByRole('heading', { name: 'Paid', exact: true })
  }

  /** What becomes of this till's sound from now on: `running`, `suspended`. */
  async watchSound(): Promise<readonly string[]> {
    const states: string[] = []
    const devtools = await this.page.context().newCDPSession(this.page)
    devtools.on('WebAudio.contextChanged', ({ context }) => states.push(context.contextState))
    await devtools.send('WebAudio.enable')
    return states
  }

  /** How often this till sounded for something ready. */
  async sounds(): Promise<number> {
    return Number((await this.page.locator('body').getAttribute('data-sound-played')) ?? 0)
  }
}
