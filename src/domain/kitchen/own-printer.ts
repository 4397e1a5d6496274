import type { Printer } from './station.ts'

/** How the address of a printer begins that hangs on one device: on its USB, its serial port, or by Bluetooth. */
const SCHEME = 'device:'

/** The address of a device's own printer. [ROUTE3] */
export function ownPrinterHost(dev: string): string {
  return `${SCHEME}${dev}`
}

/** Whose printer an address means; null: one of the house, on its network or its server. */
export function deviceOfPrinter(host: string): string | null {
  return /^device:([\w-]{1,100})$/.exec(host.trim())?.[1] ?? null
}

type Known = Partial<Printer> & { readonly id: string }

/** The printer that hangs on a device, the first where there are several; null: none does. [ROUTE3] */
export function ownPrinterOf<P extends Known>(dev: string, printers: readonly P[]): P | null {
  const own = printers.filter(({ host = '', active }) => active === true && deviceOfPrinter(host) === dev)
  return own.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null
}
