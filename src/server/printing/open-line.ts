import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { isUsbFile } from '#domain/kitchen/printer-checks.ts'
import type { ByteLine } from '#spool/byte-line.ts'
import { UsbFile } from './usb-file.ts'

/** How long a printer that never hangs up may hold our end of a finished job. */
const LINGER_MS = 60_000

/** What Node has for a socket and for our file alike; it says `ready` once, when it is open. */
type Stream = Duplex & { readonly pending: boolean; unref(): unknown }

/** The line to a printer of the network, or of the server's own USB. Throws for an address that is none. */
export function openLine(host: string, port: number): ByteLine {
  return lineOf(isUsbFile(host) ? new UsbFile(host.trim()) : connect({ host, port, noDelay: true }))
}

export function lineOf(stream: Stream): ByteLine {
  return {
    listen({ changed, heard, lost }) {
      stream.on('ready', changed)
      stream.on('drain', changed)
      stream.on('data', heard)
      stream.on('error', (error) => lost(error.message))
      stream.on('end', () => lost('the printer closed the connection'))
      stream.on('close', () => lost('the connection closed'))
    },
    get isOpen() {
      return !stream.pending && !stream.destroyed
    },
    get isFull() {
      return stream.writableNeedDrain
    },
    get isClosed() {
      return stream.closed
    },
    write: (bytes) => void stream.write(bytes),
    end: () => void stream.end(),
    leave() {
      const linger = setTimeout(() => stream.destroy(), LINGER_MS)
      linger.unref()
      stream.unref()
      stream.once('close', () => clearTimeout(linger))
    },
    destroy: () => void stream.destroy(),
  }
}
