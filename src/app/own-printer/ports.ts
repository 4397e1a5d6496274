import { bluetoothPorts } from './bluetooth-port.ts'
import type { PortKind, PortMaker } from './port.ts'
import { serialPorts } from './serial-port.ts'
import { usbPorts } from './usb-port.ts'

/** The browser's ways to a printer. Only those it has may be used. */
export const PORTS: { readonly [kind in PortKind]: PortMaker } = {
  usb: usbPorts,
  serial: serialPorts,
  bluetooth: bluetoothPorts,
}
