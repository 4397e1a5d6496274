import { expect, test } from 'vitest'
import { isLocalHost, isUsbFile } from './printer-checks.ts'

test.each([
  '192.168.1.50',
  '10.0.0.9',
  '172.16.0.1',
  '172.31.255.1',
  '127.0.0.1',
  '169.254.7.7',
  '100.64.0.1',
  'localhost',
  'kitchen-printer',
  'EPSON-TM.local',
  'bar.lan',
  'printer.home.arpa',
  'fe80::1',
  '[fd12:3456::9]',
  '::1',
])('[RECORD7] %s stands in the house', (host) => {
  expect(isLocalHost(host)).toBe(true)
})

test.each([
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '100.128.0.1',
  '300.1.1.1',
  'printer.example.com',
  'mylocal.com',
  '2001:db8::1',
  '::ffff:8.8.8.8',
  '134744072',
  '0x08080808',
  '8.8',
  'http://192.168.1.50',
  '192.168.1.50:9100',
  'a b',
  '',
])('[RECORD7] %s does not', (host) => {
  expect(isLocalHost(host)).toBe(false)
})

test.each(['/dev/usb/lp0', '/dev/lp1', '/dev/printers/kitchen', ' /dev/usb/lp12 '])(
  '[PRINT22] %s is a printer at the server itself',
  (host) => {
    expect(isUsbFile(host)).toBe(true)
    expect(isLocalHost(host)).toBe(true)
  },
)

test.each([
  '/dev/sda',
  '/dev/usb/../sda',
  '/dev/printers/../sda',
  '/etc/passwd',
  'dev/usb/lp0',
  '/dev/usb/lp',
  '',
])('[PRINT22] %s is none', (host) => expect(isLocalHost(host)).toBe(false))
