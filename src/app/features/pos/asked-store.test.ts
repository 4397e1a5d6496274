import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAskedStore } from './asked-store.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('says that a line is late only after 0.4 seconds without an answer', () => {
  const store = createAskedStore()
  store.ask('i1', 'tea', 1)
  vi.advanceTimersByTime(399)
  expect(store.get().get('i1')?.late).toBe(false)
  vi.advanceTimersByTime(1)
  expect(store.get().get('i1')?.late).toBe(true)
})

it('counts the wait anew for a line that was answered in between', () => {
  const store = createAskedStore()
  store.ask('i1', 'tea', 1)
  vi.advanceTimersByTime(300)
  store.clear()
  store.ask('i1', 'tea', 2)
  vi.advanceTimersByTime(200)
  expect(store.get().get('i1')?.late).toBe(false)
})

it('tells of every change and of nothing else', () => {
  const store = createAskedStore()
  const told = vi.fn<() => void>()
  const stop = store.subscribe(told)
  store.clear()
  expect(told).not.toHaveBeenCalled()
  store.ask('i1', 'tea', 1)
  store.forget('i1')
  expect(told).toHaveBeenCalledTimes(2)
  stop()
  store.ask('i1', 'tea', 1)
  expect(told).toHaveBeenCalledTimes(2)
})
