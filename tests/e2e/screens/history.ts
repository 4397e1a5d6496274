import type { Locator, Page } from 'playwright-core'
import { escaped } from './money.ts'

/** The list of all orders, and the page of one of them. */
export class History {
  readonly page: Page
  readonly list: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('region', { name: 'Orders found' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Orders' }).click()
    await this.list.waitFor()
  }

  row(number: string): Locator {
    return this.list.getByRole('button', { name: new RegExp(`^${escaped(number)}`) })
  }

  /** One of All, Open, Paid, Refunded, Cancelled. */
  async only(state: string): Promise<void> {
    const group = this.page.getByRole('group', { name: 'Which orders' })
    await group.getByRole('button', { name: state, exact: true }).click()
  }

  async search(words: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(words)
  }

  async show(number: string): Promise<OrderPage> {
    await this.row(number).click()
    const article = this.page.getByRole('article', { name: `Order ${number}` })
    await article.waitFor()
    return new OrderPage(article)
  }
}

/** What was on an order, who paid, and what happened to it. */
export class OrderPage {
  readonly article: Locator
  readonly lines: Locator
  readonly payments: Locator
  readonly story: Locator

  constructor(article: Locator) {
    this.article = article
    this.lines = article.getByRole('region', { name: 'Lines' })
    this.payments = article.getByRole('region', { name: 'Payments' })
    this.story = article.getByRole('region', { name: 'What happened' })
  }

  button(name: string | RegExp): Locator {
    return this.article.getByRole('button', { name })
  }

  /** An action of the story, by its words. */
  told(words: string | RegExp): Locator {
    return this.story.getByRole('listitem').filter({ hasText: words })
  }
}

/** Money back: how much, why, and how. */
export class RefundDialog {
  readonly dialog: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^Money back/ })
  }

  /** One of By line, An amount, All of it. */
  async kind(name: string): Promise<void> {
    await this.dialog.getByText(name, { exact: true }).click()
  }

  async more(dish: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `One ${dish} more` }).click()
  }

  async reason(words: string): Promise<void> {
    await this.dialog.getByRole('button', { name: words, exact: true }).click()
  }

  async give(amount: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Give back ${amount}` }).click()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
