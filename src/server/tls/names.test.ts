import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, test } from 'vitest'
import { isName, serverNames, shownHost } from './names.ts'

const face = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo

const FACES = {
  lo: [face('127.0.0.1', true), face('::1', true)],
  eth0: [face('fe80::1'), face('fd00::7'), face('192.168.1.20')],
}

describe('[HTTPS2] what a server is called', () => {
  test('is every name and address the machine has, the chosen one first', () => {
    expect(serverNames('pos.cafe.lan', 'Hub.Office', FACES)).toEqual({
      dns: ['pos.cafe.lan', 'localhost', 'hub.office', 'hub.local'],
      ips: ['127.0.0.1', '::1', 'fd00::7', '192.168.1.20'],
    })
  })

  test('may be a chosen address', () => {
    expect(serverNames('10.0.0.9', 'hub', {}).ips).toEqual(['10.0.0.9', '127.0.0.1', '::1'])
  })

  test('leaves out a host name that cannot stand in a certificate', () => {
    expect(serverNames(null, 'Maria’s_PC', {}).dns).toEqual(['localhost'])
  })
})

describe('the address that is shown', () => {
  test.each([
    ['pos.cafe.lan', 'pos.cafe.lan'],
    ['fd00::7', '[fd00::7]'],
    [null, '192.168.1.20'],
  ])('for %s is %s', (wanted, shown) => {
    expect(shownHost(wanted, FACES)).toBe(shown)
  })

  test('is this machine where there is no network', () => {
    expect(shownHost(null, { lo: FACES.lo })).toBe('localhost')
  })
})

test.each([
  ['a', true],
  ['pos.cafe.lan', true],
  ['-a', false],
  ['a..b', false],
  ['a b', false],
  ['*.lan', false],
  ['a'.repeat(64), false],
  [`${'a.'.repeat(127)}a`, false],
])('whether %s is a name: %s', (name, is) => {
  expect(isName(name)).toBe(is)
})
