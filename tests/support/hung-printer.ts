import { connect, type Socket } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'

/**
 * A printer on a browser's USB, serial port and Bluetooth. No machine of a test has one, and Chromium takes none from a
 * test: these three of its interfaces are put in the page by hand, and what goes through them, to the byte, goes to a
 * virtual printer over TCP and comes back from it.
 */
export interface HungPrinter {
  /** Pulled out, switched off, carried away; or back again. */
  plug(isPlugged: boolean): Promise<void>
  close(): void
}

export async function hangPrinter(context: BrowserContext, port: number): Promise<HungPrinter> {
  const sockets = new Map<Page, Socket>()
  let isPlugged = true
  const leave = (page: Page): void => {
    sockets.get(page)?.end()
    sockets.delete(page)
  }
  await context.exposeBinding('printerOpen', async ({ page }) => {
    if (!isPlugged) throw new Error('it is not there')
    leave(page)
    const socket = connect({ host: '127.0.0.1', port })
    socket.on('error', () => leave(page))
    socket.on('data', (bytes: Buffer) => {
      page.evaluate((all) => globalThis.printerCable.says(all), [...bytes]).catch(() => {})
    })
    sockets.set(page, socket)
    await new Promise((resolve) => socket.once('connect', resolve))
  })
  await context.exposeBinding('printerWrite', async ({ page }, bytes: readonly number[]) => {
    const socket = sockets.get(page)
    if (!isPlugged || socket === undefined) throw new Error('it is not there')
    await new Promise((resolve) => socket.write(Uint8Array.from(bytes), resolve))
  })
  await context.exposeBinding('printerClose', ({ page }) => leave(page))
  for (const put of [hangCable, hangUsb, hangSerial, hangBluetooth]) await context.addInitScript(put)
  return {
    async plug(now) {
      isPlugged = now
      // The window that the browser opened with was there before the printer.
      for (const page of context.pages().filter((one) => one.url() !== 'about:blank')) {
        if (!now) leave(page)
        await page.evaluate((there) => (there ? undefined : globalThis.printerCable.pulled()), now)
      }
    },
    close: () => [...sockets.keys()].forEach(leave),
  }
}

interface Cable {
  /** Where what the printer says goes. */
  heard: (bytes: Uint8Array<ArrayBuffer>) => void
  /** What happens when it is pulled out. */
  pulled: () => void
  says(bytes: readonly number[]): void
  write(data: BufferSource): Promise<void>
  /** A person gave leave to use it, and the browser remembers. */
  give<T>(kind: string, printer: T): T
  given<T>(kind: string, printer: T): T[]
  put(name: string, value: unknown): void
}

declare global {
  var printerCable: Cable
  var printerOpen: () => Promise<void>
  var printerWrite: (bytes: readonly number[]) => Promise<void>
  var printerClose: () => Promise<void>
}

// What follows runs in the page: it may use nothing from here but what is put there.

function hangCable(): void {
  const GIVEN = 'a person gave leave to use '
  globalThis.printerCable = {
    heard: () => {},
    pulled: () => {},
    says(bytes) {
      this.heard(Uint8Array.from(bytes))
    },
    write(data) {
      const all = ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : new Uint8Array(data)
      return globalThis.printerWrite([...all])
    },
    give(kind, printer) {
      localStorage.setItem(GIVEN + kind, 'yes')
      return printer
    },
    given: (kind, printer) => (localStorage.getItem(GIVEN + kind) === null ? [] : [printer]),
    put(name, value) {
      Object.defineProperty(navigator, name, { configurable: true, value })
    },
  }
}

