import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SETTINGS_ID } from '#domain/store/settings.ts'
import { record } from '../../src/server/store.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices } from './screens/device.ts'
import { SOON } from './screens/patience.ts'
import { marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

const DISH = 'Espresso'

/** A till whose store asks for encryption, from its first pairing on or later. */
describe('[CRYPT5] a till', () => {
  let asking: Cafe
  let later: Cafe
  const devices = new Devices()

  beforeAll(async () => {
    asking = await openCafe({ encryptDevices: true })
    later = await openCafe()
  })

  afterEach(() => devices.expectNoProblems())

  afterAll(async () => {
    await devices.close()
    await asking.close()
    await later.close()
  })

  it('of a store that asks for it is encrypted from its pairing on, and opens again', async () => {
    const device = await devices.open(asking.origin)
    const till = await Till.open(device, marta)
    await till.openTable('Table 1')
    await till.add(DISH)
    await (await till.safety.details()).getByText('Encrypted on this device.', { exact: true }).waitFor()
    await till.page.reload()
    await till.line(DISH).waitFor()
    await till.safety.waitUntilInStore()
    expect(await holds(till, DISH)).toBe(false)
  })

  it('that was plain moves when it starts again and there is room, with everything it has', async () => {
    const device = await devices.open(later.origin)
    const till = await Till.open(device, marta)
    await till.openTable('Table 1')
    await till.add(DISH)
    await (await till.safety.details()).getByText('Not encrypted on this device.').waitFor()
    await till.page.keyboard.press('Escape')
    const { hub } = later.server()
    const payload = { encryptDevices: true }
    const ent = { type: 'settings', id: SETTINGS_ID } as const
    hub.announce(await record(hub.replica, [{ ent, event: { type: 'record_changed', payload } }]))
    // The second exchange begins when all that the first one brought is written.
    for (const dish of ['Macchiato', 'Galão']) {
      await till.add(dish)
      await till.safety.waitUntilInStore()
    }
    const lines = await till.slip.getByRole('listitem').allInnerTexts()
    const order = till.page.url()
    expect(await holds(till, DISH)).toBe(true)
    await withoutRoom(till, async () => {
      await till.page.goto(order)
      await expect.poll(() => till.slip.getByRole('listitem').allInnerTexts(), SOON).toEqual(lines)
      await (await till.safety.details()).getByText('Not encrypted on this device.').waitFor()
    })
    await till.page.reload()
    await expect.poll(() => till.slip.getByRole('listitem').allInnerTexts(), SOON).toEqual(lines)
    await (await till.safety.details()).getByText('Encrypted on this device.', { exact: true }).waitFor()
    await till.page.keyboard.press('Escape')
    await till.add('Cappuccino')
    await till.safety.waitUntilInStore()
    expect(await holds(till, DISH)).toBe(false)
  })
})

/** While the browser gives its origin no more than it uses. */
async function withoutRoom({ page }: Till, during: () => Promise<void>): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  const { usage } = (await devtools.send('Storage.getUsageAndQuota', { origin })) as { usage: number }
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage })
  await during()
  await devtools.send('Storage.overrideQuotaForOrigin', { origin })
}

/** Whether a text can be read in what lies on this till's disk. The till's tab leaves the till for it. */
async function holds({ page }: Till, text: string): Promise<boolean> {
  await page.goto(new URL('/icons/icon.svg', page.url()).href)
  return page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('comanda')
    for await (const handle of folder.values()) {
      if (handle.kind !== 'file') continue
      const bytes = await (await handle.getFile()).arrayBuffer()
      if (new TextDecoder('latin1').decode(bytes).includes(wanted)) return true
    }
    return false
  }, text)
}
