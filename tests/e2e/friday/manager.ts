import { expect } from 'vitest'
import { STORE_STOCK, type Shelf } from './store-room.ts'
import { cents } from '../screens/money.ts'
import type { Device } from '../screens/device.ts'
import { Office } from '../screens/office.ts'
import { SYNCED } from '../screens/patience.ts'
import { leonor } from '../screens/people.ts'
import { Report } from '../screens/report.ts'
import { Shifts } from '../screens/shifts.ts'
import { Stock } from '../screens/stock.ts'
import type { Sums } from './sums.ts'

const NOTE = 10_000

/** Leonor, on the machine in the back: she opens, closes, and compares what the screens say with her pencil. */
export class Manager {
  readonly #device: Device

  constructor(device: Device) {
    this.#device = device
  }

  /** The bar wants its tickets on paper, too, and there are guests for so many tables. */
  async prepare(moreTables: readonly string[]): Promise<void> {
    const office = await Office.open(this.#device, leonor, 'kitchen')
    await office.edit('Bar')
    await office.field('Tickets are read').selectOption({ label: 'On a screen and on paper' })
    await office.field('Printed on').selectOption({ label: 'Counter receipts' })
    await office.save()
    if (moreTables.length > 0) await office.goTo('Tables')
    for (const name of moreTables) {
      await office.page.getByRole('button', { name: 'New table', exact: true }).first().click()
      await office.field('Number or name').fill(name)
      await office.save()
    }
    await office.page.close()
  }

  async openDrawer(float: number): Promise<void> {
    const shifts = await Shifts.open(this.#device, leonor)
    await shifts.openDrawer(float)
    await shifts.page.close()
  }

  /** The month so far: nothing but this evening. */
  async readMonth(sums: Sums): Promise<void> {
    const report = await Report.open(this.#device, leonor)
    await report.choose('Month')
    const figures = { gross: sums.gross, tax: sums.tax, net: sums.gross - sums.tax, orders: sums.orders }
    await expect.poll(() => report.figures(), SYNCED).toEqual(figures)
    expect(await methodsOf(report)).toEqual({
      Cash: [sums.cash.payments, sums.cash.amount, sums.refunds],
      Card: [sums.card.payments, sums.card.amount, 0],
    })
    const [, ...items] = (await report.csv('Items sold')).text.trim().split('\r\n')
    const sold = items.map((row) => row.split(',')).map(([name = '', , qty]) => [name, Number(qty)] as const)
    expect(new Map(sold)).toEqual(sums.pieces)
    await report.page.close()
  }

  async countStock(sums: Sums): Promise<void> {
    const stock = await Stock.open(this.#device, leonor)
    const left = STORE_STOCK.map(
      (shelf) => [shelf.name, levelOf(shelf, sums.used.get(shelf.id) ?? 0)] as const,
    )
    await expect.poll(() => stock.levels(), SYNCED).toEqual(new Map(left))
    await stock.page.close()
  }

  /** What is in the drawer is what the pencil says; then the day is closed. */
  async close(float: number, sums: Sums): Promise<void> {
    const shifts = await Shifts.open(this.#device, leonor)
    const cash = float + sums.cash.amount - sums.refunds
    await shifts.count({ '€100.00': Math.floor(cash / NOTE), '€0.01': cash % NOTE })
    expect(await shifts.amount(shifts.result, 'Expected')).toBe(cash)
    expect(await shifts.amount(shifts.result, 'Difference')).toBe(0)
    await shifts.page.getByRole('button', { name: 'Close the drawer' }).click()
    await shifts.page.getByText(/^Closed at/).waitFor()
    await shifts.goTo('Day')
    await shifts.closeDay()
    await this.#expectZ(shifts, sums)
    await shifts.page.close()
  }

  async #expectZ(shifts: Shifts, sums: Sums): Promise<void> {
    const z = shifts.sheet(/^Z report/)
    expect(Number(await shifts.text(z, 'Orders'))).toBe(sums.orders)
    const amounts = {
      'Sales with tax': sums.gross,
      Tax: sums.tax,
      Net: sums.gross - sums.tax,
      Discounts: -sums.discounts,
      Comps: -sums.comps,
      'Voided after sending': sums.voids,
      Refunds: sums.refunds,
      'Tax in refunds': sums.refundedTax,
    }
    const said = new Map<string, number>()
    for (const name of Object.keys(amounts)) said.set(name, await shifts.amount(z, name))
    expect(Object.fromEntries(said)).toEqual(amounts)
  }
}

/** How many payments, how much, and how much of it was given back, by method. */
async function methodsOf(report: Report): Promise<Readonly<Record<string, readonly number[]>>> {
  const rows = await report.rows('Payments by method')
  return Object.fromEntries(
    ['Cash', 'Card'].map((method) => {
      const [count = '', ...amounts] = rows.get(method) ?? []
      return [method, [Number(count), ...amounts.map(cents)]]
    }),
  )
}

/** What is left on a shelf, in the words of the screen. */
function levelOf({ unit, opening }: Shelf, used: number): string {
  const left = opening - used
  if (unit === 'piece') return String(left / 1_000)
  if (left < 1_000_000) return `${left / 1_000} ${unit}`
  const big = unit === 'g' ? 'kg' : 'l'
  return `${Math.floor((left + 5_000) / 10_000) / 100} ${big}`
}
