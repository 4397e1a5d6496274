import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices, type Device } from './screens/device.ts'
import { Kitchen } from './screens/kitchen.ts'
import { cents, plain } from './screens/money.ts'
import { SOON } from './screens/patience.ts'
import { leonor, marta, tomas } from './screens/people.ts'
import { Report, type Figures, type Rows } from './screens/report.ts'
import { Till } from './screens/till.ts'

/** "At once", on a machine that is busy with everything else. */
const AT_ONCE = { timeout: 3_000 }

let cafe: Cafe
let bar: Device
let stove: Device
let till: Till
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  bar = await devices.open(cafe.origin)
  stove = await devices.open(cafe.origin, { width: 1280, height: 800 })
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('a newcomer opens the till', () => {
  it('and logs in with a PIN, after a wrong one is refused in plain words', async () => {
    till = new Till(await bar.tab())
    await till.login.choose(marta)
    await till.login.typePin('1111')
    await expect.poll(() => till.login.refusal().innerText(), SOON).toContain('That PIN is not right.')
    await till.login.typePin(marta.pin)
    await till.login.menuOf(marta).waitFor()
    await till.floor.waitFor()
  })

  it('and finds a menu of at least 40 dishes in 6 categories, every picture of which loads', async () => {
    await till.openTable('Table 1')
    const dishes = till.menu.getByRole('button', { name: /€\d|Type the price/ })
    await dishes.first().waitFor()
    await expect.poll(() => dishes.count(), SOON).toBeGreaterThanOrEqual(40)
    await expect
      .poll(() => till.menu.getByRole('heading', { level: 2 }).count(), SOON)
      .toBeGreaterThanOrEqual(6)
    const pictures = till.menu.locator('img')
    expect(await pictures.count()).toBe(await dishes.count())
    // Those below wait until somebody scrolls to them.
    for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded()
    const missing = () =>
      pictures.evaluateAll((all) =>
        all
          .map((one) => one as HTMLImageElement)
          .filter((one) => !one.complete || one.naturalWidth === 0)
          .map((one) => one.src),
      )
    await expect.poll(missing, SOON).toEqual([])
  })

  it('and taps dishes onto the order of a table, adds a note and sends', async () => {
    await till.add('Cappuccino', 'Pastel de nata')
    await till.dish('Pastel de nata').click()
    await till.lineOf(2, 'Pastel de nata').waitFor()
    await till.addNote('Cappuccino', 'oat milk')
    await till.line('Cappuccino').getByText('oat milk').waitFor()
    await till.send()
    await till.line('Cappuccino').getByText('Waiting').waitFor()
    await till.line('Pastel de nata').getByText('Waiting').waitFor()
    await till.backToTables()
    await expect.poll(() => till.table('Table 1').innerText(), SOON).toContain('Sent')
  })
})

describe('the kitchen', () => {
  it('sees an order at once on another device and in another tab, and taps it to ready; the till chimes', async () => {
    const kitchen = await Kitchen.open(stove, tomas)
    const beside = await Kitchen.open(bar, marta)
    const number = await till.openTable('Table 2')
    await till.add('House burger')
    await till.addNote('House burger', 'no onions')
    await till.send()

    await Promise.all([
      kitchen.ticket(number, 'pending').waitFor(AT_ONCE),
      beside.ticket(number, 'pending').waitFor(AT_ONCE),
    ])
    await expect.poll(() => kitchen.ticket(number).innerText(), SOON).toContain('no onions')

    await kitchen.start(number)
    await kitchen.ticket(number, 'preparing').waitFor()
    await beside.ticket(number, 'preparing').waitFor()
    await till.line('House burger').getByText('Preparing').waitFor()

    const before = await till.sounds()
    const sound = await till.watchSound()
    await kitchen.ready(number)
    await kitchen.recall(number).waitFor()
    await till.line('House burger').getByText('Ready').waitFor()
    await beside.recall(number).waitFor()
    const notice = till.page.getByRole('status').filter({ hasText: 'Ready to carry out' })
    await notice.waitFor()
    await expect.poll(() => notice.innerText(), SOON).toContain(`${number} · Table 2: House burger ready`)
    await expect.poll(() => till.sounds(), SOON).toBe(before + 1)
    // Awake, it would work for silence all day.
    await expect.poll(() => sound.at(-1), SOON).toBe('suspended')
    expect(sound).toContain('running')
    await beside.page.close()
    await till.backToTables()
    await expect.poll(() => till.table('Table 2').innerText(), SOON).toContain('Ready')
  })
})

