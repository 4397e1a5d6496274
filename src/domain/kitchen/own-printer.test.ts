import { describe, expect, it } from 'vitest'
import { deviceOfPrinter, ownPrinterHost, ownPrinterOf } from './own-printer.ts'
import { isLocalHost } from './printer-checks.ts'

describe('[ROUTE3] a printer that hangs on a device', () => {
  it('has an address that names the device, and stands in the house', () => {
    const host = ownPrinterHost('dev-3e2e3a30-6d3c')
    expect(deviceOfPrinter(host)).toBe('dev-3e2e3a30-6d3c')
    expect(isLocalHost(host)).toBe(true)
  })

  it.each(['192.168.1.50', '/dev/usb/lp0', 'printer.local', '', 'device:', 'device:a b', 'xdevice:a'])(
    'is not meant by "%s"',
    (host) => {
      expect(deviceOfPrinter(host)).toBeNull()
    },
  )

  it('is the first in use of those on that device', () => {
    const on = (id: string, dev: string, active = true) => ({ id, host: ownPrinterHost(dev), active })
    const printers = [on('c', 'till'), on('a', 'till', false), on('b', 'till'), on('x', 'phone')]
    expect(ownPrinterOf('till', printers)?.id).toBe('b')
    expect(ownPrinterOf('phone', printers)?.id).toBe('x')
    expect(ownPrinterOf('other', printers)).toBeNull()
    expect(ownPrinterOf('till', [{ id: 'd' }])).toBeNull()
  })
})
