import { describe, expect, test } from 'vitest'
import { changeDevice, renewalsOf } from './change-device.ts'

const DEVICES = [
  { id: 'bar', name: 'Bar', kind: 'device', active: true },
  { id: 'bar2', name: 'Bar', kind: 'device', active: true, was: 'bar' },
  { id: 'bar3', name: 'Bar', kind: 'device', active: true, was: 'bar2' },
  { id: 'old', name: 'Old', kind: 'device', active: false, was: 'bar' },
  { id: 'hall', name: 'Hall', kind: 'device', active: true, was: '' },
  { id: 'hub', name: 'Server', kind: 'server', active: true },
] as const

function refusal(id: string, change: Parameters<typeof changeDevice>[1]): string {
  const decided = changeDevice(id, change, DEVICES)
  return decided.ok ? 'allowed' : `${decided.error.code} ${decided.error.rule}`
}

function changed(id: string, change: Parameters<typeof changeDevice>[1]): unknown {
  const decided = changeDevice(id, change, DEVICES)
  return decided.ok ? Object.fromEntries(decided.value) : decided.error
}

describe('[DEVICE1] a device', () => {
  test('is given another name, a server, too', () => {
    expect(changed('bar', { name: ' Counter ' })).toEqual({ bar: { name: 'Counter' } })
    expect(changed('hub', { name: 'Back room' })).toEqual({ hub: { name: 'Back room' } })
  })

  test('has a name, and is one that is known', () => {
    expect(refusal('bar', { name: '  ' })).toBe('bad_record DEVICE1')
    expect(refusal('bar', { name: 'x'.repeat(81) })).toBe('bad_record DEVICE1')
    expect(refusal('nobody', { name: 'Counter' })).toBe('unknown_device DEVICE1')
  })
})

describe('[DEVICE2] revoking', () => {
  test('ends the device and every id it went on under, and no other', () => {
    const ended = { active: false }
    expect(changed('bar', { revoke: true })).toEqual({ bar: ended, bar2: ended, bar3: ended })
    expect(changed('bar2', { revoke: true })).toEqual({ bar2: ended, bar3: ended })
    expect(changed('hall', { revoke: true })).toEqual({ hall: ended })
  })

  test('is no way to end a server', () => {
    expect(refusal('hub', { revoke: true })).toBe('not_allowed DEVICE2')
  })

  test('ends where records say that two devices were each other', () => {
    const ring = [
      { id: 'a', was: 'b' },
      { id: 'b', was: 'a' },
    ]
    expect(renewalsOf('a', ring)).toEqual([{ id: 'b', was: 'a' }])
  })
})
