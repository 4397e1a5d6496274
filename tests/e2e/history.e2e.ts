import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Approval } from './screens/approval.ts'
import { Devices } from './screens/device.ts'
import { History } from './screens/history.ts'
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
})
