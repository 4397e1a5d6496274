import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices } from './screens/device.ts'
import { Discounts } from './screens/discounts.ts'
import { Office } from './screens/office.ts'
import { SYNCED } from './screens/patience.ts'
import { joaquim, leonor, marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

/** How soon an open till must show what the back office changed. */
const AT_ONCE = { timeout: 2_000 }

let cafe: Cafe
let office: Office
let till: Till
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  office = await Office.open(await devices.open(cafe.origin), leonor)
  till = await Till.open(await devices.open(cafe.origin), marta)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('what moves a price, in the back office', () => {
  it('[LEVEL3] [PRICE9] counts for the next order, and an open one keeps what it was taken at', async () => {
    await till.newTakeaway()
    await till.add('Espresso')
    await addHappyHour()
    await addStudents()
    await addBag()
    // The till hears of things in the order in which they were saved.
    await office.goTo('Menu')
    await office.edit('Francesinha')
    await office.fill({ Price: '19.99' })
    await office.save()
    await till.dish('Francesinha').getByText('€19.99').waitFor(AT_ONCE)
    await till.dish('Espresso').getByText('€0.90').waitFor(AT_ONCE)

    expect(await till.goToPay()).toBe(120)
    await till.payExact()
    await till.backToTables()
    await till.newTakeaway()
    await till.add('Espresso')
    await till.slip.getByText('Bag', { exact: true }).waitFor()
    // 1.20 a quarter off, and a bag.
    expect(await till.goToPay()).toBe(90 + 20)
    const discounts = new Discounts(till.page)
    await discounts.open()
    await discounts.dialog.getByRole('button', { name: 'Students' }).click()
    await discounts.reason('Regular guest')
    await discounts.dialog.getByRole('button', { name: 'Give 7.5 % off' }).click()
    await discounts.dialog.waitFor({ state: 'hidden' })
    // 7.5 % of 0.90 is 6.75, rounded to the cent.
    await expect.poll(() => till.leftToPay(), SYNCED).toBe(90 - 7 + 20)
    await till.payExact()
    await till.backToTables()
  })

  it('[RECORD8] of two people who edit one charge, the second hears of the first and chooses', async () => {
    const other = await Office.open(await devices.open(cafe.origin), joaquim, 'charges')
    await office.goTo('Charges')
    await Promise.all([office.edit('Bag'), other.edit('Bag')])
    await other.fill({ Amount: '0.25' })
    await other.save()
    // Behind the form the list says when the other's change is here.
    const rows = office.page.getByRole('listitem', { includeHidden: true })
    await rows.filter({ hasText: 'Bag€0.25' }).waitFor(SYNCED)
    await office.fill({ Amount: '0.30' })
    await office.press('Save')
    await office.dialog().getByText('Joaquim changed this while it was open here').waitFor()
    await office.press('Keep theirs')
    await office.dialog().waitFor({ state: 'hidden' })
    await office.row('Bag').getByText('€0.25').waitFor()
    await other.page.close()
  })

  it('goes out of use and stays in the list', async () => {
    await office.goTo('Price lists')
    await office.edit('Happy hour')
    await office.press('Take out of use')
    await office.row('Happy hour').getByText('Out of use').waitFor()
    await office.goTo('Charges')
    await office.edit('Bag')
    await office.press('Take out of use')
    await office.row('Bag').getByText('Out of use').waitFor()
    await till.newTakeaway()
    await till.add('Espresso')
    expect(await till.goToPay()).toBe(120)
  })
})

async function addHappyHour(): Promise<void> {
  await office.goTo('Price lists')
  await office.add('New price list')
  await office.fill({ Name: 'Happy hour', From: '17:00' })
  await office.press('Save')
  await office.dialog().getByText('Add what has another price then.').waitFor()
  await office.field('Add items…').selectOption({ label: 'All of Coffee' })
  expect(await office.refused('From')).toBe('Type both times, such as 17:00 and 19:00, or neither.')
  await expectAccessible(office.page)
  await office.fill({ From: '' })
  await office.fill({ 'Percent off the menu’s prices': '25' })
  await office.press('Set the prices')
  await office.save()
  await office
    .row('Happy hour')
    .getByText(/^All day · \d+ prices$/)
    .waitFor()
}

async function addStudents(): Promise<void> {
  await office.goTo('Discounts')
  await office.add('New discount')
  await office.fill({ Name: 'Students', Percent: '0' })
  expect(await office.refused('Percent')).toBe('Type a percentage above 0 and up to 100, such as 12.5.')
  await office.fill({ Percent: '7,5' })
  await office.save()
  await office.row('Students').getByText('7.5 % off').waitFor()
}

async function addBag(): Promise<void> {
  await office.goTo('Charges')
  await office.add('New charge')
  await office.fill({ Name: 'Bag' })
  await office.field('How much').selectOption({ label: 'A fixed amount' })
  await office.fill({ Amount: '0.20' })
  await office.field('Takeaway').check()
  await expectAccessible(office.page)
  await office.save()
  await office.row('Bag').getByText('€0.20').waitFor()
}