describe('the money', () => {
  it('is taken in cash with change, and the receipt comes out of the printer', async () => {
    const number = await till.openTable('Table 3')
    await till.add('Espresso', 'House burger', 'Still water')
    await till.dish('Espresso').click()
    await till.lineOf(2, 'Espresso').waitFor()
    await till.send()
    const due = await till.goToPay()
    expect(due).toBe(2 * 120 + 1250 + 150)
    const given = 2000
    await till.payCash(given)
    await till.page.getByText('Change to give').waitFor()
    await till.page.getByText(`€${plain(given - due)}`, { exact: true }).waitFor()

    const receipt = await receiptOf(number)
    expect(receipt).toMatch(/^2 x Espresso +2\.40$/m)
    expect(receipt).toMatch(/^1 x House burger +12\.50$/m)
    expect(receipt).toMatch(/^1 x Still water +1\.50$/m)
    expect(receipt).toMatch(/^Subtotal +16\.40$/m)
    expect(receipt).toMatch(/T\s*O\s*T\s*A\s*L.*1\s*6\s*\.\s*4\s*0/)
    expect(receipt).toMatch(/^Cash +16\.40$/m)
    expect(receipt).toMatch(/Tendered +20\.00$/m)
    expect(receipt).toMatch(/Change +3\.60$/m)
    expect(receipt).toMatch(/^VAT 13 % +13\.19 +1\.71$/m)
    expect(receipt).toMatch(/^VAT 6 % +1\.42 +0\.08$/m)
    expect(receipt).toMatch(/Served by Marta +\d\d\/\d\d\/\d{4} \d\d:\d\d$/m)
    await till.backToTables()
  })

  it('is seen on paper on the printer’s page', async () => {
    const paper = await stove.profile.context.newPage()
    await paper.goto(`http://127.0.0.1:${cafe.printer.httpPort}/`)
    const ticket = paper.getByRole('img', { name: /2 x Espresso/ })
    await ticket.waitFor()
    const width = () => ticket.evaluate((image) => (image as HTMLImageElement).naturalWidth)
    await expect.poll(width, SOON).toBeGreaterThan(300)
    await paper.close()
  })

  it('is in the day report: gross, net, tax by rate, by method, by item and by hour', async () => {
    const report = await Report.open(stove, leonor)
    const before = await readDay(report)
    await till.openTable('Table 4')
    await till.add('Caesar salad', 'Cola')
    await till.send()
    const due = await till.goToPay()
    await till.payByCard()
    await till.backToTables()

    await expect.poll(async () => (await report.figures()).orders, SOON).toBe(before.figures.orders + 1)
    const after = await readDay(report)
    const tax = after.figures.tax - before.figures.tax
    expect(after.figures.gross - before.figures.gross).toBe(due)
    expect(after.figures.net - before.figures.net).toBe(due - tax)
    expect(sumOf(after.taxes, 1) - sumOf(before.taxes, 1)).toBe(tax)
    expect([...after.taxes.keys()]).toEqual(expect.arrayContaining(['VAT 13 %', 'VAT 23 %']))
    expect(amountOf(after.methods, 'Card', 1) - amountOf(before.methods, 'Card', 1)).toBe(due)
    expect(amountOf(after.methods, 'Cash', 1)).toBe(amountOf(before.methods, 'Cash', 1))
    expect(after.items.get('Cola')?.[0]).toBe('1')
    expect(sumOf(after.hours, 1) - sumOf(before.hours, 1)).toBe(due)
    await report.page.close()
  })

  it('is none of a waiter’s business', async () => {
    const page = await bar.tab('/reports')
    const report = new Report(page)
    await new Till(page).login.as(marta)
    await report.refused().waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Reports' }).count(), SOON).toBe(0)
    await expect.poll(() => page.getByText('Gross sales').count(), SOON).toBe(0)
    await page.close()
  })
})

interface Day {
  readonly figures: Figures
  readonly taxes: Rows
  readonly methods: Rows
  readonly items: Rows
  readonly hours: Rows
}

async function readDay(report: Report): Promise<Day> {
  return {
    figures: await report.figures(),
    taxes: await report.rows('Tax by rate'),
    methods: await report.rows('Payments by method'),
    items: await report.rows('Items sold'),
    hours: await report.rows('Sales by hour'),
  }
}

function sumOf(rows: Rows, column: number): number {
  return [...rows.keys()].reduce(
    (sum, name) => sum + (name === 'Total' ? 0 : amountOf(rows, name, column)),
    0,
  )
}

function amountOf(rows: Rows, name: string, column: number): number {
  const text = rows.get(name)?.[column]
  return text === undefined ? 0 : cents(text)
}

/** The paper that came out for an order. */
async function receiptOf(number: string): Promise<string> {
  const find = (): string | undefined =>
    cafe.printer.tickets().find(({ text }) => text.includes(`Order ${number}`))?.text
  await expect.poll(find, SOON).toBeDefined()
  return find() ?? ''
}