function hangUsb(): void {
  const cable = globalThis.printerCable
  const events = new EventTarget()
  const answers: Uint8Array<ArrayBuffer>[] = []
  let asked: { resolve(answer: object): void; reject(error: Error): void } | null = null
  const endpoints = [
    { endpointNumber: 1, direction: 'out', type: 'bulk' },
    { endpointNumber: 2, direction: 'in', type: 'bulk' },
  ]
  const answerOf = (bytes: Uint8Array<ArrayBuffer>): object => ({
    status: 'ok',
    data: new DataView(bytes.buffer),
  })
  const giveUp = (why: string): void => {
    asked?.reject(new Error(why))
    asked = null
  }
  const printer = {
    vendorId: 0x04b8,
    productId: 0x0202,
    serialNumber: 'X1',
    productName: 'TM-T20III',
    configuration: null as object | null,
    async open() {
      await globalThis.printerOpen()
      cable.heard = (bytes) => {
        if (asked === null) answers.push(bytes)
        else asked.resolve(answerOf(bytes))
        asked = null
      }
      cable.pulled = () => {
        giveUp('The device was disconnected.')
        events.dispatchEvent(Object.assign(new Event('disconnect'), { device: printer }))
      }
    },
    async selectConfiguration() {
      const alternate = { alternateSetting: 0, interfaceClass: 7, endpoints }
      this.configuration = { interfaces: [{ interfaceNumber: 0, alternates: [alternate] }] }
    },
    claimInterface: async () => {},
    async transferOut(_end: number, data: BufferSource) {
      await cable.write(data)
      return { status: 'ok', bytesWritten: data.byteLength }
    },
    transferIn: () =>
      new Promise((resolve, reject) => {
        const ready = answers.shift()
        if (ready === undefined) asked = { resolve, reject }
        else resolve(answerOf(ready))
      }),
    async close() {
      giveUp('The device was closed.')
      await globalThis.printerClose()
    },
  }
  const requestDevice = async (): Promise<object> => cable.give('usb', printer)
  const getDevices = async (): Promise<object[]> => cable.given('usb', printer)
  cable.put('usb', Object.assign(events, { requestDevice, getDevices }))
}

function hangSerial(): void {
  const cable = globalThis.printerCable
  const printer = {
    getInfo: () => ({ usbVendorId: 0x067b, usbProductId: 0x2303 }),
    readable: null as ReadableStream | null,
    writable: null as WritableStream | null,
    async open() {
      await globalThis.printerOpen()
      this.readable = new ReadableStream({
        start(controller) {
          cable.heard = (bytes) => controller.enqueue(bytes)
          cable.pulled = () => controller.error(new Error('The device has been lost.'))
        },
      })
      this.writable = new WritableStream({ write: (data: BufferSource) => cable.write(data) })
    },
    close: () => globalThis.printerClose(),
  }
  const requestPort = async (): Promise<object> => cable.give('serial', printer)
  const getPorts = async (): Promise<object[]> => cable.given('serial', printer)
  cable.put('serial', { requestPort, getPorts })
}

function hangBluetooth(): void {
  const cable = globalThis.printerCable
  // One of those that take little at once.
  const PIECE = 20
  const back = Object.assign(new EventTarget(), {
    properties: { notify: true },
    value: undefined as DataView | undefined,
    startNotifications: async () => {},
  })
  const out = {
    properties: { write: true },
    writeValueWithResponse: (data: BufferSource) =>
      data.byteLength > PIECE ? Promise.reject(new Error('GATT operation failed')) : cable.write(data),
  }
  const uuid = '000018f0-0000-1000-8000-00805f9b34fb'
  const service = { uuid, getCharacteristics: async () => [back, out] }
  const gatt = {
    connected: false,
    async connect() {
      await globalThis.printerOpen()
      this.connected = true
      cable.heard = (bytes) => {
        back.value = new DataView(bytes.buffer)
        back.dispatchEvent(new Event('characteristicvaluechanged'))
      }
      cable.pulled = () => {
        this.connected = false
        printer.dispatchEvent(new Event('gattserverdisconnected'))
      }
      return this
    },
    getPrimaryServices: async () => [service],
    disconnect() {
      this.connected = false
      void globalThis.printerClose()
    },
  }
  const printer = Object.assign(new EventTarget(), { id: 'b1', name: 'MPT-II', gatt })
  cable.put('bluetooth', { requestDevice: async () => cable.give('bluetooth', printer) })
}
