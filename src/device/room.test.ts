import { describe, expect, test } from 'vitest'
import { addTea, openOrder, pay } from '../../tests/contract/cafe.ts'
import { isNearlyFull, refusalForRoom } from './room.ts'

describe('[DISK4] a device is nearly full', () => {
  test.each([
    ['a usual tablet', 100_000_000, 60_000_000_000, false],
    ['one with 50 MB left', 1_950_000_000, 2_000_000_000, false],
    ['one with less', 1_950_000_001, 2_000_000_000, true],
    ['a private window with most of its room left', 20_000_000, 100_000_000, false],
    ['a private window with a fifth left', 80_000_001, 100_000_000, true],
    ['one that has used more than it may', 110_000_000, 100_000_000, true],
    ['a browser that does not say', null, null, false],
  ])('%s', (_, usedBytes, quotaBytes, nearlyFull) => {
    expect(isNearlyFull({ usedBytes, quotaBytes })).toBe(nearlyFull)
  })
})

test('[DISK4] without room no order is begun, and what is open goes on', () => {
  const full = { persisted: true, usedBytes: 1_990_000_000, quotaBytes: 2_000_000_000 }
  expect(refusalForRoom(openOrder('o1'), full)).toEqual({ code: 'storage_nearly_full', rule: 'DISK4' })
  expect(refusalForRoom(openOrder('o1'), { ...full, usedBytes: 0 })).toBe(null)
  const others = [addTea('o1', 'i1'), pay('o1', 'p1', 250), { type: 'send_order', orderId: 'o1' } as const]
  expect(others.map((command) => refusalForRoom(command, full))).toEqual([null, null, null])
})
