import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Device } from './screens/device.ts'
import { Login } from './screens/login.ts'
import { Staff } from './screens/staff.ts'
import { Office } from './screens/office.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let device: Device

beforeAll(async () => {
  cafe = await openCafe({ production: true })
  device = await Device.open(cafe.origin)
})

afterAll(async () => {
  await device.close()
  await cafe.close()
})

it('[SETUP1] [SETUP2] an owner opens an empty restaurant in three steps, and sells', async () => {
  const page = await device.tab()
  const next = (): Promise<void> => page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('heading', { name: 'Set your restaurant up' }).waitFor()
  await page.getByLabel('Code of the server').fill(cafe.server().setupCode ?? '')
  await page.getByLabel('Your name').fill('Rui')
  await page.getByLabel('Your PIN', { exact: true }).fill('91826')
  await page.getByLabel('Your PIN once more').fill('91826')
  await next()
  await page.getByText('Six to eight digits.', { exact: true }).waitFor()
  await expectAccessible(page)
  await page.getByLabel('Your PIN', { exact: true }).fill('918264')
  await page.getByLabel('Your PIN once more').fill('918264')
  await next()
  await page.getByLabel('Name of the restaurant').fill('Zum Hirsch')
  await page.getByLabel('Country').selectOption('Germany')
  await page.getByLabel('Time zone').fill('Europe/Berlin')
  await expectAccessible(page)
  await next()
  await page.getByLabel('Number of tables').fill('3')
  await page.getByLabel('Name of this device').fill('Counter')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open the restaurant' }).click()

  await new Staff(new Office(page)).loginAs(new Login(page), page, 'Rui', 'Owner', '918264')
  const till = new Till(page)
  await till.openTable('Table 3')
  await till.add('Espresso')
  expect(await till.goToPay()).toBe(120)
  await till.payExact()
  // That no code was needed was asked first, and Chromium writes the answer down.
  expect(device.takeProblems().filter((text) => !text.includes('/api/pair'))).toEqual([])
})
