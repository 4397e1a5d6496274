import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices, type Device } from './screens/device.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Office } from './screens/office.ts'
import { SOON, SYNCED } from './screens/patience.ts'
import { joaquim, leonor, marta, tomas } from './screens/people.ts'
import { Till } from './screens/till.ts'

/** How soon an open till must show what the back office changed. */
const AT_ONCE = { timeout: 2_000 }

let cafe: Cafe
let desk: Device
let till: Till
let office: Office
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  desk = await devices.open(cafe.origin)
  office = await Office.open(desk, leonor)
  till = await Till.open(await devices.open(cafe.origin), marta)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('the menu in the back office', () => {
  it('reaches an open till within two seconds, and no open order changes its price', async () => {
    await till.newTakeaway()
    await till.add('Espresso')
    await office.edit('Espresso')
    await office.fill({ Price: '1.95' })
    await office.save()
    await till.dish('Espresso').getByText('€1.95').waitFor(AT_ONCE)
    expect(await till.goToPay()).toBe(120)
    await till.payExact()
    await till.backToTables()
    await till.newTakeaway()
    await till.add('Espresso')
    expect(await till.goToPay()).toBe(195)
    await till.payExact()
    await till.backToTables()
  })

  it('says in plain words what is wrong with a form, and saves nothing of it', async () => {
    await office.add('New item')
    await office.fill({ Price: '2.50' })
    await office.field('Category').selectOption({ label: 'Coffee' })
    expect(await office.refused('Name')).toBe('Type a name.')
    await office.fill({ Name: 'Cortado', Price: '-1' })
    expect(await office.refused('Price')).toBe('Type a price of zero or more, such as 2.50.')
    await office.fill({ Price: '1000000000' })
    expect(await office.refused('Price')).toBe('Nobody asks this price: is there a digit too many?')
    await office.fill({ Price: '1,60' })
    await office.field('Category').selectOption('')
    expect(await office.refused('Category')).toBe('Choose a category.')
    await office.press('Cancel')
    await office.dialog().waitFor({ state: 'hidden' })
    await expect.poll(() => office.row('Cortado').count(), SOON).toBe(0)
  })

  it('takes a new item, which is sold at once, and goes off the menu without leaving its orders', async () => {
    await office.add('New item')
    await office.fill({ Name: 'Cortado', Price: '1,60' })
    await office.field('Category').selectOption({ label: 'Coffee' })
    await office.field('VAT 13 %').check()
    await office.save()
    await till.newTakeaway()
    await till.add('Cortado')
    await office.edit('Cortado')
    await office.press('Take off the menu')
    await till.dish('Cortado').waitFor({ state: 'hidden', ...AT_ONCE })
    await till.lineOf(1, 'Cortado').waitFor()
    expect(await till.goToPay()).toBe(160)
    await till.payExact()
    await till.backToTables()
    await office.page.getByRole('button', { name: 'Off the menu 1' }).click()
    await office.edit('Cortado')
    await office.press('Put back on the menu')
    await office.row('Cortado').waitFor({ state: 'hidden' })
    await office.page.getByRole('button', { name: 'All', exact: true }).click()
    await office.row('Cortado').waitFor()
  })

  it('keeps both changes of two people who edit one item at once', async () => {
    const other = await Office.open(await devices.open(cafe.origin), leonor)
    await Promise.all([office.edit('Macchiato'), other.edit('Macchiato')])
    await office.fill({ Name: 'Macchiato grande' })
    await other.fill({ Price: '1.75' })
    await office.save()
    await other.save()
    for (const one of [office, other]) {
      await one.row('Macchiato grande').getByText('€1.75').waitFor(SYNCED)
    }
    await other.page.close()
  })

  it('is edited while the server is down, and tills hear of it when it is back', async () => {
    await devices.whileServerIsDown(cafe, async () => {
      await office.edit('Americano')
      await office.fill({ Price: '2.05' })
      await office.save()
      await office.row('Americano').getByText('€2.05').waitFor()
    })
    await till.newTakeaway()
    await till.dish('Americano').getByText('€2.05').waitFor(SYNCED)
    await till.backToTables()
  })

  it('marks an item 86, and its till button says so', async () => {
    await till.newTakeaway()
    await office.edit('Galão')
    await office.dialog().getByRole('switch', { name: 'On sale now' }).uncheck({ force: true })
    await office.save()
    await office.row('Galão').getByText('86').waitFor()
    await till.menu.getByRole('button', { name: /^Galão.*sold out/ }).waitFor(SYNCED)
    await till.backToTables()
  })
})

