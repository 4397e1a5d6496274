import type { CDPSession } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#demo/people.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices, type Device } from './screens/device.ts'
import { SOON } from './screens/patience.ts'
import { Till } from './screens/till.ts'

const [marta] = people
if (marta === undefined) throw new Error('the demo café has no people')

/** A device whose browser gives it no more room: the quota is set to what it already uses. */
describe('[DISK2] a device with no room left', () => {
  let cafe: Cafe
  let device: Device
  let till: Till
  let devtools: CDPSession
  const devices = new Devices()

  beforeAll(async () => {
    cafe = await openCafe()
    device = await devices.open(cafe.origin)
    till = await Till.open(device, marta)
    devtools = await device.profile.context.newCDPSession(till.page)
  })

  afterEach(() => devices.expectNoProblems())

  afterAll(async () => {
    await devices.close()
    await cafe.close()
  })

  async function limitStorage(bytes: number | null): Promise<void> {
    await devtools.send('Storage.overrideQuotaForOrigin', {
      origin: cafe.origin,
      ...(bytes === null ? {} : { quotaSize: bytes }),
    })
  }

  it('says so, keeps what it has, and goes on when there is room again', async () => {
    await till.openTable('Table 1')
    await till.add('Espresso')
    const { usage } = (await devtools.send('Storage.getUsageAndQuota', { origin: cafe.origin })) as {
      usage: number
    }
    await limitStorage(usage)
    const refused = till.page.getByText('This device has no space left.').first()
    const lines = till.slip.getByRole('listitem')
    for (let taps = 0; taps < 300 && !(await refused.isVisible()); taps += 1)
      await till.dish('Macchiato').click()
    await refused.waitFor()
    // Asked anew: what the device holds, not what the last tap had time to paint.
    await till.backToTables()
    await till.openTable('Table 1')
    const before = await lines.allInnerTexts()
    await limitStorage(null)
    await till.page.reload()
    await till.slip.waitFor()
    await expect.poll(() => lines.allInnerTexts(), SOON).toEqual(before)
    await till.dish('Galão').click()
    await till.line('Galão').waitFor()
    await till.safety.waitUntilInStore()
  })
})
