import { nothingIfNoneChosen, whyOf, type PortListener, type PortMaker, type PrinterPort } from './port.ts'

/** What a printer's own memory holds at the least. */
const BUFFER_BYTES = 4096

/** Printers on a serial port of this machine, or on what stands for one. [PRINT24] */
export const serialPorts: PortMaker = {
  async choose({ baudRate }) {
    const port = await navigator.serial.requestPort().catch(nothingIfNoneChosen)
    return port === null ? null : portOf(port, baudRate)
  },
  async again(mark, { baudRate }) {
    const port = (await navigator.serial.getPorts()).find((one) => markOf(one) === mark)
    return port === undefined ? null : portOf(port, baudRate)
  },
}

/** A port without a chip of USB behind it says nothing of itself. */
function markOf(port: SerialPort): string {
  const { usbVendorId = 0, usbProductId = 0 } = port.getInfo()
  return [usbVendorId, usbProductId].join(':')
}

function portOf(port: SerialPort, baudRate: number): PrinterPort {
  let writer: WritableStreamDefaultWriter<Uint8Array> | null = null
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null
  return {
    name: '',
    mark: markOf(port),
    async open(listener) {
      // The printer says when it takes no more: without it, what its memory does not hold is lost.
      await port.open({ baudRate, bufferSize: BUFFER_BYTES, flowControl: 'hardware' })
      writer = port.writable?.getWriter() ?? null
      reader = port.readable?.getReader() ?? null
      if (reader !== null) void hear(reader, listener)
    },
    async write(bytes) {
      if (writer === null) throw new Error('the port is closed')
      await writer.write(bytes.slice())
    },
    async close() {
      const [writing, reading] = [writer, reader]
      writer = null
      reader = null
      await reading?.cancel().catch(() => {})
      reading?.releaseLock()
      // Whatever still waits for a printer that takes nothing is let go of: a close would wait for it.
      await writing?.abort().catch(() => {})
      writing?.releaseLock()
      await port.close()
    },
  }
}

async function hear(reader: ReadableStreamDefaultReader<Uint8Array>, listener: PortListener): Promise<void> {
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      listener.heard(value)
    }
  } catch (error) {
    listener.lost(whyOf(error))
  }
}
