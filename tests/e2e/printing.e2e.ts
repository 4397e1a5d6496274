import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startVirtualPrinter, type VirtualPrinter } from '../../src/paper/server.ts'
import { record } from '../../src/server/store.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices } from './screens/device.ts'
import { SOON } from './screens/patience.ts'
import { marta, tomas } from './screens/people.ts'
import { PrintQueue } from './screens/printing.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let bar: VirtualPrinter
let till: Till
let other: Till
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  bar = await startVirtualPrinter({ port: 0, httpPort: 0, scale: 1, outDir: null, now: () => Date.now() })
  const { hub } = cafe.server()
  const fields = { name: 'Bar', host: '127.0.0.1', port: bar.port, columns: 42, active: true }
  const station = { output: 'paper', printerId: 'printer-receipt' }
  const changed = await record(hub.replica, [
    { ent: { type: 'printer', id: 'bar' }, event: { type: 'record_changed', payload: fields } },
    { ent: { type: 'station', id: 'station-kitchen' }, event: { type: 'record_changed', payload: station } },
  ])
  hub.announce(changed)
  till = await Till.open(await devices.open(cafe.origin), marta)
  other = await Till.open(await devices.open(cafe.origin), tomas)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
  await bar.close()
})

describe('a kitchen ticket that is not printed', () => {
  it('[PRINTJOB7] is told to whoever sent it, who has it printed elsewhere or gives it up with a reason', async () => {
    await cafe.printer.setFaults({ paperOut: true })
    const number = await till.newTakeaway()
    await till.add('Bifana')
    await till.send()
    const queue = new PrintQueue(till.page)
    await queue.toast(/no paper/).waitFor()
    await queue.open(1)
    await queue.job(number).getByText('The printer has no paper.').waitFor()
    await expectAccessible(till.page)
    await expect.poll(() => new PrintQueue(other.page).sign(1).count(), SOON).toBe(0)
    await queue.printOn(number, 'Bar')
    await expect
      .poll(() => bar.tickets().map(({ text }) => text), SOON)
      .toEqual([
        expect.stringMatching(new RegExp(`BACKUP FROM[^]*Counter\\s+receipts[^]*${number}[^]*1 x Bifana`)),
      ])
    await queue.empty().waitFor()
    await queue.sign(1).waitFor({ state: 'detached' })

    await till.page.goto(cafe.origin)
    const second = await till.newTakeaway()
    await till.add('Bifana')
    await till.send()
    await queue.open(1)
    await queue.giveUp(second, 'Told the kitchen')
    await queue.empty().waitFor()
    await cafe.printer.setFaults({ paperOut: false })
    const { db } = cafe.server().hub.replica
    const jobs = await db.selectFrom('print_jobs').select(['state', 'settled_why']).execute()
    expect(jobs.map(({ state, settled_why: why }) => `${state} ${why ?? ''}`).toSorted()).toEqual([
      'discarded Told the kitchen',
      'printed ',
    ])
  })
})
