import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startVirtualPrinter, type VirtualPrinter } from '../../src/paper/server.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { hangPrinter, type HungPrinter } from '../support/hung-printer.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices, type Device } from './screens/device.ts'
import { SOON } from './screens/patience.ts'
import { leonor } from './screens/people.ts'
import { PrintQueue } from './screens/printing.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
/** What hangs on the till. */
let printer: VirtualPrinter
let hung: HungPrinter
let device: Device
let till: Till
let queue: PrintQueue
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  printer = await startVirtualPrinter({ port: 0, httpPort: 0, scale: 1, outDir: null, now: () => Date.now() })
  device = await devices.open(cafe.origin)
  hung = await hangPrinter(device.profile.context, printer.port)
  till = await Till.open(device, leonor)
  queue = new PrintQueue(till.page)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  hung.close()
  await printer.close()
  await cafe.close()
})

const texts = (): readonly string[] => printer.tickets().map(({ text }) => text)

/** One espresso to take away, paid by card: a receipt. */
async function sell(): Promise<string> {
  await till.page.goto(cafe.origin)
  const number = await till.newTakeaway()
  await till.add('Espresso')
  await till.send()
  await till.goToPay()
  await till.payByCard()
  return number
}

describe('a printer on a device of its own', () => {
  it.each([
    ['USB', 'TM-T20III is connected by USB'],
    ['serial port', 'Connected by serial port'],
    ['Bluetooth', 'MPT-II is connected by Bluetooth'],
  ])('[PRINT24] is connected by %s with a tap, and prints', async (way, words) => {
    await queue.fromMenu()
    const before = texts().length
    await queue.connect(way)
    await queue.own().getByText(words).waitFor()
    await expectAccessible(till.page)
    await queue.test('Printer of ')
    await expect.poll(texts, SOON).toHaveLength(before + 1)
    expect(texts().at(-1)).toContain('TEST PRINT')
    await queue.empty().waitFor()
    await queue.disconnect()
    await queue.own().getByText('No printer is connected here').waitFor()
  })

  it('[ROUTE3] [PRINT24] prints the receipt with no server, and after the page was opened anew', async () => {
    await queue.fromMenu()
    await queue.connect('USB')
    await queue.own().getByText('TM-T20III is connected by USB').waitFor()
    await till.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    device.expectOutage(true)
    await cafe.stopServer()
    const number = await sell()
    await expect.poll(() => texts().at(-1), SOON).toContain(number)
    // Until the printer said so, nobody knows whether it is on paper: then nothing is printed anew by itself.
    await queue.fromMenu()
    await queue.job(number).waitFor({ state: 'detached' })
    await till.page.reload()
    await queue.fromMenu()
    await till.page.getByRole('button', { name: /^Test print on Printer of/ }).waitFor()
    const next = await sell()
    await expect.poll(() => texts().at(-1), SOON).toContain(next)
    await cafe.startServer()
    await device.reconnected()
    expect(cafe.printer.tickets()).toEqual([])
  })

  it('[PRINT24] [PRINTJOB7] that was pulled out keeps what it has to print, and prints it once it is back', async () => {
    await hung.plug(false)
    const number = await sell()
    await queue.sign(1).waitFor()
    await queue.open(1)
    await queue.job(number).getByText('The printer does not answer.').waitFor()
    const before = texts().length
    await hung.plug(true)
    await queue.printNow(number)
    await expect.poll(() => texts().length, SOON).toBe(before + 1)
    expect(texts().at(-1)).toContain(number)
    await queue.empty().waitFor()
  })
})
