import { nothingIfNoneChosen, whyOf, type PortListener, type PortMaker, type PrinterPort } from './port.ts'

/**
 * The services that receipt printers are written to by, as makers of cheap and dear ones have them alike.
 * Source: @point-of-sale/webbluetooth-receipt-printer 2.0.0 (MIT), and what Microchip's and Issc's modules come with.
 */
const SERVICES = [
  '000018f0-0000-1000-8000-00805f9b34fb',
  '49535343-fe7d-4ae5-8fa9-9fafd205e455',
  'e7810a71-73ae-499d-8c15-faa9aef0c3f2',
  '0000ff00-0000-1000-8000-00805f9b34fb',
  '0000ffe0-0000-1000-8000-00805f9b34fb',
]

/** What most take at once; the least that every one takes. */
const PIECE_BYTES = 100
const LEAST_BYTES = 20

/** Printers by Bluetooth, of the kind with low energy: the only one a browser reaches. [PRINT24] */
export const bluetoothPorts: PortMaker = {
  async choose() {
    const device = await navigator.bluetooth
      .requestDevice({ acceptAllDevices: true, optionalServices: SERVICES })
      .catch(nothingIfNoneChosen)
    return device === null ? null : portOf(device)
  },
  async again(mark) {
    // Not every browser remembers: then a person chooses it again.
    const known = 'getDevices' in navigator.bluetooth ? await navigator.bluetooth.getDevices() : []
    const device = known.find(({ id }) => id === mark)
    return device === undefined ? null : portOf(device)
  },
}

function portOf(device: BluetoothDevice): PrinterPort {
  let out: BluetoothRemoteGATTCharacteristic | null = null
  let pieceBytes = PIECE_BYTES
  return {
    name: device.name ?? '',
    mark: device.id,
    async open(listener) {
      const server = await device.gatt?.connect()
      if (server === undefined) throw new Error('this device cannot be written to')
      const ends = await endsOf(server)
      out = ends.out
      device.addEventListener('gattserverdisconnected', () => listener.lost('it went out of reach'), {
        once: true,
      })
      if (ends.back !== null) await listen(ends.back, listener)
    },
    async write(bytes) {
      if (out === null) throw new Error('the printer is not connected')
      for (let at = 0; at < bytes.length;) {
        const piece = bytes.slice(at, at + pieceBytes)
        try {
          await give(out, piece)
          at += piece.length
        } catch (error) {
          // Some take twenty bytes at a time, and say so only now. Of a refused piece nothing was taken.
          if (pieceBytes === LEAST_BYTES || device.gatt?.connected !== true) throw error
          pieceBytes = LEAST_BYTES
        }
      }
    },
    async close() {
      out = null
      device.gatt?.disconnect()
    },
  }
}

interface Ends {
  readonly out: BluetoothRemoteGATTCharacteristic
  /** Null: it cannot answer. */
  readonly back: BluetoothRemoteGATTCharacteristic | null
}

async function endsOf(server: BluetoothRemoteGATTServer): Promise<Ends> {
  for (const service of await server.getPrimaryServices()) {
    if (!SERVICES.includes(service.uuid)) continue
    const all = await service.getCharacteristics()
    const out =
      all.find(({ properties }) => properties.write) ??
      all.find(({ properties }) => properties.writeWithoutResponse)
    if (out !== undefined) return { out, back: all.find(({ properties }) => properties.notify) ?? null }
  }
  throw new Error('this device is no printer that a browser can write to')
}

/** With an answer wherever it gives one: without, a printer whose memory is full drops what comes. */
function give(out: BluetoothRemoteGATTCharacteristic, piece: Uint8Array<ArrayBuffer>): Promise<void> {
  return out.properties.write ? out.writeValueWithResponse(piece) : out.writeValueWithoutResponse(piece)
}

async function listen(back: BluetoothRemoteGATTCharacteristic, listener: PortListener): Promise<void> {
  back.addEventListener('characteristicvaluechanged', () => {
    const { value } = back
    if (value !== undefined) listener.heard(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  })
  // A printer that will not talk still prints.
  await back.startNotifications().catch((error: unknown) => whyOf(error))
}
