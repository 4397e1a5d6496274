import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Approval } from './screens/approval.ts'
import { Devices, type Device } from './screens/device.ts'
import { SOON } from './screens/patience.ts'
import { joaquim, leonor, marta, tomas } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let bar: Device
let till: Till
let approval: Approval
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  bar = await devices.open(cafe.origin)
  till = await Till.open(bar, marta)
  approval = new Approval(till.page)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('a waiter voids what the kitchen has', () => {
  it('[ROLE8] and a manager says yes on the spot; the event names both', async () => {
    await till.openTable('Table 1')
    await till.add('Galão', 'Croissant')
    await till.send()
    await till.void('Galão', 'Wrong item')
    await approval.dialog.waitFor()
    expect(await approval.dialog.innerText()).toMatch(
      /Marta asks a manager\s+Void what the kitchen has\s+Galão/,
    )
    expect(await approval.approver(tomas).count()).toBe(0)
    expect(await approval.approver(joaquim).count()).toBe(1)
    await approval.by(leonor)
    await till.line('Galão').waitFor({ state: 'detached' })
    await till.safety.waitUntilInStore()
    expect(await authorities('item_voided')).toEqual([
      { by: marta.id, approvedBy: leonor.id, reason: 'Wrong item' },
    ])
  })

  it('[ROLE9] a wrong PIN changes nothing and counts, also through a reload', async () => {
    await till.void('Croissant', 'Wrong item')
    await approval.choose(leonor)
    for (let n = 1; n <= 4; n += 1) {
      await approval.typePin('111111')
      await expect.poll(() => approval.refusal().innerText(), SOON).toContain('That PIN is not right.')
    }
    await till.page.reload()
    await till.void('Croissant', 'Wrong item')
    await approval.choose(leonor)
    await approval.typePin('111111')
    await expect.poll(() => approval.refusal().innerText(), SOON).toContain('Too many wrong PINs.')
    await approval.dialog.getByRole('button', { name: 'Someone else' }).click()
    await approval.choose(joaquim)
    await approval.dialog.getByRole('button', { name: 'Someone else' }).click()
    await till.page.keyboard.press('Escape')
    await approval.dialog.waitFor({ state: 'hidden' })
    expect(await till.quantityOf('Croissant')).toBe(1)
  })

  it('[ROLE8] without a server, too', async () => {
    await devices.whileServerIsDown(cafe, async () => {
      await till.void('Croissant', 'Not good')
      await approval.by(joaquim)
      await till.line('Croissant').waitFor({ state: 'detached' })
    })
    expect(await authorities('item_voided')).toContainEqual({
      by: marta.id,
      approvedBy: joaquim.id,
      reason: 'Not good',
    })
  })
})

/** Who did these, who allowed them and why, as the server's journal has it. */
async function authorities(type: string): Promise<readonly unknown[]> {
  const { db } = cafe.server().hub.replica
  const rows = await db
    .selectFrom('journal')
    .select('payload')
    .where('type', '=', type)
    .orderBy('n')
    .execute()
  return rows.map(({ payload }) => {
    const { by, approvedBy, reason } = JSON.parse(payload) as Record<string, unknown>
    return { by, approvedBy, reason }
  })
}