describe('categories and modifiers', () => {
  it('are made, put in order and given to items', async () => {
    await office.goTo('Categories')
    await office.add('New category')
    expect(await office.refused('Name')).toBe('Type a name.')
    await office.fill({ Name: 'Specials' })
    await office.save()
    await office.page.getByRole('button', { name: 'Move Specials up' }).click()
    await expect
      .poll(async () => (await office.page.getByRole('listitem').allInnerTexts()).at(-2), SYNCED)
      .toContain('Specials')

    await office.goTo('Modifiers')
    await office.add('New modifiers')
    await office.fill({ Name: 'Spice' })
    await office.press('Save')
    await office.dialog().getByText('Add what can be chosen.').waitFor()
    await office.press('Add one')
    await office.fill({ 'Name of what can be chosen': 'Hot' })
    await office.fill({ 'Price of Hot': '0.40' })
    await office.save()
    await office.row('Spice').getByText('asked by 0 items').waitFor()

    await office.goTo('Menu')
    await office.edit('Francesinha')
    await office.field('Add modifiers…').selectOption({ label: 'Spice' })
    await office.field('At most').selectOption('1')
    await office.save()
    await office.goTo('Modifiers')
    await office.row('Spice').getByText('asked by 1 item').waitFor()
  })
})

describe('who may not edit', () => {
  it('is told so and shown nothing', async () => {
    const page = await (await devices.open(cafe.origin)).tab('/office')
    await new Till(page).login.as(tomas)
    await page.getByText('Not for this role').waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Back office' }).count(), SOON).toBe(0)
  })
})

const MENU_CSV = [
  'Code;Dish;Category;Price;Taxes;Colour',
  'soup-1;"Soup; of the day";Salads & soups;4,50;VAT 13 %;red',
  ';Stew;Mains of the day;9,80;VAT 13 %;',
  ';Espresso macho;Coffee;-1;VAT 99 %;',
].join('\r\n')

describe('a menu in a spreadsheet', () => {
  it('says what is wrong with a file that is none', async () => {
    await office.goTo('Import')
    await office.chooseFile('logo.csv', '\u0089PNG\u0000\u0000')
    await office.page.getByText('This file is not a table').waitFor()
    await office.chooseFile('menu.csv', 'Dish;Colour\nTea;red')
    const alert = office.page.getByRole('alert')
    await alert.getByText('Columns are missing: category, price').waitFor()
    await expect.poll(() => alert.innerText(), SOON).toContain('Colour')
  })

  it('shows what each row would do, brings in the good ones, and doubles nothing', async () => {
    await office.chooseFile('menu.csv', MENU_CSV)
    await office.page.getByText('1 row is left out').waitFor()
    await office.page.getByText('New categories: Mains of the day').waitFor()
    await office.page.getByText('Columns that are not used: Colour').waitFor()
    const bad = office.page.getByRole('row', { name: /Espresso macho/ })
    await expect.poll(() => bad.innerText(), SOON).toContain('“-1” is no price of zero or more.')
    await expect.poll(() => bad.innerText(), SOON).toContain('There is no tax called “VAT 99 %”.')
    await office.page.getByRole('button', { name: 'Import 2 items' }).click()
    await office.page.getByText('2 items are on the menu').waitFor()
    await till.newTakeaway()
    await till.add('Soup; of the day', 'Stew')
    expect(await till.goToPay()).toBe(450 + 980)
    await till.payExact()
    await till.backToTables()

    await office.chooseFile('menu.csv', MENU_CSV.replace('4,50', '4,70'))
    await office.page.getByText('0 new, 1 changed, 1 as they are').waitFor()
    await office.page.getByRole('button', { name: 'Import 1 item' }).click()
    await till.newTakeaway()
    await till.dish('Soup; of the day').getByText('€4.70').waitFor(AT_ONCE)
    await till.backToTables()
  })

  it('is exported and imported again without a change', async () => {
    const text = await office.exported()
    expect(text).toContain('soup-1,"Soup; of the day",Salads & soups,4.70,VAT 13 %')
    await office.chooseFile('again.csv', text)
    await office.page.getByText(/^0 new, 0 changed, \d+ as they are$/).waitFor()
    await office.page.getByRole('button', { name: 'Nothing to import', disabled: true }).waitFor()
  })
})

