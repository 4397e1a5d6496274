import { nothingIfNoneChosen, whyOf, type PortListener, type PortMaker, type PrinterPort } from './port.ts'

/** USB's class of printers; many receipt printers only say that they are their maker's own. */
const PRINTER_CLASS = 7
const MAKERS_CLASS = 255

/** Answers are a byte or four. */
const ANSWER_BYTES = 64

/** Printers on this machine's USB. [PRINT24] */
export const usbPorts: PortMaker = {
  async choose() {
    const filters = [{ classCode: PRINTER_CLASS }, { classCode: MAKERS_CLASS }]
    const device = await navigator.usb.requestDevice({ filters }).catch(nothingIfNoneChosen)
    return device === null ? null : portOf(device)
  },
  async again(mark) {
    const device = (await navigator.usb.getDevices()).find((one) => markOf(one) === mark)
    return device === undefined ? null : portOf(device)
  },
}

function markOf({ vendorId, productId, serialNumber }: USBDevice): string {
  return [vendorId, productId, serialNumber ?? ''].join(':')
}

interface Ends {
  readonly interfaceNumber: number
  readonly alternate: number
  readonly out: number
  /** Null: it cannot answer. */
  readonly back: number | null
}

function portOf(device: USBDevice): PrinterPort {
  let ends: Ends | null = null
  let open = false
  let unwatch = (): void => {}
  return {
    name: device.productName ?? '',
    mark: markOf(device),
    async open(listener) {
      await device.open()
      if (device.configuration === null) await device.selectConfiguration(1)
      ends = endsOf(device)
      await device.claimInterface(ends.interfaceNumber)
      if (ends.alternate !== 0) await device.selectAlternateInterface(ends.interfaceNumber, ends.alternate)
      open = true
      unwatch = watchPulledOut(device, listener)
      if (ends.back !== null) void hear(device, ends.back, listener, () => open)
    },
    async write(bytes) {
      const result = await device.transferOut(ends?.out ?? 0, bytes.slice())
      if (result.status !== 'ok' || result.bytesWritten !== bytes.length)
        throw new Error(`the printer took ${result.bytesWritten} of ${bytes.length} bytes: ${result.status}`)
    },
    async close() {
      open = false
      unwatch()
      await device.close()
    },
  }
}

/** The pair of ends that a printer prints from: of its class if it has one, of its maker's otherwise. */
function endsOf(device: USBDevice): Ends {
  const found = (device.configuration?.interfaces ?? []).flatMap(({ interfaceNumber, alternates }) =>
    alternates.flatMap((alternate) => {
      const ends = alternate.endpoints.filter(({ type }) => type === 'bulk')
      const out = ends.find(({ direction }) => direction === 'out')
      const back = ends.find(({ direction }) => direction === 'in')
      if (out === undefined) return []
      return [
        {
          interfaceNumber,
          alternate: alternate.alternateSetting,
          isPrinter: alternate.interfaceClass === PRINTER_CLASS,
          out: out.endpointNumber,
          back: back?.endpointNumber ?? null,
        },
      ]
    }),
  )
  const best = found.find(({ isPrinter }) => isPrinter) ?? found[0]
  if (best === undefined) throw new Error('nothing can be written to this device')
  return best
}

async function hear(
  device: USBDevice,
  back: number,
  listener: PortListener,
  isOpen: () => boolean,
): Promise<void> {
  try {
    while (isOpen()) {
      const { data, status } = await device.transferIn(back, ANSWER_BYTES)
      if (status === 'stall') await device.clearHalt('in', back)
      if (data !== undefined && data.byteLength > 0)
        listener.heard(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    }
  } catch (error) {
    if (isOpen()) listener.lost(whyOf(error))
  }
}

function watchPulledOut(device: USBDevice, listener: PortListener): () => void {
  const pulled = (event: USBConnectionEvent): void => {
    if (event.device !== device) return
    listener.lost('it was pulled out')
  }
  navigator.usb.addEventListener('disconnect', pulled)
  return () => navigator.usb.removeEventListener('disconnect', pulled)
}
