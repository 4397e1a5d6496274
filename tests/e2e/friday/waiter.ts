import { expect } from 'vitest'
import { Approval } from '../screens/approval.ts'
import { Discounts } from '../screens/discounts.ts'
import { SOON } from '../screens/patience.ts'
import { leonor } from '../screens/people.ts'
import { SplitBill } from '../screens/split.ts'
import type { Till } from '../screens/till.ts'
import type { PlannedOrder } from './plan.ts'
import { dueOf } from './sums.ts'

/** Somebody with a till in the hand, who does what the plan says and nothing else. */
export class Waiter {
  readonly till: Till
  readonly #approval: Approval
  readonly #discounts: Discounts
  readonly #split: SplitBill

  constructor(till: Till) {
    this.till = till
    this.#approval = new Approval(till.page)
    this.#discounts = new Discounts(till.page)
    this.#split = new SplitBill(till.page)
  }

  /** From the table to the paid bill. `sent`: the kitchen has it now. */
  async serve(order: PlannedOrder, sent: (number: string) => void): Promise<void> {
    const { till } = this
    const number = order.table === null ? await till.newTakeaway() : await till.openTable(order.table)
    await till.readNotices()
    await till.showMenu()
    for (const { dish, qty } of order.lines)
      for (let n = 0; n < qty; n += 1) await till.dish(dish.name).click()
    await till.showSlip()
    for (const { dish, qty } of order.lines)
      await expect.poll(() => till.quantityOf(dish.name), SOON).toBe(qty)
    await till.send()
    sent(number)
    if (order.voided !== null) {
      await till.void(order.voided.name, 'Wrong item')
      await this.#approval.by(leonor)
      await till.line(order.voided.name).waitFor({ state: 'detached' })
    }
    await till.goToPay()
    await this.#takeOff(order)
    await expect.poll(() => till.leftToPay(), SOON).toBe(dueOf(order))
    await this.#pay(order)
    await till.paid().waitFor()
    await till.readNotices()
    await till.backToTables()
  }

  async #takeOff({ discount, comped }: PlannedOrder): Promise<void> {
    if (discount > 0) {
      await this.#discounts.open()
      await this.#discounts.percent(discount, 'Regular guest')
      if (discount > 10) await this.#approval.by(leonor)
    }
    if (comped !== null) {
      await this.#discounts.open()
      await this.#discounts.comp(comped.name, 'Apology')
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
}
