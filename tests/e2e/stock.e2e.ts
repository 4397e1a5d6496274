import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Approval } from './screens/approval.ts'
import { Devices } from './screens/device.ts'
import { Office } from './screens/office.ts'
import { SYNCED } from './screens/patience.ts'
import { leonor, marta } from './screens/people.ts'
import { Stock } from './screens/stock.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let stock: Stock
let office: Office
let till: Till
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  const desk = await devices.open(cafe.origin)
  office = await Office.open(desk, leonor)
  stock = await Stock.open(desk, leonor)
  till = await Till.open(await devices.open(cafe.origin), marta)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('the stock', () => {
  it('[STOCK1] [STOCK2] [STOCK4] falls by the recipe as dishes are sent, and rises with a delivery', async () => {
    await stock.page.bringToFront()
    await stock.page.getByRole('button', { name: 'New ingredient', exact: true }).click()
    const pack = { 'Bought as': 'Bottle', 'One holds (ml)': '750', 'One costs': '4.50', 'Low at (ml)': '750' }
    const editor = stock.dialog('New ingredient')
    await editor.getByLabel('Measured by').selectOption('ml')
    await stock.finish(editor, { Name: 'Hazelnut syrup', ...pack }, 'Save')
    await stock.shows('Hazelnut syrup', '0 ml')
    await expectAccessible(stock.page)
    const delivery = await stock.begin('Delivery')
    await expectAccessible(stock.page)
    const bottles = { 'Hazelnut syrup: Bottle of 750 ml': '2', 'Hazelnut syrup: cost of it all': '9.80' }
    await stock.finish(delivery, { Supplier: 'Torra Lisboa', ...bottles }, 'Take it in')
    await stock.shows('Hazelnut syrup', '1.5 l')

    await office.page.bringToFront()
    await office.edit('Americano')
    await office.field('Add an ingredient').selectOption({ label: 'Hazelnut syrup' })
    await office.fill({ 'Hazelnut syrup, ml': '25' })
    await office.save()
    await till.page.bringToFront()
    await till.newTakeaway()
    await till.add('Americano', 'Americano')
    await till.send()
    await stock.page.bringToFront()
    await stock.shows('Hazelnut syrup', '1.45 l')
  })

  it('[STOCK5] [STOCK6] [STOCK8] goes by what was counted, loses what was wasted, and takes a slip back', async () => {
    await stock.finish(await stock.begin('Count'), { 'Hazelnut syrup: ml': '400' }, 'Save what was found')
    await stock.shows('Hazelnut syrup', '400 ml')
    await stock.row('Hazelnut syrup').getByText('Low', { exact: true }).waitFor()
    const waste = await stock.begin('Waste')
    await waste.getByRole('button', { name: 'Dropped', exact: true }).click()
    await stock.finish(waste, { 'Hazelnut syrup: ml': '150' }, 'Take it off')
    await stock.shows('Hazelnut syrup', '250 ml')

    await stock.row('Hazelnut syrup').click()
    const detail = stock.dialog('Hazelnut syrup')
    await detail.getByText('Delivery · Torra Lisboa').waitFor()
    await expectAccessible(stock.page)
    await detail.getByRole('button', { name: /^Take back: Waste/ }).click()
    const slip = stock.dialog('Take it back?')
    await slip.getByRole('button', { name: 'Typed wrong', exact: true }).click()
    await stock.finish(slip, {}, 'Take it back')
    await detail.getByText('400 ml', { exact: true }).waitFor()
    await detail.getByRole('switch', { name: 'With what was sold' }).check()
    await detail.getByText('Sold · Americano').first().waitFor()
    await stock.close(detail)
    await stock.shows('Hazelnut syrup', '400 ml')
  })

  it('[STOCK10] [STOCK11] takes off by itself what cannot be made, until somebody sees some or it is delivered', async () => {
    await office.page.bringToFront()
    await office.goTo('Settings')
    await office.page.getByRole('switch', { name: 'What cannot be made any more is 86 by itself' }).check()
    await office.page.getByRole('button', { name: 'Save', exact: true }).click()
    await office.page.getByText('Saved').waitFor()
    await stock.page.bringToFront()
    await stock.finish(await stock.begin('Count'), { 'Hazelnut syrup: ml': '20' }, 'Save what was found')

    await till.page.bringToFront()
    const dish = till.menu.getByRole('button', { name: /^Americano/ })
    const sheet = till.page.getByRole('dialog', { name: 'Americano' })
    await dish.getByText('86', { exact: true }).waitFor(SYNCED)
    await dish.click()
    await sheet.getByText(/too little Hazelnut syrup/).waitFor()
    await expectAccessible(till.page)
    await sheet.getByRole('button', { name: 'Sell anyway' }).click()
    await dish.getByText('86', { exact: true }).waitFor({ state: 'hidden' })

    await stock.page.bringToFront()
    await stock.finish(await stock.begin('Count'), { 'Hazelnut syrup: ml': '10' }, 'Save what was found')
    await till.page.bringToFront()
    await dish.getByText('86', { exact: true }).waitFor(SYNCED)
    await stock.page.bringToFront()
    await stock.finish(
      await stock.begin('Delivery'),
      { 'Hazelnut syrup: Bottle of 750 ml': '1' },
      'Take it in',
    )
    await till.page.bringToFront()
    await dish.getByText('86', { exact: true }).waitFor({ ...SYNCED, state: 'hidden' })
  })

  it('[STOCK12] tells what a count found beside what should have been there', async () => {
    await stock.page.bringToFront()
    await stock.finish(await stock.begin('Count'), { 'Hazelnut syrup: ml': '700' }, 'Save what was found')
    await stock.page.getByRole('button', { name: 'Variance', exact: true }).click()
    const sheet = stock.dialog('Variance')
    const syrup = sheet.getByRole('listitem').filter({ hasText: 'Hazelnut syrup' })
    // 10 ml were there and a bottle came: 60 ml are gone, and nobody sold them.
    await syrup.getByText('Found 700 ml, expected 760 ml').waitFor()
    await syrup.getByText('−60 ml').waitFor()
    await expectAccessible(stock.page)
    await stock.close(sheet)
  })

  it('[STOCK14] ingredients come from a table, and a row that is wrong stays out', async () => {
    await stock.page.getByRole('button', { name: 'Bring in CSV', exact: true }).click()
    const sheet = stock.dialog('Bring in CSV')
    const table = 'Name,Unit,Pack size,Pack cost\nSea salt,g,500,0.40\nPepper,kg,1,2\n'
    await sheet.getByLabel('Or paste the table here').fill(table)
    await sheet.getByText('“kg” is no unit: g, ml or piece.').waitFor()
    await expectAccessible(stock.page)
    await sheet.getByRole('button', { name: 'Bring in 1 ingredient', exact: true }).click()
    await sheet.getByText('1 ingredient is in.').waitFor()
    await stock.close(sheet)
    await stock.shows('Sea salt', '0 g')
  })

  it('[STOCK6] [STOCK13] a waiter writes off what was dropped, with a manager’s yes', async () => {
    await till.page.bringToFront()
    await till.page.goto(`${cafe.origin}/waste`)
    const sheet = till.page.getByRole('dialog', { name: 'Waste', exact: true })
    await sheet.getByRole('button', { name: 'Dropped', exact: true }).click()
    await expectAccessible(till.page)
    await sheet.getByLabel('Hazelnut syrup: ml', { exact: true }).fill('100')
    await sheet.getByRole('button', { name: 'Take it off', exact: true }).click()
    await new Approval(till.page).by(leonor)
    await till.page.getByText('It is taken off the stock.').waitFor()
    await stock.page.bringToFront()
    await stock.row('Hazelnut syrup').getByText('600 ml', { exact: true }).waitFor(SYNCED)
  })
})
