import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices } from './screens/device.ts'
import { Office } from './screens/office.ts'
import { SOON } from './screens/patience.ts'
import { leonor, marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

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

describe('a combo made in the back office', () => {
  it('[COMBO1] [COMBO5] says what its parts lack, and is sold within seconds at its one price', async () => {
    await office.add('New item')
    await office.fill({ Name: 'Small breakfast', Price: '4.00' })
    await office.field('Category').selectOption({ label: 'Coffee' })
    await office.field('VAT 13 %').check()
    await office.press('Make it a combo')
    // What has one price and asks for one dish in each part has no sizes and no modifiers of its own.
    expect(await office.dialog().getByRole('group', { name: 'Sizes' }).count()).toBe(0)
    await office.press('Save')
    await office.dialog().getByText('Type a name.').waitFor()
    await office.dialog().getByText('Add at least one dish that can be chosen here.').waitFor()
    await office.fill({ Part: 'Drink' })
    await office.field('Add a dish to Drink').selectOption({ label: 'Coffee · Espresso' })
    await office.field('Add a dish to Drink').selectOption({ label: 'Coffee · Hot chocolate' })
    await office.fill({ 'Costs more: Hot chocolate': '0.80' })
    await office.press('Add a part')
    await office.field('Part').nth(1).fill('Pastry')
    await office.field('Add a dish to Pastry').selectOption({ label: 'Cakes & pastries · Pastel de nata' })
    await office.field('Pieces in Pastry').selectOption('2')
    await office.press('Move Pastry up')
    expect(await office.field('Part').first().inputValue()).toBe('Pastry')
    await expectAccessible(office.page)
    await office.save()

    await till.newTakeaway()
    const sheet = await till.choose('Small breakfast')
    await sheet.tap('Hot chocolate')
    await expect.poll(() => sheet.addButton().innerText(), SOON).toBe('Add €4.80')
    await sheet.add()
    await till.line('Hot chocolate').getByText('part of Small breakfast').waitFor()
    await till.line('Pastel de nata').getByText('2 pieces each').waitFor()
    expect(await till.goToPay()).toBe(480)
    await till.payExact()
    await till.backToTables()
  })

  it('[COMBO5] is opened as it stands, and is an item like any other without its parts', async () => {
    await office.edit('Small breakfast')
    expect(await office.field('Part').nth(1).inputValue()).toBe('Drink')
    expect(await office.field('Costs more: Hot chocolate').inputValue()).toBe('0.80')
    for (const part of ['Pastry', 'Drink']) await office.press(`Remove ${part}`)
    await office.dialog().getByRole('button', { name: 'Make it a combo' }).waitFor()
    await office.save()
    await till.newTakeaway()
    await till.add('Small breakfast')
    expect(await till.goToPay()).toBe(400)
    await till.payExact()
    await till.backToTables()
  })
})
