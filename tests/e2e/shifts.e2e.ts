import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Approval } from './screens/approval.ts'
import { Devices, type Device } from './screens/device.ts'
import { cents } from './screens/money.ts'
import { SOON } from './screens/patience.ts'
import { leonor, marta, tomas } from './screens/people.ts'
import { Report } from './screens/report.ts'
import { Shifts } from './screens/shifts.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let device: Device
let till: Till
let boss: Shifts
let drawerName = ''
let soldInShift = 0
const devices = new Devices()

/** Written down by hand as the guests pay: what the Z must come to. Prices hold their tax. */
const DISHES = {
  Espresso: { price: 120, percent: 13 },
  Cola: { price: 250, percent: 23 },
  'House burger': { price: 1250, percent: 13 },
} as const
type Dish = keyof typeof DISHES
interface Sold {
  readonly dishes: readonly Dish[]
  readonly method: 'Cash' | 'Card'
}
const sold: Sold[] = []
const drawer = { float: 15_000, paidIn: 2_000, paidOut: 1_250, drop: 5_000, taxi: 500 }

beforeAll(async () => {
  cafe = await openCafe()
  device = await devices.open(cafe.origin)
  till = await Till.open(device, marta)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

/** Half a cent up, order by order and rate by rate, as the demo café's settings say. */
function taxOf({ dishes }: Sold): number {
  return [13, 23].reduce((all, percent) => {
    const gross = dishes.reduce(
      (sum, dish) => sum + (DISHES[dish].percent === percent ? DISHES[dish].price : 0),
      0,
    )
    return all + Math.floor((2 * gross * percent + 100 + percent) / (2 * (100 + percent)))
  }, 0)
}

function totalOf(sales: readonly Sold[]): number {
  return sales.flatMap(({ dishes }) => dishes).reduce((sum, dish) => sum + DISHES[dish].price, 0)
}

/** A browser lets a page that is behind another one do a thing a second. */
async function sell(dishes: readonly Dish[], method: Sold['method']): Promise<void> {
  await till.page.bringToFront()
  await till.newTakeaway()
  await till.add(...dishes)
  await till.send()
  const due = await till.goToPay()
  expect(due).toBe(totalOf([{ dishes, method }]))
  await (method === 'Cash' ? till.payExact() : till.payByCard())
  await till.backToTables()
  sold.push({ dishes, method })
  await boss.page.bringToFront()
}

const cashSold = (): number => totalOf(sold.filter(({ method }) => method === 'Cash'))
const inDrawer = (): number =>
  drawer.float + cashSold() + drawer.paidIn - drawer.paidOut - drawer.drop - drawer.taxi

describe('a drawer, from float to count', () => {
  it('[SHIFT1] is opened with its float, found from the menu of the person', async () => {
    const page = await device.tab()
    boss = new Shifts(page)
    await new Till(page).login.as(leonor)
    await new Till(page).login.menuOf(leonor).click()
    await page.getByRole('menuitem', { name: 'Cash and day' }).click()
    await boss.openDrawer(drawer.float)
    drawerName = (await page.getByRole('heading', { level: 2 }).first().innerText()).trim()
    expect(await boss.amount(boss.drawerCash(drawerName), 'Should be in the drawer')).toBe(drawer.float)
  })

  it('[CASH1] takes cash sales, paid-in, paid-out and drops, while it is looked at', async () => {
    await sell(['Espresso', 'Cola'], 'Cash')
    await sell(['House burger'], 'Card')
    await sell(['House burger', 'Cola', 'Espresso'], 'Cash')
    await boss.movedCash('Paid-in', drawer.paidIn, 'Change from the bank')
    await boss.movedCash('Paid-out', drawer.paidOut, 'Flowers', 'Florista Rosa')
    await boss.movedCash('Drop', drawer.drop, 'Too much in the drawer')
    const expected = (): Promise<number> =>
      boss.amount(boss.drawerCash(drawerName), 'Should be in the drawer')
    await expect.poll(expected, SOON).toBe(inDrawer() + drawer.taxi)
  })

  it('[CASHMOVE3] pays nothing into hands for a waiter alone: a manager says yes on the spot', async () => {
    const waiter = await Shifts.open(device, tomas)
    await waiter.moveCash('Paid-out', drawer.taxi, 'Taxi', 'Driver')
    await new Approval(waiter.page).by(leonor)
    await waiter.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await waiter.page.getByRole('listitem').filter({ hasText: 'Taxi' }).waitFor()
    await waiter.page.close()
  })

  it('[COUNT3] never tells a waiter what should be in it, before the count or after', async () => {
    const waiter = await Shifts.open(device, tomas)
    await waiter.count({ '€50.00': 2, '€0.20': 3 })
    expect(await waiter.amount(waiter.result, 'Counted')).toBe(10_060)
    await waiter.page.getByText('is for the manager').waitFor()
    for (const secret of ['Should be in the drawer', 'Expected', 'Difference', 'Cash sales', 'Short']) {
      await expect.poll(() => waiter.page.getByText(secret, { exact: true }).count(), SOON).toBe(0)
    }
    await waiter.page.close()
  })

  it('[SHIFT5] is counted again when a sale came in meanwhile', async () => {
    await sell(['Espresso'], 'Cash')
    await boss.page.getByText('Cash moved after the count').waitFor()
    await expect.poll(() => boss.page.getByRole('button', { name: 'Close the drawer' }).count(), SOON).toBe(0)
  })

  it('[SHIFT4] is closed on a count, and the difference is told: short by two euros', async () => {
    const short = inDrawer() - 200
    await boss.count({ '€100.00': Math.floor(short / 10_000), '€0.01': short % 10_000 })
    expect(await boss.amount(boss.result, 'Counted')).toBe(short)
    expect(await boss.amount(boss.result, 'Expected')).toBe(inDrawer())
    expect(await boss.amount(boss.result, 'Difference')).toBe(-200)
    await boss.result.getByText('Short', { exact: true }).waitFor()
    await boss.page.getByRole('button', { name: 'Close the drawer' }).click()
    soldInShift = sold.length
    await boss.page.getByText(/^Closed at/).waitFor()
  })
})

describe('a waiter goes home', () => {
  it('[CHECKOUT1] only without open orders: paid, or given to somebody who stays', async () => {
    const number = await till.openTable('Table 3')
    await till.add('Cola')
    await till.send()
    await till.backToTables()
    const waiter = await Shifts.open(device, marta, '/check-out')
    const open = waiter.page.getByRole('region', { name: 'Open orders' })
    await open.getByText(`Order ${number}`).waitFor()
    await expect
      .poll(() => waiter.page.getByRole('button', { name: 'Check out', exact: true }).count(), SOON)
      .toBe(1)
    await open.getByRole('button', { name: 'Give to…' }).click()
    await waiter.page.getByRole('dialog').getByRole('button', { name: 'Tomás' }).click()
    await open.waitFor({ state: 'hidden' })

    const sheet = waiter.page.getByRole('region', { name: 'End of your shift' })
    expect(Number(await waiter.text(sheet, 'Orders paid'))).toBe(sold.length)
    expect(await waiter.amount(sheet, 'Sales')).toBe(totalOf(sold))
    // All of it went into the drawer.
    expect(await waiter.amount(sheet, 'Cash you hold')).toBe(0)
    const tips = waiter.page.getByRole('region', { name: 'Cash tips you kept' })
    await waiter.type(450, tips)
    await tips.getByRole('button', { name: 'Check out' }).click()
    await waiter.page.getByText(/^Checked out at/).waitFor()
    await waiter.page.close()
  })
})

describe('the day is closed', () => {
  it('[ZDAY8] an X tells the day so far at any time, and changes nothing', async () => {
    await boss.goTo('Day')
    await expectFigures(boss, 'X report')
  })

  it('[ZDAY11] and is printed', async () => {
    await boss.page.getByRole('button', { name: 'Print the X' }).click()
    await boss.page.getByText('It goes to the printer.').waitFor()
    const papers = () => cafe.printer.tickets().filter(({ text }) => text.includes('X REPORT'))
    await expect.poll(() => papers().length, SOON).toBe(1)
  })

  it('[ZDAY3] a list names what is left and the way to it: an open drawer stops it, an open order does not', async () => {
    await boss.goTo('Drawer')
    await boss.page.getByRole('button', { name: 'This till' }).click()
    await boss.openDrawer(0)
    await boss.goTo('Day')
    await boss.check('Open drawers').getByText('First').waitFor()
    await boss.check('Open orders').getByText('Good to know').waitFor()
    await expect
      .poll(() => boss.page.getByRole('button', { name: 'Close the day' }).isDisabled(), SOON)
      .toBe(true)
    await boss.check('Open drawers').getByRole('button', { name: 'To the drawers' }).click()
    await boss.count({})
    await boss.page.getByRole('button', { name: 'Close the drawer' }).click()
    await boss.page.getByText(/^Closed at/).waitFor()
    await boss.goTo('Day')
  })

  it('[ZDAY1] its Z is numbered and comes, to the cent, to what was written down by hand', async () => {
    await boss.closeDay()
    const number = await boss.sheet(/^Z report/).getAttribute('aria-label')
    expect(number).toMatch(/^Z report [A-Z]-Z1$/)
    await expectFigures(boss, /^Z report/)
    await boss.page.getByText(/Carried over: /).waitFor()
  })

  it('[ZDAY7] what comes late stands beside it, and the Z stays as it was', async () => {
    await till.openTable('Table 3')
    const due = await till.goToPay()
    await till.payExact()
    await till.backToTables()
    await boss.sheet('Came late').waitFor()
    expect(await boss.amount(boss.sheet('Came late'), 'Sales with tax')).toBe(due)
    await boss.page.getByRole('button', { name: 'Write the addendum' }).click()
    const addendum = boss.sheet(/^Addendum [A-Z]-Z1\+[A-Z]1$/)
    await addendum.waitFor()
    expect(await boss.amount(addendum, 'Sales with tax')).toBe(due)
    await expect.poll(() => boss.sheet('Came late').count(), SOON).toBe(0)
    await expectFigures(boss, /^Z report/)
  })

  it('[ZDAY2] nothing of it is lost by a reload, and all of it works without a server', async () => {
    await devices.whileServerIsDown(cafe, async () => {
      await boss.page.reload()
      await expectFigures(boss, /^Z report/)
      await boss.sheet(/^Addendum/).waitFor()
    })
  })

  it('[REPORT13] is told by shift, too: what came while the drawer was open, and what came behind it', async () => {
    const report = await Report.open(device, leonor)
    const inShift = totalOf(sold.slice(0, soldInShift))
    expect((await report.figures()).gross).toBeGreaterThan(inShift)
    await report.chooseShift(drawerName)
    await expect.poll(async () => (await report.figures()).gross, SOON).toBe(inShift)
    expect((await report.figures()).orders).toBe(soldInShift)
    await expectAccessible(report.page)
    const orders = await report.ordersBehind('Payments by method', 'Cash')
    expect(orders.size).toBe(sold.slice(0, soldInShift).filter(({ method }) => method === 'Cash').length)
    await report.page.close()
  })

  it('tells a waiter nothing but what is left', async () => {
    const waiter = await Shifts.open(device, tomas, '/day')
    await waiter.page.getByText('The figures are for the manager').waitFor()
    await expect.poll(() => waiter.page.getByText('Sales with tax').count(), SOON).toBe(0)
    await waiter.page.close()
  })
})

async function expectFigures(shifts: Shifts, name: string | RegExp): Promise<void> {
  const sheet = shifts.sheet(name)
  await sheet.waitFor()
  const tax = sold.reduce((sum, one) => sum + taxOf(one), 0)
  const total = totalOf(sold)
  expect(Number(await shifts.text(sheet, 'Orders'))).toBe(sold.length)
  expect(await shifts.amount(sheet, 'Sales with tax')).toBe(total)
  expect(await shifts.amount(sheet, 'Tax')).toBe(tax)
  expect(await shifts.amount(sheet, 'Net')).toBe(total - tax)
  const methods = sheet.getByRole('table', { name: 'Payments' })
  for (const method of ['Cash', 'Card'] as const) {
    const row = methods.getByRole('row').filter({ has: shifts.page.getByRole('rowheader', { name: method }) })
    const [count = '', amount = ''] = await row.getByRole('cell').allInnerTexts()
    const paid = sold.filter((one) => one.method === method)
    expect([Number(count), cents(amount)]).toEqual([paid.length, totalOf(paid)])
  }
}