describe('how the restaurant is set up', () => {
  it('has taxes, and those of a country to begin with', async () => {
    await office.goTo('Taxes')
    await office.add('New tax')
    await office.fill({ Name: 'Tourist tax', 'Rate in percent': '150' })
    expect(await office.refused('Rate in percent')).toBe('Type a rate from 0 to 100, such as 8.875.')
    await office.fill({ 'Rate in percent': '2,5' })
    await office.save()
    await office.row('Tourist tax').getByText('2.5 %, in the price').waitFor()
    await office.page.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'Germany' })
    await office.page.getByRole('button', { name: 'Add the taxes of Germany' }).click()
    await office.page.getByText('The taxes of Germany are there').waitFor()
    await expect
      .poll(() => office.page.getByRole('listitem').filter({ hasText: '19' }).count(), SOON)
      .toBeGreaterThan(0)
  })

  it('has tables, which the floor of an open till shows at once', async () => {
    await office.goTo('Tables')
    const terrace = office.page.getByRole('region', { name: 'Tables: Terrace' })
    await terrace.getByRole('button', { name: 'New table' }).click()
    await office.fill({ 'Number or name': 'T7', Seats: '-2' })
    expect(await office.refused('Seats')).toBe('This number is not possible here.')
    await office.fill({ Seats: '6' })
    await office.save()
    await till.table('Table T7').waitFor(AT_ONCE)
    await office.edit('T7')
    await office.press('Take out of use')
    await till.table('Table T7').waitFor({ state: 'hidden', ...AT_ONCE })
  })

  it('[RECORD8] says who changed the same table meanwhile, and lets the second choose', async () => {
    const other = await Office.open(await devices.open(cafe.origin), joaquim, 'floor')
    const edit = async (mine: string, theirs: string): Promise<void> => {
      await office.page.bringToFront()
      await Promise.all([office.edit('T1'), other.edit('T1')])
      await other.fill({ Seats: theirs })
      await other.save()
      // Behind the form the list says when the other's change is here.
      const rows = office.page.getByRole('listitem', { includeHidden: true })
      await rows.filter({ hasText: `T1${theirs} seats` }).waitFor(SYNCED)
      await office.fill({ Seats: mine })
      await office.press('Save')
      await office.dialog().getByText('Joaquim changed this while it was open here').waitFor()
      await office.dialog().getByText(`Seats: ${theirs} there, ${mine} here`).waitFor()
    }
    await office.goTo('Tables')
    await edit('3', '6')
    await expectAccessible(office.page)
    await office.press('Keep theirs')
    await office.dialog().waitFor({ state: 'hidden' })
    await office.row('T1').getByText('6 seats').first().waitFor()
    await edit('5', '8')
    await office.press('Save mine')
    for (const one of [office, other]) await one.row('T1').getByText('5 seats').first().waitFor(SYNCED)

    // A form that stays open asks, too, and is right again afterwards.
    const form = (of: Office) => of.page.getByRole('main')
    const name = (of: Office) => form(of).getByLabel('Name of the restaurant')
    const save = (of: Office) => form(of).getByRole('button', { name: 'Save', exact: true }).click()
    await Promise.all([office.goTo('Settings'), other.goTo('Settings')])
    await name(other).fill('Café Azul')
    await save(other)
    await office.page.getByRole('link', { name: 'Café Azul' }).waitFor(SYNCED)
    await name(office).fill('Café Verde')
    await save(office)
    await form(office).getByText('Name of the restaurant: Café Azul there, Café Verde here').waitFor()
    await form(office).getByRole('button', { name: 'Keep theirs' }).click()
    await form(office).getByText('Saved. Tills follow within two seconds.').waitFor()
    await expect.poll(() => name(office).inputValue(), SOON).toBe('Café Azul')

    await Promise.all([office.goTo('Categories'), other.goTo('Categories')])
    await Promise.all([office.edit('Specials'), other.edit('Specials')])
    await other.fill({ Name: 'Dishes of the day' })
    await other.save()
    const rows = office.page.getByRole('listitem', { includeHidden: true })
    await rows.filter({ hasText: 'Dishes of the day' }).waitFor(SYNCED)
    await office.fill({ Name: 'Broths' })
    await office.press('Save')
    await office.dialog().getByText('Name: Dishes of the day there, Broths here').waitFor()
    await office.press('Keep theirs')
    await office.dialog().waitFor({ state: 'hidden' })
    await office.row('Dishes of the day').first().waitFor()
    await other.page.close()
  })

  it('has printers in the house, and none on the internet', async () => {
    await office.goTo('Stations & printers')
    await office.add('New printer')
    await office.fill({ Name: 'Bar', 'Address in the house': '8.8.8.8' })
    expect(await office.refused('Address in the house')).toBe(
      'This address is on the internet, or none. Use one in the house, such as 192.168.1.50.',
    )
    await office.fill({ 'Address in the house': '192.168.1.50', Port: '70000' })
    expect(await office.refused('Port')).toBe('This number is not possible here.')
    await office.fill({ Port: '9100' })
    await office.page.getByLabel('Make').selectOption({ label: 'Citizen CT-S310II (48 characters)' })
    await office.save()
    await office.row('Bar').getByText('192.168.1.50:9100').waitFor()
    await office.add('New station')
    await office.fill({ Name: 'Pastry' })
    await office.save()
    await office.row('Pastry').waitFor()
  })

  it('has ways to pay', async () => {
    await office.goTo('Ways to pay')
    await office.add('New way to pay')
    expect(await office.refused('Name')).toBe('Type a name.')
    await office.fill({ Name: 'Meal voucher' })
    await office.save()
    await office.row('Meal voucher').getByText('Voucher', { exact: true }).waitFor()
  })

  it('has a name and a time zone, which every till follows', async () => {
    await office.goTo('Settings')
    const form = office.page.getByRole('main')
    await form.getByLabel('Time zone').fill('Mars/Olympus')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('No such time zone. Type one such as Europe/Lisbon.').waitFor()
    await form.getByLabel('Time zone').fill('Europe/Madrid')
    await form.getByLabel('Name of the restaurant').fill('Café Golondrina')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Saved. Tills follow within two seconds.').waitFor()
    await till.page.getByRole('link', { name: 'Café Golondrina' }).waitFor(AT_ONCE)
  })
})
