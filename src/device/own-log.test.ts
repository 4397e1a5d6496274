import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createOwnLog } from './own-log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('[FORK5] an action', () => {
  test('goes on at once where nothing is known to be missing', async () => {
    const ownLog = createOwnLog(() => false)
    await ownLog.caughtUp()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('waits for this device’s own log while it comes in', async () => {
    let behind = true
    const ownLog = createOwnLog(() => behind)
    let done = false
    const waiting = ownLog.caughtUp().then(() => (done = true))
    ownLog.check()
    await vi.advanceTimersByTimeAsync(100)
    expect(done).toBe(false)
    behind = false
    ownLog.check()
    await waiting
  })

  test('never waits longer than two seconds', async () => {
    const ownLog = createOwnLog(() => true)
    let done = false
    const waiting = ownLog.caughtUp().then(() => (done = true))
    await vi.advanceTimersByTimeAsync(1_999)
    expect(done).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await waiting
  })
})
