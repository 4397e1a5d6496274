import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices } from './screens/device.ts'
import { Kitchen } from './screens/kitchen.ts'
import { OrderSheet } from './screens/order-sheet.ts'
import { SOON, SYNCED } from './screens/patience.ts'
import { marta, tomas } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let till: Till
let sheet: OrderSheet
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  till = await Till.open(await devices.open(cafe.origin), marta)
  sheet = new OrderSheet(till.page)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('more for an order', () => {
  it('[ORDER10] moves it to a free table, and the kitchen reads the new one', async () => {
    const kitchen = await Kitchen.open(await devices.open(cafe.origin), tomas)
    const number = await till.openTable('Table 1')
    await till.add('House burger')
    await till.send()
    await kitchen.ticket(number).getByText('Table 1').waitFor()
    await sheet.choose('Move to another table')
    await expect.poll(() => sheet.button(/^Table 1/).isDisabled(), SOON).toBe(true)
    await sheet.button(/^Table 2/).click()
    await sheet.done()
    await till.slip.getByRole('heading', { name: 'Table 2' }).waitFor()
    await kitchen.ticket(number).getByText('Table 2').waitFor()
    await till.backToTables()
    await expect.poll(() => till.table('Table 1').innerText(), SOON).toContain('Free')
    await kitchen.page.close()
  })

  it('[MOVE1] moves chosen lines to another order, and no other', async () => {
    await till.openTable('Table 5')
    await till.add('Cola')
    await till.backToTables()
    await till.openTable('Table 6')
    await till.add('Espresso', 'Croissant')
    await sheet.choose('Move items to another order')
    await sheet.dialog.getByRole('checkbox', { name: /Espresso/ }).check()
    await sheet.button('Move 1 line').click()
    await sheet.button(/^Table 5/).click()
    await sheet.done()
    await till.line('Espresso').waitFor({ state: 'hidden' })
    await till.line('Croissant').waitFor()
    await till.backToTables()
    await till.openTable('Table 5')
    await till.line('Espresso').waitFor()
    await till.backToTables()
  })

  it('[MERGE1] [MERGE3] merges it into another, whose table it then leads to, and takes it apart again', async () => {
    const number = await till.openTable('Table 6')
    await sheet.choose('Merge with another order')
    await sheet.button(/^Merge into Table 5/).click()
    await till.line('Croissant').waitFor()
    await till.line('Cola').waitFor()
    await till.backToTables()
    await expect.poll(() => till.table('Table 6').innerText(), SOON).toContain('with Table 5')
    await till.openTable('Table 6')
    await expect.poll(() => till.slip.getByRole('heading', { name: 'Table 5' }).count(), SOON).toBe(1)
    await sheet.open()
    await sheet.button(new RegExp(`^Take Table 6 ${number} apart`)).click()
    await sheet.done()
    await till.line('Croissant').waitFor({ state: 'hidden' })
    await till.backToTables()
    expect(await till.openTable('Table 6')).toBe(number)
    await till.line('Croissant').waitFor()
    await till.backToTables()
  })

  it('[ORDER11] transfers it, and the other waiter has it among their own', async () => {
    const other = await Till.open(await devices.open(cafe.origin), tomas)
    await till.openTable('Table 6')
    await sheet.choose('Transfer to another waiter')
    await sheet.button(/^Tomás/).click()
    await sheet.done()
    await till.slip.getByText('Tomás').waitFor()
    await other.page.getByRole('button', { name: 'Mine' }).click()
    await other.table('Table 6').waitFor()
    await expect.poll(() => other.table('Table 5').count(), SOON).toBe(0)
    await till.backToTables()
    await other.page.close()
  })

  it('[ORDER9] [SERVICE1] keeps a name and makes a takeaway of it', async () => {
    await till.openTable('Table 7')
    await till.add('Cola')
    await sheet.choose('Guest, phone and time')
    await sheet.dialog.getByRole('textbox', { name: 'Name' }).fill('Rosa')
    await sheet.button('Save').click()
    await sheet.done()
    await sheet.open()
    await sheet.button('Takeaway').click()
    await expect.poll(() => sheet.button('Takeaway').getAttribute('aria-pressed'), SOON).toBe('true')
    await till.page.keyboard.press('Escape')
    await sheet.done()
    // No guests are counted of what is taken away.
    await till.slip.getByRole('group', { name: 'Guests' }).waitFor({ state: 'hidden' })
    await till.backToTables()
  })

  it('[ORDER5] cancels an order with a reason, but not one with something on it', async () => {
    await till.openTable('Table 7')
    await sheet.choose('Cancel this order')
    await sheet.dialog.getByText('remove or void that first').waitFor()
    await till.page.keyboard.press('Escape')
    await sheet.done()
    await till.backToTables()
    await till.openTable('Table 8')
    await sheet.choose('Cancel this order')
    await expect.poll(() => sheet.button('Cancel order').isDisabled(), SOON).toBe(true)
    await sheet.button('Opened by mistake').click()
    await sheet.button('Cancel order').click()
    await till.floor.waitFor()
    await expect.poll(() => till.table('Table 8').innerText(), SOON).toContain('Free')
  })
})

describe('two tills that could not see each other', () => {
  it('[REVIEW9] open one table: the floor says so, and one tap merges the two orders', async () => {
    const other = await Till.open(await devices.open(cafe.origin), tomas)
    await devices.whileServerIsDown(cafe, async () => {
      await till.openTable('Table 4')
      await till.add('Espresso')
      await till.backToTables()
      await other.openTable('Table 4')
      await other.add('Cola')
      await other.backToTables()
    })
    await expect.poll(() => till.table('Table 4').innerText(), SYNCED).toContain('2 orders')
    await till.table('Table 4').click()
    await till.page.getByRole('dialog').getByRole('button', { name: 'Merge them into the first' }).click()
    await till.line('Espresso').waitFor()
    await till.line('Cola').waitFor()
    await till.backToTables()
    await expect.poll(() => other.table('Table 4').innerText(), SYNCED).not.toContain('2 orders')
  })
})
