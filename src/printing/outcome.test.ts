import { describe, expect, test } from 'vitest'
import { afterTry, nextPrinter, shouldMove } from './outcome.ts'

const ticket = { kind: 'kitchen', isCopy: false, hasCopy: false } as const
const receipt = { ...ticket, kind: 'receipt' } as const

describe('what becomes of a job after a try', () => {
  test.each([ticket, receipt])('nothing of it left: it is tried again ($kind)', (job) => {
    expect(afterTry(job, 'not_sent')).toEqual({ do: 'retry' })
    expect(afterTry(job, 'confirmed')).toEqual({ do: 'finish', state: 'printed' })
    expect(afterTry(job, 'sent')).toEqual({ do: 'finish', state: 'sent' })
  })

  test('[PRINTJOB3] a receipt in doubt is a person’s to decide', () => {
    expect(afterTry(receipt, 'unknown')).toEqual({ do: 'ask' })
  })

  test('[PRINTJOB4] a ticket in doubt is copied once, a copy in doubt asked about', () => {
    expect(afterTry(ticket, 'unknown')).toEqual({ do: 'copy' })
    expect(afterTry({ ...ticket, hasCopy: true }, 'unknown')).toEqual({ do: 'leave' })
    expect(afterTry({ ...ticket, isCopy: true }, 'unknown')).toEqual({ do: 'ask' })
    expect(afterTry({ ...ticket, isCopy: true, hasCopy: true }, 'unknown')).toEqual({ do: 'ask' })
  })
})

describe('a ticket whose printer takes nothing', () => {
  const down = (ms: { readonly main?: number; readonly backup?: number }) => (id: string) =>
    ms[id as 'main' | 'backup'] ?? null
  const waiting = { printerId: 'main', attempts: 1, waitedMs: 0 } as const

  test('[PRINTJOB5] goes to the backup after 15 s, and not before', () => {
    expect(shouldMove(waiting, 'backup', down({ main: 14_999 }))).toBe(false)
    expect(shouldMove(waiting, 'backup', down({ main: 15_000 }))).toBe(true)
    expect(shouldMove(waiting, null, down({ main: 99_000 }))).toBe(false)
    expect(shouldMove(waiting, 'backup', down({}))).toBe(false)
  })

  test('[PRINTJOB5] tries its own printer first, unless it has stood behind another for 15 s', () => {
    const fresh = { ...waiting, attempts: 0 }
    expect(shouldMove(fresh, 'backup', down({ main: 99_000 }))).toBe(false)
    expect(shouldMove({ ...fresh, waitedMs: 15_000 }, 'backup', down({ main: 99_000 }))).toBe(true)
  })

  test('[PRINTJOB5] is tried by both in turn when both take nothing', () => {
    expect(shouldMove(waiting, 'backup', down({ main: 99_000, backup: 1 }))).toBe(false)
    expect(nextPrinter('main', 'backup', 15_000)).toBe('backup')
    expect(nextPrinter('main', 'backup', 14_999)).toBe('main')
    expect(nextPrinter('main', null, 99_000)).toBe('main')
  })
})

test('[DRAWER3] a drawer of which nobody knows whether it opened is never opened again by the machine', () => {
  const drawer = { kind: 'drawer', isCopy: false, hasCopy: false }
  expect(afterTry(drawer, 'unknown')).toEqual({ do: 'drop' })
  expect(afterTry(drawer, 'not_sent')).toEqual({ do: 'retry' })
})
