import { describe, expect, it } from 'vitest'
import type { LineNews } from '#device/messages/printer-lines.ts'
import type { KeptPort } from './kept-port.ts'
import { createOwnPrinter } from './own-printer.ts'
import type { PortListener, PrinterPort } from './port.ts'

/** A printer that a browser could reach, and the page that uses it. */
function page() {
  const told: string[] = []
  const written: number[] = []
  const world = {
    isThere: true,
    isRemembered: true,
    mayAsk: true,
    stuck: null as Promise<never> | null,
    kept: null as KeptPort | null,
    opened: 0,
  }
  let listener: PortListener | null = null
  const port = (): PrinterPort => ({
    name: 'TM',
    mark: 'm',
    async open(to) {
      if (!world.isThere) throw new Error('it is not there')
      world.opened += 1
      listener = to
    },
    async write(bytes) {
      if (!world.isThere) throw new Error('it is gone')
      if (world.stuck !== null) await world.stuck
      written.push(...bytes)
    },
    close: async () => {},
  })
  const printer = createOwnPrinter({
    kinds: ['usb'],
    makerOf: async () => ({
      choose: async () => {
        if (!world.mayAsk) throw new Error('no leave to ask')
        return port()
      },
      again: async () => (world.isRemembered ? port() : null),
    }),
    kept: {
      read: () => world.kept,
      write: (kept) => {
        world.kept = kept
      },
    },
    tell: (line, news) => told.push(`${line} ${wordsOf(news)}`),
  })
  return {
    printer,
    told,
    written,
    world,
    says: (...bytes: number[]) => listener?.heard(Uint8Array.from(bytes)),
    lose: () => listener?.lost('gone'),
  }
}

function wordsOf(news: LineNews): string {
  if (news.what === 'took') return `took ${news.bytes}`
  if (news.what === 'heard') return `heard ${[...news.bytes].join(' ')}`
  return news.what === 'lost' ? `lost: ${news.why}` : news.what
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
const BYTES = Uint8Array.of(1, 2, 3)

describe('[PRINT24] the printer of this device', () => {
  it('carries what the worker writes, one after the other, and what the printer says', async () => {
    const { printer, told, written, says } = page()
    expect(await printer.connect('usb', { baudRate: 9600 })).toBe('connected')
    expect(printer.state()).toEqual({ kinds: ['usb'], chosen: 'usb', name: 'TM', isOpen: true })
    for (const what of ['open', 'write', 'end'] as const)
      printer.order(1, what === 'write' ? { what, bytes: BYTES } : { what })
    await settled()
    says(18)
    expect(told).toEqual(['1 open', '1 took 3', '1 closed', '1 heard 18'])
    expect(written).toEqual([1, 2, 3])
  })

  it('is looked for when there is something to print, as after the page was opened anew', async () => {
    const { printer, told, world } = page()
    world.kept = { kind: 'usb', mark: 'm', baudRate: 9600 }
    printer.order(1, { what: 'open' })
    await settled()
    expect(told).toEqual(['1 open'])
    expect(printer.state().isOpen).toBe(true)
  })

  it('that nobody chose, or that is not there, is a line that was lost', async () => {
    const { printer, told, world } = page()
    printer.order(1, { what: 'open' })
    await settled()
    world.kept = { kind: 'usb', mark: 'm', baudRate: 9600 }
    world.isRemembered = false
    printer.order(2, { what: 'open' })
    await settled()
    expect(told).toEqual([
      '1 lost: no printer was chosen on this device',
      '2 lost: the printer is not connected',
    ])
  })

  it('that was pulled out is found again without a browser that remembers it, while the page is open', async () => {
    const { printer, told, world, lose } = page()
    await printer.connect('usb', { baudRate: 9600 })
    printer.order(1, { what: 'open' })
    await settled()
    world.isThere = false
    world.isRemembered = false
    lose()
    expect(printer.state().isOpen).toBe(false)
    printer.order(2, { what: 'open' })
    await settled()
    world.isThere = true
    printer.order(3, { what: 'open' })
    await settled()
    expect(told).toEqual(['1 open', '1 lost: gone', '2 lost: the printer is not connected', '3 open'])
  })

  it('of which a line was broken off takes nothing more of it', async () => {
    const { printer, told, written } = page()
    await printer.connect('usb', { baudRate: 9600 })
    printer.order(1, { what: 'open' })
    await settled()
    printer.order(1, { what: 'break' })
    printer.order(1, { what: 'write', bytes: BYTES })
    await settled()
    expect(written).toEqual([])
    expect(told).toEqual(['1 open', '1 lost: broken off'])
    printer.order(2, { what: 'open' })
    printer.order(1, { what: 'write', bytes: BYTES })
    printer.order(2, { what: 'write', bytes: BYTES })
    await settled()
    expect(written).toEqual([1, 2, 3])
  })

  it('that takes nothing any more holds up nobody once that line was broken off', async () => {
    const { printer, told, written, world } = page()
    await printer.connect('usb', { baudRate: 9600 })
    let fail: (error: Error) => void = () => {}
    world.stuck = new Promise((_, reject) => {
      fail = reject
    })
    printer.order(1, { what: 'open' })
    printer.order(1, { what: 'write', bytes: BYTES })
    await settled()
    printer.order(1, { what: 'break' })
    world.stuck = null
    printer.order(2, { what: 'open' })
    printer.order(2, { what: 'write', bytes: BYTES })
    await settled()
    fail(new Error('it was closed'))
    await settled()
    expect(written).toEqual([1, 2, 3])
    expect(told).toEqual(['1 open', '1 lost: broken off', '2 open', '2 took 3'])
    expect(printer.state().isOpen).toBe(true)
  })

  it('that is disconnected is forgotten', async () => {
    const { printer, told, world } = page()
    await printer.connect('usb', { baudRate: 9600 })
    await printer.disconnect()
    expect(world.kept).toBeNull()
    expect(printer.state()).toMatchObject({ chosen: null, isOpen: false })
    printer.order(1, { what: 'open' })
    await settled()
    expect(told.at(-1)).toBe('1 lost: no printer was chosen on this device')
  })

  it('that the browser may not use is refused, and not kept', async () => {
    const { printer, world } = page()
    world.isThere = false
    expect(await printer.connect('usb', { baudRate: 9600 })).toBe('refused')
    world.mayAsk = false
    expect(await printer.connect('usb', { baudRate: 9600 })).toBe('refused')
    expect(world.kept).toBeNull()
  })
})
