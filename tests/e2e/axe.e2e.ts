import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Device, Devices } from './screens/device.ts'
import { Kitchen } from './screens/kitchen.ts'
import { Office } from './screens/office.ts'
import { SOON } from './screens/patience.ts'
import { leonor } from './screens/people.ts'
import { Report } from './screens/report.ts'
import { Shifts } from './screens/shifts.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let bar: Device
let till: Till
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  bar = await devices.open(cafe.origin)
  till = new Till(await bar.tab())
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('axe finds nothing to mend, light and dark,', () => {
  it('on the pairing screen', async () => {
    const empty = await openCafe({ production: true })
    const stranger = await Device.open(empty.origin)
    const page = await stranger.tab()
    await page.getByRole('heading', { name: 'Set your restaurant up' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'I have a pairing code' }).click()
    await page.getByRole('heading', { name: 'Add this device to a restaurant' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Add this device' }).click()
    await page.getByText('Type the code first.').waitFor()
    await expectAccessible(page)
    // The refusal that brought this screen up is an answer of the server, and Chromium writes it down.
    expect(stranger.takeProblems().filter((text) => !text.includes('/api/pair'))).toEqual([])
    await stranger.close()
    await empty.close()
  })

  it('on the login screen', async () => {
    await till.login.title.waitFor()
    await expectAccessible(till.page)
    await till.login.choose(leonor)
    await till.login.typePin('1111')
    await till.login.refusal().waitFor()
    await expectAccessible(till.page)
    await till.login.typePin(leonor.pin)
    await till.login.menuOf(leonor).waitFor()
  })

  it('on the floor', async () => {
    await backToFloor()
    await till.newTakeaway()
    await till.add('Cola')
    await till.backToTables()
    await till.openTable('Table 1')
    await till.add('Espresso', 'House burger')
    await till.backToTables()
    await expect.poll(() => till.table('Table 1').innerText(), SOON).toContain('Taken')
    await expectAccessible(till.page)
    await till.safety.details()
    await expectAccessible(till.page)
    await till.page.keyboard.press('Escape')
    await till.page.getByRole('button', { name: /^Tomás|^Marta|^Leonor|^Joaquim/ }).click()
    await till.page.getByRole('menuitem', { name: 'Print queue' }).waitFor()
    await expectAccessible(till.page)
    await till.page.keyboard.press('Escape')
  })

  it('on an order and its dialogs', async () => {
    await backToFloor()
    await till.openTable('Table 2')
    await till.add('Espresso')
    await till.send()
    await till.add('Croissant')
    await till.addNote('Croissant', 'warm')
    await expectAccessible(till.page)
    await till.slip.getByRole('button', { name: 'Change Croissant' }).click()
    await till.page.getByRole('dialog').waitFor()
    await expectAccessible(till.page)
    await till.page.keyboard.press('Escape')
    await till.slip.getByRole('button', { name: 'Void Espresso' }).click()
    await till.page.getByRole('dialog').waitFor()
    await expectAccessible(till.page)
    await till.page.keyboard.press('Escape')
  })

  it('on the payment, from cash and card to paid', async () => {
    await backToFloor()
    await till.openTable('Table 3')
    await till.add('Espresso', 'Cola')
    await till.goToPay()
    await expectAccessible(till.page)
    await till.page.getByRole('button', { name: 'Card', exact: true }).click()
    await till.page.getByRole('button', { name: 'Approved' }).waitFor()
    await expectAccessible(till.page)
    await till.page.getByRole('button', { name: 'Cash', exact: true }).click()
    await till.payCash(5000)
    await expectAccessible(till.page)
  })

  it('in the kitchen', async () => {
    const kitchen = await Kitchen.open(bar, leonor)
    await backToFloor()
    const cooking = await till.openTable('Table 4')
    await till.add('Bifana', 'Lemonade')
    await till.send()
    await kitchen.start(cooking)
    await kitchen.ticket(cooking, 'preparing').waitFor()
    await till.backToTables()
    const done = await till.openTable('Table 5')
    await till.add('Fries')
    await till.send()
    await kitchen.start(done)
    await kitchen.ready(done)
    await kitchen.recall(done).waitFor()
    await kitchen.ticket(done).waitFor({ state: 'hidden' })
    await expectAccessible(kitchen.page)
    await kitchen.page.close()
  })

  it('in the report', async () => {
    await backToFloor()
    await till.openTable('Table 6')
    await till.add('Croissant')
    await till.goToPay()
    await till.payByCard()
    const report = await Report.open(bar, leonor)
    expect((await report.figures()).orders).toBeGreaterThan(0)
    await expectAccessible(report.page)
    await report.page.close()
  })

  it('in the back office: lists, forms with something wrong in them, and an import', async () => {
    const office = await Office.open(bar, leonor)
    await office.row('Espresso').waitFor()
    await expectAccessible(office.page)
    await office.edit('Espresso')
    await office.press('Add a size')
    await office.press('Save')
    await office.dialog().getByRole('alert').waitFor()
    await expectAccessible(office.page)
    await office.press('Cancel')
    await office.goTo('Import')
    await office.chooseFile('menu.csv', 'name,category,price,shade\nTea,Coffee,-1,x\nMate,Coffee,2,x')
    await office.page.getByText('1 row is left out').waitFor()
    await expectAccessible(office.page)
    for (const section of ['Categories', 'Modifiers', 'Taxes', 'Tables', 'Stations & printers', 'Settings']) {
      await office.goTo(section)
      await expectAccessible(office.page)
    }
    await office.page.close()
  })

  it('on cash and day', async () => {
    const shifts = await Shifts.open(bar, leonor)
    await shifts.page.getByRole('heading', { name: /^Open the drawer/ }).waitFor()
    await expectAccessible(shifts.page)
    await shifts.openDrawer(10_000)
    await shifts.movedCash('Drop', 2_000, 'Too much in the drawer')
    await expectAccessible(shifts.page)
    await shifts.startMove('Tip-out', 500)
    await expectAccessible(shifts.page)
    await shifts.page.keyboard.press('Escape')
    await shifts.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await shifts.page.getByRole('button', { name: 'Count and close' }).click()
    await expectAccessible(shifts.page)
    await shifts.page.getByRole('button', { name: 'Done counting' }).click()
    await shifts.result.waitFor()
    await expectAccessible(shifts.page)
    await shifts.goTo('Check out')
    await shifts.page.getByRole('heading', { name: 'End of your shift' }).waitFor()
    await expectAccessible(shifts.page)
    await shifts.goTo('Day')
    await shifts.sheet('X report').waitFor()
    await expectAccessible(shifts.page)
    await shifts.page.close()
  })
})

/** From wherever the test before stopped, or from the start if it was never run. */
async function backToFloor(): Promise<void> {
  await till.page.goto(cafe.origin)
  await till.floor.or(till.login.title).waitFor()
  if (await till.login.title.isVisible()) await till.login.as(leonor)
  await till.floor.waitFor()
}
