import { EventEmitter, once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { startVirtualPrinter, type VirtualPrinter, type VirtualPrinterOptions } from '#paper/server.ts'
import { openLine } from './open-line.ts'
import { sendToPrinter, type PrinterJob, type PrinterResult } from '#spool/send.ts'

const closing: VirtualPrinter[] = []

afterEach(async () => {
  for (const printer of closing.splice(0)) await printer.close()
})

async function start(options: Partial<VirtualPrinterOptions> = {}): Promise<VirtualPrinter> {
  const printer = await startVirtualPrinter({
    port: 0,
    httpPort: 0,
    scale: 1,
    outDir: null,
    now: () => 0,
    ...options,
  })
  closing.push(printer)
  return printer
}

/** Waits short enough for a test; a printer that answers does so in far less. */
const SHORT = { statusMs: 60, fenceMs: 60, stallMs: 60 }

function send(
  printer: VirtualPrinter,
  bytes: Uint8Array,
  job: Partial<PrinterJob> = {},
): Promise<PrinterResult> {
  return sendToPrinter({ open: () => openLine('127.0.0.1', printer.port), bytes, ...job })
}

function ticket(lines = 1): Uint8Array {
  return Buffer.from(`${'a line of text on paper\n'.repeat(lines)}\n\n\n\n\x1dV\x01`, 'latin1')
}

describe('sendToPrinter', () => {
  it('[PRINT11] says confirmed once the paper is cut', async () => {
    const printer = await start()
    expect(await send(printer, ticket())).toEqual({ state: 'confirmed' })
    expect(printer.tickets()).toHaveLength(1)
  })

  it('[PRINT11] prints every byte of a long job on a slow printer that answers (M7)', async () => {
    const printer = await start({ faults: { bytesPerSecond: 400_000 } })
    expect(await send(printer, ticket(4000))).toEqual({ state: 'confirmed' })
    expect(printer.tickets()[0]?.text.split('\n')).toHaveLength(4001)
  })

  it('[PRINT11] loses nothing of a job it stopped waiting for on a slow, talking printer (M7)', async () => {
    const cuts = new EventEmitter()
    const first = once(cuts, 'ticket')
    const printer = await start({
      faults: { bytesPerSecond: 1_000_000, chatter: true },
      onTicket: () => cuts.emit('ticket'),
    })
    const timeouts = { statusMs: 20, fenceMs: 1, fencePer10KbMs: 0, closeMs: 1 }
    const result = await send(printer, ticket(16_000), { timeouts })
    expect(result.state).not.toBe('confirmed')
    await first
    expect(printer.tickets()[0]?.text.split('\n')).toHaveLength(16_001)
  })

  it('[PRINT11] is not taken in by status blocks nobody asked for', async () => {
    const printer = await start({ faults: { chatter: true } })
    expect(await send(printer, ticket())).toEqual({ state: 'confirmed' })
  })

  it('[PRINT10] sends nothing to a printer that says it has no paper', async () => {
    const printer = await start({ faults: { paperOut: true } })
    expect(await send(printer, ticket())).toMatchObject({ state: 'not_sent', code: 'printer_paper_out' })
    await printer.setFaults({ paperOut: false })
    expect(await send(printer, ticket())).toEqual({ state: 'confirmed' })
    expect(printer.tickets()).toHaveLength(1)
  })

  it('[PRINT10] tells an open cover from missing paper', async () => {
    const printer = await start({ faults: { coverOpen: true } })
    expect(await send(printer, ticket())).toMatchObject({ state: 'not_sent', code: 'printer_cover_open' })
  })

  it('says that nothing was sent when nobody listens', async () => {
    const printer = await start({ faults: { refuse: true } })
    const result = await send(printer, ticket())
    expect(result).toMatchObject({ state: 'not_sent', code: 'printer_unreachable' })
    expect(result).toHaveProperty('detail', expect.stringContaining('ECONNREFUSED'))
  })

  it('says that nothing was sent when the connection breaks before the job', async () => {
    const printer = await start({ faults: { resetAfterBytes: 3 } })
    expect(await send(printer, ticket())).toMatchObject({ state: 'not_sent', code: 'printer_unreachable' })
  })

  it('[PRINT10] [PRINT11] prints on a mute printer and claims no more than sent', async () => {
    const printer = await start({ faults: { silentStatus: true } })
    expect(await send(printer, ticket(), { timeouts: SHORT })).toEqual({ state: 'sent', reason: 'no_fence' })
    expect(printer.tickets()).toHaveLength(1)
  })

  it('[PRINT11] does not know what is on paper when the connection breaks in the job', async () => {
    const printer = await start({ faults: { resetAfterBytes: 500 } })
    expect(await send(printer, ticket(100))).toMatchObject({ state: 'unknown', code: 'printer_lost' })
    expect(printer.tickets()).toHaveLength(0)
  })

  it('[PRINT11] does not know what is on paper when the printer stops reading', async () => {
    const printer = await start({ faults: { bytesPerSecond: 1 } })
    const result = await send(printer, ticket(500_000), { timeouts: { ...SHORT, statusMs: 500 } })
    expect(result).toMatchObject({
      state: 'unknown',
      code: 'printer_lost',
      detail: expect.stringContaining('took no'),
    })
  })

  it('[PRINT11] leaves a job with a printer that ran out of paper in it, which prints it later', async () => {
    let paperEnds = true
    const cuts = new EventEmitter()
    const printer = await start({
      onTicket: ({ n }) => {
        if (paperEnds) void printer.setFaults({ paperOut: true })
        cuts.emit(`ticket ${n}`)
      },
    })
    const second = once(cuts, 'ticket 2')
    const bytes = Buffer.concat([ticket(), ticket(100)])
    const result = await send(printer, bytes, { timeouts: { fenceMs: 60, closeMs: 60 } })
    expect(result).toMatchObject({ state: 'unknown', detail: expect.stringContaining('paper_out') })
    expect(printer.tickets()).toHaveLength(1)
    paperEnds = false
    await printer.setFaults({ paperOut: false })
    await second
    expect(printer.tickets()[1]?.text.split('\n')).toHaveLength(101)
  })

  it.each([0, 70_000])('says so, and does not throw, when the port cannot be one: %i', async (port) => {
    const result = await sendToPrinter({ open: () => openLine('127.0.0.1', port), bytes: ticket() })
    expect(result).toMatchObject({ state: 'not_sent', code: 'printer_unreachable' })
  })

  it('stops before anything is sent when it is told to', async () => {
    const printer = await start()
    const result = await send(printer, ticket(), { signal: AbortSignal.abort() })
    expect(result).toMatchObject({ state: 'not_sent', code: 'printer_unreachable', detail: 'cancelled' })
    expect(printer.tickets()).toHaveLength(0)
  })
})
