import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices } from './screens/device.ts'
import { Finger } from './screens/finger.ts'
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

it('counts a finger once, and neither one that scrolls nor one that rests', async () => {
  const till = new Till(await (await devices.open(cafe.origin)).tab())
  await till.login.as(marta)
  await till.floor.waitFor()
  await till.newTakeaway()
  const finger = await Finger.on(till.page)
  const dish = till.dish('Espresso')
  await finger.tap(dish)
  await till.lineOf(1, 'Espresso').waitFor()
  await finger.tap(dish)
  await till.lineOf(2, 'Espresso').waitFor()

  const sheet = till.page.getByRole('dialog', { name: 'Macchiato' })
  await finger.hold(till.dish('Macchiato'), () => sheet.waitFor())
  await till.page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })

  const before = (await dish.boundingBox())?.y ?? 0
  await finger.push(dish, 120)
  await expect.poll(async () => (await dish.boundingBox())?.y ?? 0, SOON).toBeLessThan(before)

  // Whatever a touch brought with it has been heard by now: this tap comes after it.
  await till.dish('Flat white').click()
  await till.lineOf(1, 'Flat white').waitFor()
  expect(await till.quantityOf('Espresso')).toBe(2)
  expect(await till.quantityOf('Macchiato')).toBe(0)
})
