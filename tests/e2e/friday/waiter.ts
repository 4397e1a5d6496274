import { expect } from 'vitest'
import type { DemoPerson } from '#demo/people.ts'
import { Approval } from '../screens/approval.ts'
import type { Device } from '../screens/device.ts'
import { Discounts } from '../screens/discounts.ts'
import { History, RefundDialog } from '../screens/history.ts'
import { plain } from '../screens/money.ts'
import { SOON } from '../screens/patience.ts'
import { leonor } from '../screens/people.ts'
import { SplitBill } from '../screens/split.ts'
import { Till } from '../screens/till.ts'
import type { Sent } from './kitchen-hand.ts'
import { CALLED_OUT, type PlannedOrder } from './plan.ts'
import { dueOf, refundOf } from './sums.ts'

/** Somebody with a till in the hand, who does what the plan says and nothing else. */
export class Waiter {
  readonly till: Till
  readonly #approval: Approval
  readonly #discounts: Discounts
  readonly #split: SplitBill

  private constructor(till: Till) {
    this.till = till
    this.#approval = new Approval(till.page)
    this.#discounts = new Discounts(till.page)
    this.#split = new SplitBill(till.page)
  }

  static async open(device: Device, person: DemoPerson): Promise<Waiter> {
    const till = await Till.open(device, person)
    await till.tapNoticesAway()
    return new Waiter(till)
  }

  /** From the table to the kitchen; the guests eat now. Gives the order's number. */
  async take(order: PlannedOrder): Promise<string> {
    const { till } = this
    const number = order.table === null ? await till.newTakeaway() : await till.openTable(order.table)
    await till.showMenu()
    await this.#eightySix(order)
    for (const { dish, qty } of order.lines)
      for (let n = 0; n < qty; n += 1) await till.dish(dish.name).click()
    await till.showSlip()
    for (const { dish, qty } of order.lines)
      await expect.poll(() => till.quantityOf(dish.name), SOON).toBe(qty)
    await till.send()
    // Takeaway is paid at once.
    if (order.table === null) return number
    await till.showMenu()
    await till.backToTables()
    return number
  }

  /** The bill, as the guests want it, to the last cent; and money back to who does not like it. */
  async settle({ number, order }: Sent): Promise<void> {
    const { till } = this
    if (order.table !== null) expect(await till.openTable(order.table)).toBe(number)
    await this.#strike(order)
    await till.goToPay()
    await this.#takeOff(order)
    await expect.poll(() => till.leftToPay(), SOON).toBe(dueOf(order))
    await this.#pay(order)
    await till.paid().waitFor()
    await till.backToTables()
    if (order.refund !== null) await this.#refund(number, order)
  }

  async #eightySix({ eightySix }: PlannedOrder): Promise<void> {
    const { menu, page } = this.till
    if (eightySix === 'call') {
      await this.till.dish(CALLED_OUT).click({ button: 'right' })
      await page.getByRole('dialog', { name: CALLED_OUT }).getByRole('button', { name: '86 now' }).click()
    }
    if (eightySix !== null)
      await menu.getByRole('button', { name: new RegExp(`^${CALLED_OUT}.*sold out`) }).waitFor()
  }

  async #strike({ voided }: PlannedOrder): Promise<void> {
    if (voided === null) return
    const { name } = voided.line.dish
    await this.till.void(name, 'Wrong item', voided.wasted ? 'Made, thrown away' : 'Not made')
    await this.#approval.by(leonor)
    await this.till.line(name).waitFor({ state: 'detached' })
  }

  async #takeOff({ discount, comped }: PlannedOrder): Promise<void> {
    if (discount > 0) {
      await this.#discounts.open()
      await this.#discounts.percent(discount, 'Regular guest')
      if (discount > 10) await this.#approval.by(leonor)
    }
    if (comped !== null) {
      await this.#discounts.open()
      await this.#discounts.comp(comped.dish.name, 'Apology')
      await this.#approval.by(leonor)
    }
    await this.#discounts.dialog.waitFor({ state: 'hidden' })
  }

  async #pay({ ways, method }: PlannedOrder): Promise<void> {
    const { till } = this
    if (ways === 1) return method === 'Cash' ? till.payExact() : till.payByCard()
    await this.#split.equally(ways)
    for (let check = 1; check <= ways; check += 1) await this.#split.pay(`Check ${check}`, method)
  }

  async #refund(number: string, order: PlannedOrder): Promise<void> {
    const { page, floor } = this.till
    const history = new History(page)
    await history.open()
    const bill = await history.show(number)
    await bill.button('Refund').click()
    const refund = new RefundDialog(page)
    await refund.kind(order.refund === 'all' ? 'All of it' : 'By line')
    if (order.refund !== null && order.refund !== 'all') await refund.more(order.refund.dish.name)
    await refund.reason('Not good')
    await refund.give(`€${plain(refundOf(order))}`)
    await this.#approval.by(leonor)
    await refund.dialog.getByText('Hand the guest').waitFor()
    await refund.close()
    await page.getByRole('navigation').getByRole('link', { name: 'Till' }).click()
    await floor.waitFor()
  }
}
