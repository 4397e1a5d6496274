import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices, type Device } from './screens/device.ts'
import { Kitchen } from './screens/kitchen.ts'
import { Office } from './screens/office.ts'
import { OptionsSheet } from './screens/options-sheet.ts'
import { SOON, SYNCED } from './screens/patience.ts'
import { leonor, marta, tomas } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let bar: Device
let till: Till
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe({ printing: false })
  bar = await devices.open(cafe.origin)
  till = await Till.open(bar, marta)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

it('[ALLERGEN2] a dish says what the back office stated of it, and that nobody did, never that it is free of it', async () => {
  await till.openTable('Table 1')
  await avoid('nuts')
  const special = dish('Chef’s special')
  const fries = dish('Fries')
  await expect.poll(() => special.textContent(), SOON).toContain('not stated')
  expect(await dish('Granola bowl').textContent()).toMatch(/Nuts/i)
  expect(await fries.textContent()).not.toMatch(/nuts|not stated/i)
  await expectAccessible(till.page)

  const office = await Office.open(await devices.open(cafe.origin), leonor)
  await office.edit('Fries')
  await office.dialog().getByRole('checkbox', { name: 'nuts', exact: true }).check()
  await office.save()
  await expect.poll(() => fries.textContent(), SYNCED).toMatch(/Nuts/i)
  await office.edit('Fries')
  const nuts = office.dialog().getByRole('checkbox', { name: 'nuts', exact: true })
  expect(await nuts.isChecked()).toBe(true)
  await nuts.uncheck()
  await office.save()
  await expect.poll(() => fries.textContent(), SYNCED).toContain('not stated')
  await office.page.close()
  await avoid('nuts')
  await expect.poll(() => fries.textContent(), SOON).not.toContain('not stated')
  await till.backToTables()
})

it('[ALLERGY1] [ALLERGY2] [ALLERGY3] a guest’s allergy is loud in the kitchen, and CHANGED when it is said late', async () => {
  const number = await till.openTable('Table 2')
  await till.add('House burger')
  const sheet = await till.change('House burger')
  await sheet.dialog.getByRole('button', { name: 'Allergy…' }).click()
  await sheet.dialog.getByRole('button', { name: 'sesame' }).click()
  await sheet.dialog.getByRole('alert').getByText('This dish contains sesame').waitFor()
  await sheet.save()
  await till.line('House burger').getByText('ALLERGY: sesame').waitFor()
  await till.add('Greek salad')
  await till.send()

  const stove = await Kitchen.open(await devices.open(cafe.origin), tomas)
  await stove.line(number, 'House burger').getByText('ALLERGY: sesame', { exact: true }).waitFor(SYNCED)
  await stove.line(number, 'House burger').getByText('The dish has sesame', { exact: true }).waitFor()
  const salad = stove.line(number, 'Greek salad')
  await expect.poll(() => salad.innerText(), SOON).not.toContain('ALLERGY')

  await till.slip.getByRole('button', { name: 'Tell the kitchen about Greek salad' }).click()
  const late = await OptionsSheet.of(till.page, 'Greek salad')
  await late.dialog.getByRole('button', { name: 'Allergy…' }).click()
  await late.dialog.getByRole('button', { name: 'nuts', exact: true }).click()
  await late.dialog.getByRole('button', { name: 'Tell the kitchen' }).click()
  await salad.getByText('ALLERGY: nuts', { exact: true }).waitFor(SYNCED)
  await salad.getByText('CHANGED', { exact: true }).waitFor()
  await expectAccessible(stove.page)
})

/** A dish, however it is marked. */
function dish(name: string) {
  return till.menu.locator('button[data-dish]').filter({ hasText: name })
}

/** Says, or takes back, what the asking guest must not eat. */
async function avoid(allergen: string): Promise<void> {
  const filter = till.menu.getByRole('button', { name: /must not eat/ })
  await filter.click()
  const asked = till.page.getByRole('dialog', { name: /must not eat/ })
  await asked.getByRole('button', { name: allergen, exact: true }).click()
  await filter.click()
  await asked.waitFor({ state: 'hidden' })
}
