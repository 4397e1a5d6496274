import { createCanvas } from '@napi-rs/canvas'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices, type Device } from './screens/device.ts'
import { Office } from './screens/office.ts'
import { SYNCED } from './screens/patience.ts'
import { leonor, marta } from './screens/people.ts'
import { Staff } from './screens/staff.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let desk: Device
let office: Office
let till: Till
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

/** As a phone takes it: large, and not of the button's form. */
function photo(color: string): Buffer {
  const canvas = createCanvas(1600, 1200)
  const context = canvas.getContext('2d')
  context.fillStyle = color
  context.fillRect(0, 0, 1600, 1200)
  return canvas.toBuffer('image/jpeg')
}

async function choose(label: string, buffer: Buffer, name = 'photo.jpg'): Promise<void> {
  await office.dialog().getByLabel(label).setInputFiles({ name, mimeType: 'image/jpeg', buffer })
}

const isDrawn = (image: Locator): Promise<boolean> =>
  image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth === 512)

const picturesAhead = (): Promise<number> =>
  till.page.evaluate(async () => (await (await caches.open('pictures')).keys()).length)

describe('the photo of a dish', () => {
  it('[PICTURE2] [PICTURE4] is chosen in the back office, and is on the till, without a line, too', async () => {
    await office.edit('Espresso')
    await choose('Choose another photo', Buffer.from('name,price\nEspresso,1.20'), 'menu.jpg')
    await office.dialog().getByText('This file is not a picture that can be shown.').waitFor()
    await choose('Choose another photo', photo('teal'))
    await new Staff(office).typeOwnPin(leonor, leonor.pin)
    const shown = office.dialog().getByRole('img', { name: 'The picture as the till shows it' })
    await expect.poll(() => isDrawn(shown)).toBe(true)
    await expectAccessible(office.page)
    await office.save()
    await till.newTakeaway()
    const onTill = till.dish('Espresso').locator('img')
    await expect.poll(async () => (await onTill.getAttribute('src')) ?? '', SYNCED).toMatch(/\.webp$/)
    await expect.poll(() => isDrawn(onTill)).toBe(true)
    // Those further down the menu, too, which nobody has looked at.
    const dishes = await till.menu.locator('img').count()
    await expect.poll(picturesAhead, SYNCED).toBeGreaterThanOrEqual(dishes)
    await devices.whileServerIsDown(cafe, async () => {
      await till.page.reload()
      await expect.poll(() => isDrawn(onTill), SYNCED).toBe(true)
    })
  })

  it('[PICTURE6] waits in the form while the server is down, and the dish is saved without it', async () => {
    await devices.whileServerIsDown(cafe, async () => {
      await office.edit('Macchiato')
      await choose('Choose another photo', photo('coral'))
      await office.dialog().getByText('The store’s server does not answer.').waitFor()
      await office.dialog().getByRole('button', { name: 'Try again' }).waitFor()
      await office.fill({ Price: '1.85' })
      await office.save()
      await office.row('Macchiato').getByText('€1.85').waitFor()
    })
    await office.edit('Macchiato')
    await office.press('Remove')
    await choose('Choose a photo', photo('coral'))
    await office.dialog().getByText('Keeping the picture…').waitFor({ state: 'hidden' })
    await office.save()
    await expect
      .poll(async () => (await office.row('Macchiato').locator('img').getAttribute('src')) ?? '', SYNCED)
      .toMatch(/\.webp$/)
  })
})
