import { afterEach, expect, it, vi } from 'vitest'
import type { DeviceStore } from '../../src/device/store.ts'
import type { Command } from '../../src/domain/command/command.ts'
import { startVirtualPrinter, type VirtualPrinter } from '../../src/paper/server.ts'
import { startStoreProcess, type KillableServer } from '../support/killable-hub.ts'
import { openNodeDevice, runAll } from '../support/node-device.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const LEONOR = { id: 'user-leonor', name: 'Leonor', role: 'manager' as const }
const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 30_000, interval: 20 })

const order = (orderId: string): readonly Command[] => [
  { type: 'open_order', orderId, service: 'takeaway', tableId: null, covers: 1 },
  { type: 'add_item', orderId, itemId: `${orderId}-i`, menuItemId: 'menu-bifana', qty: 1, note: '' },
  { type: 'send_order', orderId },
]

async function printOnPaper(till: DeviceStore): Promise<void> {
  const fields = { output: 'paper', printerId: 'printer-receipt' }
  const command = { type: 'save_record', recordType: 'station', recordId: 'station-kitchen', fields } as const
  expect(await till.run(LEONOR, crypto.randomUUID(), command)).toMatchObject({ ok: true })
}

const numbers = (printer: VirtualPrinter) =>
  printer.tickets().map(({ text }) => /[A-Z]-\d{3}/.exec(text)?.[0] ?? text)

it('[PRINTJOB1] [PRINTJOB4] a server that is killed while it prints loses no ticket, and marks every repeat', async () => {
  const printer = await startVirtualPrinter({ port: 0, httpPort: 0, outDir: null, now: () => Date.now() })
  closing.push(() => printer.close())
  let server: KillableServer = await startStoreProcess({ printerPort: printer.port })
  closing.push(() => server.kill())
  const till = await openNodeDevice(server.origin)
  closing.push(() => till.sync.stop())
  await printOnPaper(till)
  await runAll(till, order('o0'))
  await until(() => printer.tickets().length === 1)

  await printer.setFaults({ bytesPerSecond: 300 })
  for (const orderId of ['o1', 'o2', 'o3']) await runAll(till, order(orderId))
  await until(() => printer.tickets().length === 2)
  // Now the next is on its way, another waits, and one may only be noted.
  await new Promise((resolve) => setTimeout(resolve, 300))
  await server.kill()
  await runAll(till, order('o4'))
  await printer.setFaults({ bytesPerSecond: null })
  server = await startStoreProcess({ printerPort: printer.port, dataDir: server.dataDir, port: server.port })
  await until(() => new Set(numbers(printer)).size === 5)
  const seen = new Set<string>()
  for (const { text } of printer.tickets()) {
    const number = /[A-Z]-\d{3}/.exec(text)?.[0] ?? text
    if (seen.has(number)) expect(text).toMatch(/COPY 1[^]*CHECK BEFORE COOKING/)
    seen.add(number)
  }
  // Of the one that was on its way nobody could know; of the others there is no doubt.
  await until(() => printer.tickets().some(({ text }) => text.includes('COPY 1')))
  expect(printer.tickets().filter(({ text }) => text.includes('COPY'))).toHaveLength(1)
})
