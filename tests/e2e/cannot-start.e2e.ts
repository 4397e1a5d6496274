import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices, type Device } from './screens/device.ts'

const INSECURE = 'http://comanda.test'
const REST = /\/assets\/rest-[^/]*\.js$/
const WORKER = /\/assets\/worker-[^/]*\.js$/

let cafe: Cafe
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
})

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('a till that cannot start says so instead of waiting for ever:', () => {
  it('at an address that is no secure one', async () => {
    const device = await devices.open(cafe.origin)
    await device.profile.context.route(`${INSECURE}/**`, async (route) => {
      const url = route.request().url().replace(INSECURE, cafe.origin)
      await route.fulfill({ response: await route.fetch({ url }) })
    })
    const page = await device.profile.context.newPage()
    await page.goto(`${INSECURE}/`)
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await failure(page, 'This browser does not let Comanda keep data here.')
  })

  it('when its worker does not load', async () => {
    const device = await devices.open(cafe.origin)
    await device.profile.context.route(WORKER, (route) => route.fulfill({ status: 404 }))
    await failure(await device.tab(), 'The device could not do this.')
  })

  it('when its worker finds that the browser lacks what it needs', async () => {
    const device = await devices.open(cafe.origin)
    await device.profile.context.route(WORKER, async (route) => {
      const response = await route.fetch()
      const body = `Object.defineProperty(navigator, 'locks', { value: undefined });${await response.text()}`
      await route.fulfill({ response, body })
    })
    await failure(await device.tab(), 'This browser does not let Comanda keep data here.')
  })

  it('when the screens behind its log-in do not load, until they do', async () => {
    const device = await devices.open(cafe.origin)
    await device.profile.context.route(REST, (route) => route.fulfill({ status: 404 }))
    const page = await device.tab()
    await failure(page, 'A part of this program could not be loaded.')
    await device.profile.context.unroute(REST)
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.getByRole('heading', { name: 'Who is working?' }).waitFor()
  })

  it('when its database cannot be opened, in every tab', async () => {
    const device = await devices.open(cafe.origin)
    const page = await beforeTheFirstStart(device)
    // Something else stands where the database's folder belongs.
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      await root.getFileHandle('comanda', { create: true })
    })
    const words = 'This device’s data could not be opened.'
    await failure(await device.tab(), words)
    await failure(await device.tab(), words)
  })

  it('[DISK2] when there is no room for its database, until there is', async () => {
    const device = await devices.open(cafe.origin)
    const page = await beforeTheFirstStart(device)
    const devtools = await device.profile.context.newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: cafe.origin, quotaSize: 1 })
    const till = await device.tab()
    await failure(till, 'This device has no space left.')
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: cafe.origin })
    await till.getByRole('button', { name: 'Reload' }).click()
    await till.getByRole('heading', { name: 'Who is working?' }).waitFor()
  })
})

/** The origin's storage, while no till has been opened there. */
async function beforeTheFirstStart(device: Device): Promise<Page> {
  return device.tab('/icons/icon.svg')
}

async function failure(page: Page, words: string): Promise<void> {
  await page.getByRole('alert').getByText(words).waitFor()
  await page.getByRole('button', { name: 'Reload' }).waitFor()
}
