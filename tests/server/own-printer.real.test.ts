import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeviceStore } from '../../src/device/store.ts'
import type { Command } from '../../src/domain/command/command.ts'
import { ownPrinterHost } from '../../src/domain/kitchen/own-printer.ts'
import { readRecord } from '../../src/database/queries/records.ts'
import { startVirtualPrinter, type VirtualPrinter } from '../../src/paper/server.ts'
import { openLine } from '../../src/server/printing/open-line.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { espresso, LEONOR, openNodeDevice, runAll } from '../support/node-device.ts'

let cafe: Cafe
/** What hangs on the till, and on nothing else. */
let printer: VirtualPrinter
let till: DeviceStore
let phone: DeviceStore

beforeEach(async () => {
  cafe = await openCafe()
  printer = await startVirtualPrinter({ port: 0, httpPort: 0, scale: 1, outDir: null, now: () => Date.now() })
  till = await openNodeDevice(cafe.origin, cafe.origin, () => openLine('127.0.0.1', printer.port))
  phone = await openNodeDevice(cafe.origin)
  await runAll(till, [ownPrinter({ drawer: 'pin2' })], LEONOR)
  await until(async () => (await knows(phone)) && (await knows(null)))
})
afterEach(async () => {
  for (const device of [till, phone]) device.sync.stop()
  await printer.close()
  await cafe.close()
})

const OWN = 'printer-till'

function ownPrinter(fields: Readonly<Record<string, unknown>>): Command {
  const host = ownPrinterHost(till.replica.dev)
  const all = { name: 'At the till', host, port: 9100, columns: 48, active: true, ...fields }
  return { type: 'save_record', recordType: 'printer', recordId: OWN, fields: all }
}

/** Whether a device, or the server, knows of the till's printer. */
async function knows(device: DeviceStore | null): Promise<boolean> {
  const { db, store } = device?.replica ?? cafe.server().hub.replica
  return (await readRecord(db, store, 'printer', OWN)) !== null
}

function pay(orderId: string, method: 'cash' | 'card' = 'cash'): Command {
  const amounts = { amount: 120, tendered: method === 'cash' ? 200 : 120 }
  return { type: 'take_payment', orderId, paymentId: `${orderId}-paid`, method, ...amounts }
}

const until = (condition: () => Promise<boolean> | boolean) =>
  vi.waitUntil(condition, { timeout: 20_000, interval: 20 })
const jobsAt = (device: DeviceStore | null) =>
  (device?.replica ?? cafe.server().hub.replica).db
    .selectFrom('print_jobs')
    .selectAll()
    .orderBy('queued_at')
    .execute()
const texts = () => printer.tickets().map(({ text }) => text)

describe('a printer that hangs on one device', () => {
  it('[ROUTE3] prints that device’s receipts and opens its drawer with no server, and nobody else does', async () => {
    await cafe.stopServer()
    await runAll(till, [...espresso('alone'), pay('alone')])
    await until(() => texts().length === 1)
    expect(texts()[0]).toContain('Espresso')
    await until(async () => (await jobsAt(till)).every(({ state }) => state === 'printed'))
    expect((await jobsAt(till)).map(({ kind }) => kind).toSorted()).toEqual(['drawer', 'receipt'])
    await cafe.startServer()
    await until(async () => (await till.replica.heads()).size > 0 && till.sync.link() !== 'offline')
    await until(async () => {
      const sold = await cafe.server().hub.replica.db.selectFrom('payments').selectAll().execute()
      return sold.length === 1
    })
    expect(await jobsAt(null)).toEqual([])
    expect(cafe.printer.tickets()).toEqual([])
    expect(texts()).toHaveLength(1)
  })

  it('[ROUTE3] prints what others send to its station, and what others sell comes out at the house’s', async () => {
    const fields = { output: 'paper', printerId: OWN, backupPrinterId: 'printer-receipt' }
    await runAll(
      till,
      [{ type: 'save_record', recordType: 'station', recordId: 'station-bar', fields }],
      LEONOR,
    )
    await until(async () => {
      const { db, store } = phone.replica
      const bar = await readRecord(db, store, 'station', 'station-bar')
      return bar?.printerId === OWN
    })
    await runAll(phone, [...espresso('shared'), pay('shared')])
    await until(() => texts().length === 1 && cafe.printer.tickets().length === 1)
    expect(texts()[0]).toContain('Espresso')
    expect((await jobsAt(till)).map(({ kind }) => kind)).toEqual(['kitchen'])
    expect((await jobsAt(null)).map(({ kind }) => kind).filter((kind) => kind === 'kitchen')).toEqual([])
    expect(await jobsAt(phone)).toEqual([])
  })

  it('[ROUTE3] [PRINTJOB7] that does not print says so on its device, where a person prints it after all', async () => {
    await printer.setFaults({ paperOut: true })
    await runAll(till, [...espresso('waits'), pay('waits', 'card')])
    await until(() => till.printing.view().jobs.some(({ reason }) => reason === 'printer_paper_out'))
    const [job] = till.printing.view().jobs
    expect(job).toMatchObject({ kind: 'receipt', here: true, printer: 'At the till', state: 'queued' })
    expect(phone.printing.view().jobs).toEqual([])
    await printer.setFaults({ paperOut: false })
    const settling = { jobId: job?.id ?? '', what: 'print', printerId: null, why: '' } as const
    expect(await till.printing.settle(settling, LEONOR.id)).toMatchObject({ ok: true })
    await until(() => texts().length === 1)
    await until(() => till.printing.view().jobs.length === 0)
  })

  it('[PRINT23] shows with a test slip whether it prints, as does one of the house', async () => {
    const asked = { id: crypto.randomUUID(), by: LEONOR.id }
    expect(await till.printing.test({ ...asked, printerId: OWN })).toMatchObject({ ok: true })
    await until(() => texts().length === 1)
    expect(texts()[0]).toContain('TEST PRINT')
    expect(texts()[0]).toContain('123456789012345678901234567890123456789012345678')
    expect(texts()[0]).toContain('€ £ $')
    expect(await phone.printing.test({ ...asked, printerId: 'printer-receipt' })).toMatchObject({ ok: true })
    await until(() => cafe.printer.tickets().length === 1)
    const refused = await phone.printing.test({ ...asked, printerId: OWN })
    expect(refused).toMatchObject({ ok: false, error: { code: 'printer_unknown' } })
  })
})
