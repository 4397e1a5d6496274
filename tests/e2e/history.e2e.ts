import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Approval } from './screens/approval.ts'
import { Devices } from './screens/device.ts'
import { History, RefundDialog } from './screens/history.ts'
import { SOON } from './screens/patience.ts'
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
  it('[HIST1] [HIST3] [HIST4] finds an order again, tells its story, and prints a copy of its receipt', async () => {
    const number = await till.openTable('Table 2')
    await till.add('Espresso', 'Croissant')
    await till.send()
    await till.void('Croissant', 'Wrong item')
    await new Approval(till.page).by(leonor)
    await till.line('Croissant').waitFor({ state: 'hidden' })
    await till.goToPay()
    await till.payExact()
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
    expect(await voided.innerText()).toContain('Reason: Wrong item · Approved by Leonor')
    await order.told('Paid in full').waitFor()
    await expectAccessible(till.page)

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
    await new Approval(till.page).by(leonor)
    await refund.dialog.getByText('Hand the guest').waitFor()
    await refund.close()

    await order.payments.getByText('Given back, Not good').waitFor()
    await order.told('Gave back €2.50, Cash').getByText('Approved by Leonor').waitFor()
    await history.only('Refunded')
    expect(await history.row(number).innerText()).toContain('Refunded €2.50')
    expect(await history.list.getByRole('button').count()).toBe(1)
  })
})

/** Sold at the till for exact cash; gives its number. */
async function paidTakeaway(...names: readonly string[]): Promise<string> {
  await till.page.getByRole('navigation').getByRole('link', { name: 'Till' }).click()
  const number = await till.newTakeaway()
  await till.add(...names)
  await till.goToPay()
  await till.payExact()
  return number
}
