import { isFlag, isOneOf, isText, isWhole } from '#domain/menu/shape.ts'
import { deviceOfPrinter } from './own-printer.ts'
import { DRAWER_PINS, PRINTER_COLUMNS } from './station.ts'

const PORT_MAX = 65_535

/** The fields of a printer, each by itself. [RECORD2] */
export const PRINTER_FIELDS = {
  host: isText,
  port: isWhole(1, PORT_MAX),
  columns: isOneOf(...PRINTER_COLUMNS),
  model: isText,
  drawer: isOneOf(...DRAWER_PINS),
  active: isFlag,
}

/** Names that routers and zeroconf give inside a house, and that the internet never answers to. */
const LOCAL_ENDINGS = ['local', 'lan', 'home', 'internal', 'localdomain', 'home.arpa']

/** Whether a printer hangs on the server itself: a file that stands for its USB socket, and no other one. [PRINT22] */
export function isUsbFile(host: string): boolean {
  return /^\/dev\/(?:(?:usb\/)?lp\d{1,2}|printers\/[a-z0-9_-]{1,40})$/.test(host.trim())
}

/**
 * Whether an address stands inside the house: one of the private ranges, a name that only a local network knows, or
 * the server's own USB, or a device's own. A printer on the internet would be somebody else's, or open to everybody. [RECORD7]
 */
export function isLocalHost(host: string): boolean {
  if (isUsbFile(host) || deviceOfPrinter(host) !== null) return true
  const name = host.trim().toLowerCase()
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(name)
  if (four !== null) return isPrivate(four.slice(1).map(Number))
  if (name.includes(':'))
    return /^\[?(?:::1|fe[89ab][0-9a-f]:[0-9a-f:]*|f[cd][0-9a-f]{2}:[0-9a-f:]*)\]?$/.test(name)
  // All digits and dots, but no address of four: some machines read such a thing as one of the internet's.
  if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(name) || /^(?:0x[0-9a-f]+|[\d.]+)$/.test(name)) return false
  return !name.includes('.') || LOCAL_ENDINGS.some((ending) => name.endsWith(`.${ending}`))
}

/** RFC 1918, this machine itself, link-local, and carrier-grade ranges that private networks use, too. */
function isPrivate(parts: readonly number[]): boolean {
  const [a = 0, b = 0] = parts
  if (parts.some((part) => part > 255)) return false
  if (a === 10 || a === 127) return true
  if (a === 172) return b >= 16 && b <= 31
  if (a === 100) return b >= 64 && b <= 127
  return (a === 192 && b === 168) || (a === 169 && b === 254)
}
