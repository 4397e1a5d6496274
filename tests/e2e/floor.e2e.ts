import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SETTINGS_ID } from '../../src/domain/store/settings.ts'
import { record } from '../../src/server/store.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices } from './screens/device.ts'
import { Floor } from './screens/floor.ts'
import { SOON } from './screens/patience.ts'
import { marta, tomas } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let till: Till
let floor: Floor
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  till = await Till.open(await devices.open(cafe.origin), marta)
  floor = new Floor(till.page)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('the floor', () => {
  it('[FLOOR1] says what each table waits for, who serves it, and how much is not sent', async () => {
    const number = await till.openTable('Table 3')
    await till.add('Espresso')
    await till.backToTables()
    await expect.poll(() => till.table('Table 3').innerText(), SOON).toMatch(/Taken[^]*not sent/)
    const text = await till.table('Table 3').innerText()
    expect(text).toContain(number)
    expect(text).toContain('Marta')
    expect(text).toContain('2 guests')
    await till.openTable('Table 3')
    await till.send()
    await till.backToTables()
    await expect.poll(() => till.table('Table 3').innerText(), SOON).toContain('Sent')
  })

  it('opens a delivery and a bar tab by name, and finds them again under it', async () => {
    await floor.newFor('delivery', { name: 'Inês', contact: '+351 912 000 111', address: 'Rua Nova 4' })
    const number = await till.orderNumber()
    await till.add('House burger')
    await till.backToTables()
    await expect.poll(() => floor.order('Inês').innerText(), SOON).toContain(number)
    await expect.poll(() => floor.order('Inês').innerText(), SOON).toContain('Delivery')
    await floor.newFor('bar tab', { name: 'Blue jacket' })
    await till.add('Cola')
    await till.backToTables()
    await expect.poll(() => floor.order('Blue jacket').innerText(), SOON).toContain('Bar tab')
    await floor.order('Inês').click()
    expect(await till.orderNumber()).toBe(number)
    await till.backToTables()
  })

  it('leaves a waiter their own tables, also after they went into one', async () => {
    const other = await Till.open(await devices.open(cafe.origin), tomas)
    await other.openTable('Table 4')
    await other.add('Cola')
    await expect.poll(() => till.table('Table 4').innerText(), SOON).toContain('Tomás')
    await floor.mine().click()
    await till.table('Table 4').waitFor({ state: 'hidden' })
    await till.openTable('Table 3')
    await till.backToTables()
    await expect.poll(() => till.table('Table 4').count(), SOON).toBe(0)
    await expect.poll(() => till.table('Table 3').count(), SOON).toBe(1)
    await floor.mine().click()
    await till.table('Table 4').waitFor()
  })

  it('[ORDER14] asks how many sit down once the store says so, and opens with that many', async () => {
    await till.openTable('Table 1')
    await till.backToTables()
    await record(cafe.server().hub.replica, [
      {
        ent: { type: 'settings', id: SETTINGS_ID },
        event: { type: 'record_changed', payload: { askCovers: true } },
      },
    ])
    const asked = await Till.open(await devices.open(cafe.origin), tomas)
    await asked.table('Table 2').click()
    await new Floor(asked.page).seat('5 guests')
    await asked.orderNumber()
    await asked.slip.getByRole('group', { name: 'Guests' }).getByText('5', { exact: true }).waitFor()
  })
})
