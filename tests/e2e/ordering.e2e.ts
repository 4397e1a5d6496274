import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices, type Device } from './screens/device.ts'
import { Keyboard } from './screens/keyboard.ts'
import { Kitchen } from './screens/kitchen.ts'
import { OptionsSheet } from './screens/options-sheet.ts'
import { SOON } from './screens/patience.ts'
import { marta, tomas } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let bar: Device
let till: Till
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe({ printing: false })
  bar = await devices.open(cafe.origin)
  till = await Till.open(bar, marta)
})

beforeEach(async () => {
  // Wherever the test before stopped.
  if (await till.floor.isVisible()) return
  await till.page.goto(cafe.origin)
  await till.floor.or(till.login.title).waitFor()
  if (await till.login.title.isVisible()) await till.login.as(marta)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('a dish that asks something', () => {
  it('says what must be chosen, and costs what its options cost; the kitchen reads them', async () => {
    const kitchen = await Kitchen.open(bar, tomas)
    await till.page.bringToFront()
    const number = await till.openTable('Table 1')
    const sheet = await till.choose('Steak & egg')
    await expectAccessible(till.page)
    await sheet.addButton().click()
    await expect.poll(() => sheet.addButton().innerText(), SOON).toBe('Choose: Cooked')
    await sheet.tap('Medium rare', 'Green salad', 'Yoghurt', 'Garlic aioli')
    await expect.poll(() => sheet.addButton().innerText(), SOON).toBe('Add €17.40')
    await expectAccessible(till.page)
    await sheet.add()

    const line = till.line('Steak & egg')
    await line.getByText('€17.40').waitFor()
    for (const words of ['Medium rare', 'Green salad', '– Yoghurt', 'Garlic aioli']) {
      await expect.poll(() => line.innerText(), SOON).toContain(words)
    }
    await till.send()
    const ticket = kitchen.ticket(number, 'pending')
    await ticket.waitFor()
    for (const words of ['Medium rare', 'Green salad', 'Yoghurt', 'Garlic aioli']) {
      await expect.poll(() => ticket.innerText(), SOON).toContain(words)
    }
    await kitchen.page.close()
    await till.backToTables()
  })

  it('is one tap more when its first size is the one', async () => {
    await till.openTable('Table 2')
    const small = await till.choose('Orange juice')
    await small.add()
    await till.line('Orange juice Small').getByText('€3.50').waitFor()
    const large = await till.choose('Orange juice')
    await large.size('Large').click()
    await large.add()
    await till.line('Orange juice Large').getByText('€4.90').waitFor()
    await till.backToTables()
  })

  it('is looked into as soon as it is seen, even before it is saved', async () => {
    await till.openTable('Table 2')
    // As a finger would that is faster than the device: in the moment in which the line is painted.
    await till.page.evaluate(() => {
      new MutationObserver((_, seen) => {
        const line = document.querySelector<HTMLElement>('[aria-label="Change Cola"]')
        if (line === null) return
        seen.disconnect()
        line.click()
      }).observe(document.body, { subtree: true, childList: true })
    })
    await till.dish('Cola').click()
    const sheet = await OptionsSheet.of(till.page, 'Cola')
    await sheet.dialog.waitFor()
    await till.page.keyboard.press('Escape')
    await sheet.dialog.waitFor({ state: 'hidden' })
    await till.backToTables()
  })

  it('is chosen by keyboard alone, and left by Escape with nothing ordered', async () => {
    await till.openTable('Table 3')
    const keyboard = new Keyboard(till.page)
    let sheet = await till.choose('Steak & egg')
    await till.page.keyboard.press('Escape')
    await sheet.dialog.waitFor({ state: 'hidden' })
    sheet = await till.choose('Steak & egg')
    await keyboard.press(sheet.option('Rare'))
    await keyboard.press(sheet.addButton())
    await till.line('Steak & egg').waitFor()
    expect(await till.quantityOf('Steak & egg')).toBe(1)
    await till.backToTables()
  })
})

it('an order that is not priced yet asks for no money', async () => {
  await till.openTable('Table T2')
  await till.page.evaluate(() => {
    const slip = document.querySelector('section[aria-label^="Order "]')
    if (slip === null) throw new Error('assertion failed: no order is open')
    new MutationObserver(() => {
      if (slip.textContent.includes('Pay €0.00')) document.body.dataset['asked'] = 'nothing'
    }).observe(slip, { subtree: true, childList: true, characterData: true })
  })
  await till.add('Cola')
  expect(await till.page.locator('body').getAttribute('data-asked')).toBe(null)
  await till.backToTables()
})

describe('a line that is not sent', () => {
  it('takes options that were not asked for: left off, extra, on the side, and never more than allowed', async () => {
    await till.openTable('Table 4')
    await till.add('House burger')
    const sheet = await till.change('House burger')
    await sheet.tap('Onion', 'Cheddar', 'Cheddar', 'Bacon')
    await expect.poll(() => sheet.option('Avocado').isDisabled(), SOON).toBe(true)
    await sheet.meant('Sauces', 'Side')
    await sheet.tap('Ketchup')
    await sheet.save()
    const line = till.line('House burger')
    await line.getByText('€16.00').waitFor()
    for (const words of ['No Onion', '2 × Cheddar', 'Bacon', 'Ketchup on the side']) {
      await expect.poll(() => line.innerText(), SOON).toContain(words)
    }

    const again = await till.change('House burger')
    await again.dialog.getByRole('button', { name: 'One Cheddar less' }).click()
    await again.tap('No Onion')
    await again.save()
    await line.getByText('€15.00').waitFor()
    await expect.poll(() => line.innerText(), SOON).not.toContain('No Onion')
    // A plain burger after that is another line.
    await till.dish('House burger').click()
    await expect.poll(() => till.line('House burger').count(), SOON).toBe(2)
    await till.backToTables()
  })

  it('shows which toppings are free', async () => {
    await till.openTable('Table 5')
    await till.add('Salmon poke')
    const sheet = await till.change('Salmon poke')
    await sheet.option('Mango, free').click()
    await sheet.option('Edamame, free').click()
    await sheet.option('Seaweed, +€0.80').click()
    await sheet.save()
    await till.line('Salmon poke').getByText('€12.70').waitFor()
    await till.backToTables()
  })
})

it('a combo asks for each of its parts and what those ask, and is one price over all of them', async () => {
  await till.openTable('Table 6')
  const sheet = await till.choose('Lunch menu')
  await sheet.tap('Tomato soup', 'Steak & egg', 'Still water')
  await expect.poll(() => sheet.addButton().innerText(), SOON).toBe('Choose: Cooked')
  await sheet.tap('Well done')
  await expect.poll(() => sheet.addButton().innerText(), SOON).toBe('Add €17.40')
  await sheet.add()
  for (const part of ['Tomato soup', 'Steak & egg', 'Still water']) {
    await till.line(part).getByText('part of Lunch menu').waitFor()
  }
  expect(await till.goToPay()).toBe(1740)
  await till.page.getByRole('button', { name: 'Order', exact: true }).click()
  await till.backToTables()
})

it('all of it works without the server, and arrives when it is back', async () => {
  await devices.whileServerIsDown(cafe, async () => {
    await till.openTable('Table 7')
    const sheet = await till.choose('Salad bar')
    for (const digit of '350') {
      await sheet.dialog.getByRole('button', { name: digit, exact: true }).click()
    }
    await sheet.dialog.getByText('0.350 kg').waitFor()
    await expect.poll(() => sheet.addButton().innerText(), SOON).toBe('Add €5.22')
    await sheet.add()
    await till.line('Salad bar').getByText('0.350 kg × €14.90').waitFor()
    const open = await till.choose('Chef’s special')
    await till.page.keyboard.type('1875')
    await expect.poll(() => open.addButton().innerText(), SOON).toBe('Add €18.75')
    await open.add()
    await till.line('Chef’s special').getByText('€18.75').waitFor()
    await till.send()
  })
  await till.line('Salad bar').getByText('Waiting').waitFor()
  await till.backToTables()
})

describe('seats and courses', () => {
  it('a line goes to the seat that was said, and taps for another seat are another line', async () => {
    await till.openTable('Table 8')
    await till.add('Cappuccino')
    await till.nextFor({ Seat: '2' })
    await till.dish('Cappuccino').click()
    await till.line('Seat 2').getByText('Cappuccino').waitFor()
    await till.dish('Cappuccino').click()
    await till.line('Seat 2').filter({ hasText: /^\s*2/ }).waitFor()
    await expect.poll(() => till.line('Cappuccino').count(), SOON).toBe(2)
    await expectAccessible(till.page)

    const sheet = await till.change('Cappuccino')
    await sheet.dialog.getByRole('group', { name: 'Seat' }).getByRole('button', { name: '1' }).click()
    await sheet.save()
    await till.line('Seat 1').waitFor()
    await till.backToTables()
  })

  it('a course is held back while the rest is sent, and fired when the table is ready for it', async () => {
    const kitchen = await Kitchen.open(bar, tomas)
    await till.page.bringToFront()
    const number = await till.openTable('Table T1')
    await till.add('Caldo verde', 'House burger', 'Carrot cake')
    await till.slip.getByRole('button', { name: 'Hold Course 2' }).click()
    await till.slip.getByRole('button', { name: 'Hold Course 3' }).click()
    await till.slip.getByRole('button', { name: 'Fire Course 3' }).waitFor()
    await till.slip.getByRole('button', { name: 'Send 1 new item to the kitchen' }).click()
    const ticket = kitchen.ticket(number)
    await ticket.getByText('Caldo verde').waitFor()
    await expect.poll(() => ticket.innerText(), SOON).not.toContain('House burger')
    await expectAccessible(till.page)

    await till.slip.getByRole('button', { name: 'Fire Course 2' }).click()
    await ticket.getByText('House burger').waitFor()
    await expect.poll(() => ticket.innerText(), SOON).not.toContain('Carrot cake')
    await till.line('House burger').getByText('Waiting').waitFor()
    await kitchen.page.close()
    await till.backToTables()
  })
})
