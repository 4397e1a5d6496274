import { describe, expect, test } from 'vitest'
import type { PrintJobView } from '#device/messages/print-views.ts'
import { rightsOf } from '#domain/staff/rights.ts'
import { troubleOf } from './trouble.ts'

const job = (id: string, changes: Partial<PrintJobView> = {}): PrintJobView => ({
  id,
  here: false,
  kind: 'kitchen',
  orderId: 'o',
  title: 'A-001',
  printerId: 'p',
  printer: 'Hot pass',
  state: 'queued',
  reason: null,
  copy: 0,
  attempts: 0,
  askedAt: 0,
  askedBy: 'ana',
  ...changes,
})

const jobs = [
  job('first try'),
  job('on its way', { state: 'sending', attempts: 1 }),
  job('no paper', { reason: 'printer_paper_out', attempts: 1 }),
  job('stuck', { state: 'holding' }),
  job('old', { state: 'held', askedBy: 'rui' }),
  job('in doubt', { state: 'unknown', askedBy: 'rui' }),
]
const seenBy = (id: string, role: 'waiter' | 'manager') =>
  troubleOf(jobs, { id, rights: rightsOf(role) }).map((one) => one.id)

describe('who hears that something is not printed', () => {
  test('[PRINTJOB7] whoever sent it, once it does not simply come out', () => {
    expect(seenBy('ana', 'waiter')).toEqual(['no paper', 'stuck'])
    expect(seenBy('rui', 'waiter')).toEqual(['old', 'in doubt'])
    expect(seenBy('eva', 'waiter')).toEqual([])
  })

  test('[PRINTJOB7] whoever runs the room, of everything', () => {
    expect(seenBy('eva', 'manager')).toEqual(['no paper', 'stuck', 'old', 'in doubt'])
  })
})
