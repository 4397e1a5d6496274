import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { record } from '../../src/server/store.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Approval } from './screens/approval.ts'
import { Devices, type Device } from './screens/device.ts'
import { Discounts } from './screens/discounts.ts'
import { SOON } from './screens/patience.ts'
import { joaquim, leonor, marta, tomas } from './screens/people.ts'
import { SplitBill } from './screens/split.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let bar: Device
let till: Till
let approval: Approval
let discounts: Discounts
let split: SplitBill
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  bar = await devices.open(cafe.origin)
  till = await Till.open(bar, marta)
  approval = new Approval(till.page)
  discounts = new Discounts(till.page)
  split = new SplitBill(till.page)
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
    await expect.poll(() => approval.approver(tomas).count(), SOON).toBe(0)
    await expect.poll(() => approval.approver(joaquim).count(), SOON).toBe(1)
    await approval.by(leonor)
    await till.line('Galão').waitFor({ state: 'detached' })
    await till.safety.waitUntilInStore()
    expect(await authorities('item_voided')).toEqual([
      { by: marta.id, approvedBy: leonor.id, reason: 'Wrong item' },
    ])
  })

  it('[ROLE8] what is typed in the very moment the keys are back counts', async () => {
    await till.add('Espresso')
    await till.send()
    await till.void('Espresso', 'Wrong item')
    await approval.choose(joaquim)
    // As soon as the refusal is there, before anything else of the page runs.
    await approval.dialog.evaluate((dialog, pin) => {
      const watch = new MutationObserver(() => {
        if (dialog.querySelector('[role="alert"]') === null) return
        watch.disconnect()
        for (const key of pin) window.dispatchEvent(new KeyboardEvent('keydown', { key }))
      })
      watch.observe(dialog, { subtree: true, childList: true })
    }, joaquim.pin)
    await approval.typePin('111111')
    await approval.dialog.getByRole('button', { name: 'Approve', exact: true }).click()
    await approval.dialog.waitFor({ state: 'hidden' })
    await till.line('Espresso').waitFor({ state: 'detached' })
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
    // What was asked stays as it was typed, until it is left, too.
    await till.page.getByRole('dialog', { name: /^Void / }).waitFor()
    await till.page.keyboard.press('Escape')
    await till.page.getByRole('dialog').waitFor({ state: 'hidden' })
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

describe('something off', () => {
  it('[DISC2] is given alone up to the role’s limit, and above it with a manager’s PIN', async () => {
    await till.backToTables()
    await till.openTable('Table 2')
    await till.add('House burger', 'Galão', 'Croissant')
    await till.send()
    expect(await till.goToPay()).toBe(1660)
    await discounts.open()
    await discounts.percent(10, 'Regular guest')
    await expect.poll(() => till.leftToPay(), SOON).toBe(1494)
    await discounts.open()
    await discounts.percent(20, 'Apology')
    await approval.dialog.waitFor()
    await expect.poll(() => approval.dialog.innerText(), SOON).toMatch(/Discount of 30 %/)
    await approval.by(joaquim)
    await expect.poll(() => till.leftToPay(), SOON).toBe(1162)
  })

  it('[DISC3] [DISC4] one line on the house, and taken back again', async () => {
    await discounts.open()
    await discounts.comp('Croissant', 'Apology')
    await approval.by(joaquim)
    await expect.poll(() => till.leftToPay(), SOON).toBe(1029)
    await discounts.open()
    await expect.poll(() => discounts.given().count(), SOON).toBe(3)
    await discounts.takeBack('Discount 20 %')
    await expect.poll(() => till.leftToPay(), SOON).toBe(1323)
    await discounts.takeBack('Comp')
    await approval.by(joaquim)
    await expect.poll(() => discounts.given().count(), SOON).toBe(1)
    await till.page.keyboard.press('Escape')
    await expect.poll(() => till.leftToPay(), SOON).toBe(1494)
  })
})

describe('a split bill', () => {
  it('[CHECK8] [CHECK10] by three with one tap comes to the order, to the cent; and is one bill again', async () => {
    await split.equally(3)
    const thirds = await split.amounts()
    expect(thirds).toEqual([498, 498, 498])
    await split.open()
    await split.unsplit()
    await expect.poll(() => split.checks().count(), SOON).toBe(0)
    expect(await till.leftToPay()).toBe(1494)
  })

  it('[CHECK2] [CHECK13] by line, one of them shared, and paid in any order', async () => {
    await split.open()
    await split.tap('House burger')
    await split.choose('Check 2')
    await split.tap('Galão')
    await split.share('Croissant')
    await split.save()
    await expect.poll(() => split.amounts(), SOON).toEqual([1211, 283])
    await split.pay('Check 1')
    await split.paid('Check 1').waitFor()
    await till.page.getByText('Check 2: left to pay').waitFor()
  })

  it('[CHECK14] [CHECK15] who pays first has a receipt of their own; every further one says it is a copy', async () => {
    await expect.poll(() => papers(/^(?!.*COPY)[^]*Check 1[^]*House burger/), SOON).toHaveLength(1)
    await split.receipt('Copy 1: Check 1')
    await expect.poll(() => papers(/COPY 1[^]*Check 1/), SOON).toHaveLength(1)
    await expect.poll(() => till.page.getByRole('button', { name: /: Check 2$/ }).count(), SOON).toBe(0)
  })

  it('[CHECK11] what is paid stays as it is', async () => {
    await split.open()
    await expect
      .poll(() => split.dialog.getByRole('button', { name: /^Check 1/ }).isDisabled(), SOON)
      .toBe(true)
    await split.unsplit()
    await expect.poll(() => split.amounts(), SOON).toEqual([1211, 283])
    await split.pay('Rest')
    await till.paid().waitFor()
    await expect.poll(() => papers(/Rest of the bill/), SOON).toHaveLength(1)
    await split.receipt('Copy 2: Check 1')
    await expect.poll(() => papers(/COPY 2[^]*Check 1/), SOON).toHaveLength(1)
    await expectAccessible(till.page)
  })

  it('[BILL6] [CHECK7] [PAY18] after the bill, by a sum, and with a tip by one tap', async () => {
    await till.backToTables()
    await till.openTable('Table 3')
    await till.add('House burger')
    const due = await till.goToPay()
    await till.page.getByRole('button', { name: 'Bill', exact: true }).click()
    await till.page.getByRole('button', { name: 'Bill sent' }).waitFor()
    await expect.poll(() => papers(/BILL[^]*House burger[^]*not a receipt/), SOON).toHaveLength(1)
    await split.open()
    await split.sum('500')
    await split.save()
    expect(await split.amounts()).toEqual([500, due - 500])
    await till.page.getByRole('button', { name: 'Card', exact: true }).click()
    await till.page.getByRole('group', { name: 'Usual tips' }).getByRole('button', { name: /^10 %/ }).click()
    await till.page.getByRole('button', { name: 'Approved' }).click()
    await split.paid('Check 1').waitFor()
    await expect.poll(() => papers(/Share of the bill[^]*5\.00[^]*Tip\s+0\.50/), SOON).toHaveLength(1)
  })
})

describe('the price of the hour', () => {
  it('[LEVEL4] stands on the menu grid, and is what the line costs', async () => {
    const { hub } = cafe.server()
    const always = { services: [], areaIds: [], weekdays: [], from: 0, to: 0, active: true }
    const payload = { name: 'Happy hour', priority: 1, prices: { 'menu-galao': 90 }, ...always }
    const happy = {
      ent: { type: 'price_list', id: 'happy' },
      event: { type: 'record_changed', payload },
    } as const
    hub.announce(await record(hub.replica, [happy]))
    await till.page.goto(cafe.origin)
    await till.openTable('Table 4')
    await till.menu.getByRole('button', { name: 'Galão €0.90 instead of €2.20' }).waitFor()
    await till.add('Galão')
    await till.line('Galão').getByText('€0.90').waitFor()
    expect(await till.goToPay()).toBe(90)
  })
})

/** What came out of the receipt printer and says so. */
function papers(words: RegExp): readonly string[] {
  return cafe.printer
    .tickets()
    .map(({ text }) => text)
    .filter((text) => words.test(text))
}

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
