import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices } from './screens/device.ts'
import { Kitchen } from './screens/kitchen.ts'
import { SYNCED } from './screens/patience.ts'
import { joaquim, marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let till: Till
let kitchen: Kitchen
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  till = await Till.open(await devices.open(cafe.origin), marta)
  kitchen = await Kitchen.open(await devices.open(cafe.origin), joaquim)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('86 from the till', () => {
  it('[LEFT1] [RECORD5] a waiter counts what is left, calls it out and brings it back, and the kitchen sees it', async () => {
    const dish = till.menu.getByRole('button', { name: /^Croissant/ })
    const sheet = till.page.getByRole('dialog', { name: 'Croissant' })
    await kitchen.page.getByRole('button', { name: 'All day' }).click()
    const allDay = kitchen.page.getByRole('complementary', { name: 'All day' })
    await till.newTakeaway()

    await dish.click({ button: 'right' })
    await sheet.getByText('It is on sale.').waitFor()
    await expectAccessible(till.page)
    await till.page.keyboard.type('3')
    await sheet.getByRole('button', { name: 'Count 3' }).click()
    await dish.getByText('3 left').waitFor()
    await till.add('Croissant')
    await till.send()
    await dish.getByText('2 left').waitFor()
    await allDay.getByRole('listitem').filter({ hasText: '2 left' }).waitFor(SYNCED)

    await dish.click({ button: 'right' })
    await sheet.getByRole('button', { name: '86 now' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await dish.getByText('86', { exact: true }).waitFor()
    await allDay.getByRole('listitem').filter({ hasText: '86' }).waitFor(SYNCED)

    await dish.click()
    await sheet.getByText('It is 86: nobody can order it.').waitFor()
    expect(await till.quantityOf('Croissant')).toBe(1)
    await sheet.getByRole('button', { name: 'Back on sale' }).click()
    await dish.getByText('2 left').waitFor()
  })
})
