import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices } from './screens/device.ts'
import { Keyboard } from './screens/keyboard.ts'
import { SOON } from './screens/patience.ts'
import { marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

const manifestSchema = z.object({
  name: z.string(),
  start_url: z.string(),
  display: z.literal('standalone'),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string() })),
})

let cafe: Cafe
let till: Till
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  const bar = await devices.open(cafe.origin)
  till = new Till(await bar.tab())
  await till.login.title.waitFor()
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('a keyboard alone', () => {
  it('logs in, opens a table, adds a dish and sends', async () => {
    const { page } = till
    const keyboard = new Keyboard(page)
    await keyboard.press(till.login.tile(marta))
    await page.getByRole('heading', { name: marta.user.name }).waitFor()
    await page.keyboard.type(marta.pin)
    await page.keyboard.press('Enter')
    await till.login.menuOf(marta).waitFor()

    await keyboard.press(till.table('Table 1'))
    await till.slip.waitFor()
    await keyboard.goTo(page.getByRole('searchbox', { name: 'Search the menu' }))
    await page.keyboard.type('espresso')
    await expect.poll(() => till.menu.getByRole('button', { name: /€\d/ }).count(), SOON).toBe(1)
    await keyboard.press(till.dish('Espresso'))
    await till.lineOf(1, 'Espresso').waitFor()
    await keyboard.press(till.sendButton())
    await till.line('Espresso').getByText('Waiting').waitFor()
  })
})

describe('the device', () => {
  it('shows what the browser promised about keeping its data', async () => {
    const promised = await till.page.evaluate(() => navigator.storage.persisted())
    const details = await till.safety.details()
    const words = promised
      ? 'The browser promised to keep this data.'
      : 'The browser has not promised to keep this data: install the app.'
    await details.getByText(words).waitFor()
    await till.page.keyboard.press('Escape')
  })

  it('can be installed: manifest, icons that load, and a service worker', async () => {
    const href = await till.page.locator('link[rel=manifest]').getAttribute('href')
    const answer = await fetch(new URL(href ?? '', cafe.origin))
    expect(answer.headers.get('content-type')).toContain('application/manifest+json')
    const manifest = manifestSchema.parse(await answer.json())
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
    for (const { src, type } of manifest.icons) {
      const icon = await fetch(new URL(src, cafe.origin))
      expect(icon.status, src).toBe(200)
      expect(icon.headers.get('content-type'), src).toContain(type)
    }
    const scope = await till.page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
    expect(scope).toBe(`${cafe.origin}/`)
  })
})
