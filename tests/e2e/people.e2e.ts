import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices, type Device } from './screens/device.ts'
import { Login } from './screens/login.ts'
import { Office } from './screens/office.ts'
import { joaquim, marta } from './screens/people.ts'
import { Staff } from './screens/staff.ts'
import { SOON, SYNCED } from './screens/patience.ts'

let cafe: Cafe
let desk: Device
let office: Office
let staff: Staff
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  desk = await devices.open(cafe.origin)
  office = await Office.open(desk, joaquim, 'roles')
  staff = new Staff(office)
})

// A refused PIN is an answer of the server, and Chromium writes every such answer down.
afterEach(() => expect(desk.takeProblems().filter((text) => !text.includes('/api/'))).toEqual([]))

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('people and roles', () => {
  it('[ROLE10] a role the owner makes opens what it says, for somebody the owner adds', async () => {
    await office.add('New role')
    await office.fill({ Name: 'Shift lead', 'Discount in percent': '25' })
    await office.field('Approve what others ask').selectOption('Yes')
    await office.field('Edit menu, tables and settings').selectOption('Yes')
    await expectAccessible(office.page)
    await office.save()
    await office.goTo('People')
    await office.add('New person')
    await office.fill({ Name: 'Inês', PIN: '73051' })
    await office.field('Role').selectOption('Shift lead')
    await office.press('Save')
    await office.dialog().getByText('This role needs a PIN of six to eight digits.').waitFor()
    await office.fill({ PIN: '730519' })
    await expectAccessible(office.page)
    await office.press('Save')
    await staff.typeOwnPin(joaquim, '111111')
    await staff.pinRefusal().waitFor()
    await staff.typeOwnPin(joaquim, joaquim.pin)
    await office.row('Inês').waitFor()
    await staff.formGone()

    const page = await desk.tab()
    await staff.loginAs(new Login(page), page, 'Inês', 'Shift lead', '730519')
    await page.getByRole('link', { name: 'Back office' }).click()
    const sections = page.getByRole('group', { name: 'What to edit' })
    await sections.getByRole('button', { name: 'Menu', exact: true }).waitFor()
    await expect.poll(() => sections.getByRole('button', { name: 'People' }).count(), SOON).toBe(0)
    await expect.poll(() => page.getByRole('link', { name: 'Reports' }).count(), SOON).toBe(0)
    await page.close()
  })

  it('[STAFF4] lets somebody who typed five wrong PINs try again at once', async () => {
    const page = await desk.tab()
    const login = new Login(page)
    await login.choose(marta)
    for (let tried = 0; tried < 5; tried += 1) await login.typePin('1111')
    await login.refusal().filter({ hasText: 'Too many wrong PINs' }).waitFor()
    await office.page.bringToFront()
    await office.edit('Marta')
    await office.press('Unlock')
    await office.dialog().getByText('Marta may try again').waitFor()
    await office.press('Cancel')
    await page.bringToFront()
    await page.reload()
    await login.as(marta)
    await page.close()
  })

  it('[STAFF1] [STAFF3] the last owner stays; who leaves is gone from the tiles and kept in the list', async () => {
    await office.page.bringToFront()
    await office.edit('Joaquim')
    await office.press('No longer works here')
    await office.dialog().getByText('The restaurant needs an owner.').waitFor()
    await office.press('Cancel')
    await office.edit('Tomás')
    await office.press('No longer works here')
    await staff.formGone()
    await office.row('Tomás').getByText('No longer works here').waitFor()
    await expectAccessible(office.page)
    const page = await desk.tab()
    await new Login(page).tile(marta).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Tomás/ }).count(), SOON).toBe(0)
    await page.close()
  })

  it('[RECORD8] of two who change one person, the second hears of the first and chooses', async () => {
    const other = await Office.open(desk, joaquim, 'staff')
    const beside = new Staff(other)
    await other.edit('Marta')
    await other.fill({ Name: 'Marta Reis' })
    await office.page.bringToFront()
    await office.edit('Marta')
    await other.page.bringToFront()
    await other.press('Save')
    await beside.typeOwnPin(joaquim, joaquim.pin)
    await beside.pinDialog().waitFor({ state: 'hidden' })
    await beside.formGone()
    await office.page.bringToFront()
    const rows = office.page.getByRole('listitem', { includeHidden: true })
    await rows.filter({ hasText: 'Marta Reis' }).waitFor(SYNCED)
    await office.fill({ Name: 'Martinha' })
    await office.field('Role').selectOption('Shift lead')
    await office.fill({ 'New PIN': '615243' })
    await office.press('Save')
    await office.dialog().getByText('Joaquim changed this while it was open here').waitFor()
    await office.dialog().getByText('Name: Marta Reis there, Martinha here').waitFor()
    await expectAccessible(office.page)
    await office.press('Keep theirs')
    await staff.formGone()
    // Their name, and the role that only this form changed.
    await office.row('Marta Reis').getByText('Shift lead').waitFor()
    await other.page.close()
  })
})
