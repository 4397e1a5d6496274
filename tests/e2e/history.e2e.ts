import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { minor } from '../../src/domain/money/money.ts'
import { record } from '../../src/server/store.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Approval } from './screens/approval.ts'
import { Devices } from './screens/device.ts'
import { History, RefundDialog } from './screens/history.ts'
import { SOON, SYNCED } from './screens/patience.ts'
import { marta, leonor } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let till: Till
let history: History
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  till = await Till.open(await devices.open(cafe.origin), marta)
  history = new History(till.page)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('the history of orders', () => {
  it('[HIST1] [HIST3] [HIST4] [PAY11] finds an order again, tells its story, changes its tip and prints a copy', async () => {
    const number = await till.openTable('Table 2')
    await till.add('Espresso', 'Croissant')
    await till.send()
    await till.void('Croissant', 'Wrong item')
    await new Approval(till.page).by(leonor)
    await till.line('Croissant').waitFor({ state: 'hidden' })
    await till.goToPay()
    await till.page.getByRole('button', { name: 'Card', exact: true }).click()
    await till.page.getByRole('button', { name: 'Tip: €0.00. Change it' }).click()
    await till.page.getByRole('dialog').getByRole('button', { name: '10 % · €0.12' }).click()
    await till.payByCard()
    await till.backToTables()
    const other = await till.newTakeaway()
    await till.add('Espresso')

    await history.open()
    await history.row(number).waitFor()
    await history.row(other).waitFor()
    await history.only('Open')
    await history.row(number).waitFor({ state: 'hidden' })
    await history.only('All')
    await history.search('table 2')
    await history.row(other).waitFor({ state: 'hidden' })

    const order = await history.show(number)
    await order.lines.getByText('1 voided: Wrong item').waitFor()
    await order.told(`Opened ${number} · Eat in · 2 guests`).waitFor()
    await order.told('Sent 1 × Espresso, 1 × Croissant').waitFor()
    const voided = order.told('Voided, not made: 1 × Croissant')
    await expect.poll(() => voided.innerText(), SOON).toContain('Reason: Wrong item · Approved by Leonor')
    await order.told('Paid in full').waitFor()
    await expectAccessible(till.page)

    await order.told('Took €1.32, Card').getByText('tip €0.12').waitFor()
    await order.button('Change the tip').click()
    await till.page.keyboard.type('200')
    await till.page.getByRole('dialog').getByRole('button', { name: 'Tip €2.00' }).click()
    await order.payments.getByText('tip €2.00').waitFor()
    await order.told('Tip is now €2.00').waitFor()

    await order.button('Print copy 1').click()
    await order.told('Sent copy 1 of the receipt to the printer').waitFor()
    await order.button('Print copy 2').waitFor()
    const printed = () => cafe.printer.tickets().filter(({ text }) => text.includes(number))
    await expect.poll(() => printed().filter(({ text }) => text.includes('COPY 1')).length, SOON).toBe(1)
  })

  it('[REFUND1] [REFUND2] gives money back for a line, with a manager’s yes, and never more than was paid', async () => {
    await history.search('')
    const number = await paidTakeaway('Cola', 'Croissant')
    await history.open()
    const order = await history.show(number)
    await order.button('Refund').click()
    const refund = new RefundDialog(till.page)
    await refund.kind('An amount')
    await till.page.keyboard.type('9999')
    await refund.dialog.getByText(/^At most €[\d.]+ of this payment can be given back/).waitFor()
    await refund.kind('By line')
    await refund.more('Cola')
    await refund.reason('Not good')
    await expectAccessible(till.page)
    await refund.give('€2.50')
    // Whoever thinks better of asking is back where they were, and nothing is lost.
    const approval = new Approval(till.page)
    await approval.dialog.waitFor()
    await till.page.keyboard.press('Escape')
    await approval.dialog.waitFor({ state: 'hidden' })
    await refund.give('€2.50')
    await new Approval(till.page).by(leonor)
    await refund.dialog.getByText('Hand the guest').waitFor()
    await refund.close()

    await order.payments.getByText('Given back, Not good').waitFor()
    await order.told('Gave back €2.50, Cash').getByText('Approved by Leonor').waitFor()
    await history.only('Refunded')
    await expect.poll(() => history.row(number).innerText(), SOON).toContain('Refunded €2.50')
    await expect.poll(() => history.list.getByRole('button').count(), SOON).toBe(1)
  })

  it('[REVIEW12] [REVIEW13] says which line is doubted, and a manager says why its price is right', async () => {
    await history.search('')
    await history.only('All')
    const number = await paidTakeaway('Cola')
    await doubt(cafe, number, 300)
    await history.open()
    const order = await history.show(number)
    await till.page
      .getByText(/^A line costs less than the menu asks\.Cola at €2\.50, the menu says €3\.00/)
      .waitFor()
    await expectAccessible(till.page)
    await order.button('The price is right…').click()
    const dialog = till.page.getByRole('dialog', { name: 'Cola at €2.50' })
    await dialog.getByRole('button', { name: 'The menu was wrong' }).click()
    await expectAccessible(till.page)
    await dialog.getByRole('button', { name: 'It is right' }).click()
    await new Approval(till.page).by(leonor)
    await dialog.waitFor({ state: 'hidden' })
    await till.page.getByText('A line costs less than the menu asks.').waitFor({ state: 'hidden' })
    await order.told('€2.50 is right for 1 × Cola').getByText('Approved by Leonor').waitFor()
  })
})

/** What the store's server writes of a line whose price is below its menu. */
async function doubt({ server }: Cafe, number: string, menu: number): Promise<void> {
  const { hub } = server()
  const inStore = () =>
    hub.replica.db
      .selectFrom('order_items')
      .innerJoin('orders', 'orders.id', 'order_items.order_id')
      .where('orders.number', '=', number)
      .where('orders.status', '=', 'closed')
      .select(['order_items.id', 'order_items.unit_price'])
      .execute()
  await expect.poll(async () => (await inStore()).length, SYNCED).toBe(1)
  for (const { id, unit_price: price } of await inStore()) {
    const unitPrice = minor(price)
    const payload = { unitPrice, asked: unitPrice, menu: minor(menu), device: 'Till', person: 'Marta' }
    const event = { type: 'item_price_doubted', payload } as const
    hub.announce(await record(hub.replica, [{ ent: { type: 'item', id }, event }]))
  }
}

/** Sold at the till for exact cash; gives its number. */
async function paidTakeaway(...names: readonly string[]): Promise<string> {
  await till.page.getByRole('navigation').getByRole('link', { name: 'Till' }).click()
  const number = await till.newTakeaway()
  await till.add(...names)
  await till.goToPay()
  await till.payExact()
  return number
}
