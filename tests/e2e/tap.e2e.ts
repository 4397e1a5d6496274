import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices } from './screens/device.ts'
import { SOON } from './screens/patience.ts'
import { marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

/** More lines than the slip of a small tablet has room for. */
const DISHES = [
  'Espresso',
  'Macchiato',
  'Flat white',
  'Cappuccino',
  'Americano',
  'Galão',
  'Mocha',
  'Iced latte',
  'Hot chocolate',
] as const

let cafe: Cafe
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe({ printing: false })
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

it('shows the line of the last tap, also when the slip is longer than the screen', async () => {
  const till = new Till(await (await devices.open(cafe.origin)).tab())
  await till.login.as(marta)
  await till.floor.waitFor()
  await till.newTakeaway()
  await till.add(...DISHES)
  await expect.poll(() => isInSight('Hot chocolate'), SOON).toBe(true)
  expect(await isInSight('Espresso')).toBe(false)
  await till.dish('Espresso').click()
  await till.lineOf(2, 'Espresso').waitFor()
  await expect.poll(() => isInSight('Espresso'), SOON).toBe(true)

  function isInSight(dish: string): Promise<boolean> {
    return till.line(dish).evaluate((line) => {
      const { x, y, width, height } = line.getBoundingClientRect()
      return line.contains(document.elementFromPoint(x + width / 2, y + height / 2))
    })
  }
})
