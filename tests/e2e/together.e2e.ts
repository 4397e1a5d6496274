import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices } from './screens/device.ts'
import { SOON, SYNCED } from './screens/patience.ts'
import { marta, tomas } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('two tills', () => {
  let till: Till
  let other: Till
  beforeAll(async () => {
    till = await Till.open(await devices.open(cafe.origin), marta)
    other = await Till.open(await devices.open(cafe.origin), tomas)
  })

  it('see the same tables, add to one order at the same time, and no line is lost', async () => {
    const number = await till.openTable('Table 6')
    await expect.poll(() => other.table('Table 6').innerText(), SOON).toContain('Taken')
    expect(await other.openTable('Table 6')).toBe(number)

    const mine = ['Espresso', 'Croissant', 'Cola']
    const theirs = ['Lemonade', 'House burger', 'Fries']
    for (const [index, dish] of mine.entries()) {
      await Promise.all([till.dish(dish).click(), other.dish(theirs[index] ?? '').click()])
    }
    for (const dish of [...mine, ...theirs]) {
      await Promise.all([till.lineOf(1, dish).waitFor(SYNCED), other.lineOf(1, dish).waitFor(SYNCED)])
    }
    await till.send()
    for (const dish of [...mine, ...theirs]) await other.line(dish).getByText('Waiting').waitFor(SYNCED)
    await other.safety.waitUntilInStore()
    await till.safety.waitUntilInStore()

    await expect.poll(() => till.slip.getByRole('listitem').count(), SOON).toBe(6)
    await expect.poll(() => other.slip.getByRole('listitem').count(), SOON).toBe(6)
    expect(await linesIn(cafe, number)).toEqual([...mine, ...theirs].sort())
    expect(await till.goToPay()).toBe(await other.goToPay())
    for (const one of [till, other]) {
      await one.page.getByRole('button', { name: 'Order', exact: true }).click()
      await one.backToTables()
    }
  })

  it('tap the same dish at the same time, and every tap counts', async () => {
    const number = await till.openTable('Table 8')
    await till.add('Espresso')
    await expect.poll(() => other.table('Table 8').innerText(), SOON).toContain('Taken')
    expect(await other.openTable('Table 8')).toBe(number)
    await other.lineOf(1, 'Espresso').waitFor(SYNCED)

    const taps = 4
    await Promise.all([tap(till, 'Espresso', taps), tap(other, 'Espresso', taps)])
    const all = 1 + taps + taps
    for (const one of [till, other]) {
      await expect.poll(() => one.quantityOf('Espresso'), SYNCED).toBe(all)
      await expect.poll(() => one.line('Espresso').count(), SOON).toBe(2)
    }
    await Promise.all([till.safety.waitUntilInStore(), other.safety.waitUntilInStore()])
    expect(await quantityIn(cafe, number)).toBe(all)
  })
})

describe('two tabs of one till', () => {
  it('go through one database: when the tab that owns it closes, the other goes on with the same order', async () => {
    const phone = await devices.open(cafe.origin)
    const first = await Till.open(phone, marta)
    const second = await Till.open(phone, tomas)
    const owner = await databaseOwner(second)
    const number = await first.openTable('Table 7')
    await first.add('Espresso')
    expect(await second.openTable('Table 7')).toBe(number)
    await second.line('Espresso').waitFor()

    await first.page.close()
    await second.add('Croissant')
    await second.line('Espresso').waitFor()
    expect(await databaseOwner(second)).not.toBe(owner)
    await second.send()
    await second.line('Espresso').getByText('Waiting').waitFor()
    await second.line('Croissant').getByText('Waiting').waitFor()
    await second.safety.waitUntilInStore()
    expect(await linesIn(cafe, number)).toEqual(['Croissant', 'Espresso'])
  })
})

/** The browser's name for the tab (its worker) that holds the database. */
async function databaseOwner({ page }: Till): Promise<string> {
  const owners = await page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query()
    return held.filter(({ name }) => name === 'comanda-database').map(({ clientId }) => clientId ?? '')
  })
  expect(owners).toHaveLength(1)
  return owners[0] ?? ''
}

async function tap(till: Till, dish: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await till.dish(dish).click()
}

/** How many dishes the store itself has written down for an order. */
async function quantityIn({ server }: Cafe, number: string): Promise<number> {
  const rows = await server()
    .hub.replica.db.selectFrom('order_items')
    .innerJoin('orders', 'orders.id', 'order_items.order_id')
    .where('orders.number', '=', number)
    .where('order_items.status', '!=', 'voided')
    .select('order_items.qty')
    .execute()
  return rows.reduce((sum, { qty }) => sum + qty, 0)
}

/** What the store itself has written down of an order, line by line. */
async function linesIn({ server }: Cafe, number: string): Promise<readonly string[]> {
  const rows = await server()
    .hub.replica.db.selectFrom('order_items')
    .innerJoin('orders', 'orders.id', 'order_items.order_id')
    .where('orders.number', '=', number)
    .where('order_items.status', '!=', 'voided')
    .select('order_items.name')
    .orderBy('order_items.name')
    .execute()
  return rows.map((row) => row.name)
}
