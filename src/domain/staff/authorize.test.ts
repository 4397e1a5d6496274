import { describe, expect, test } from 'vitest'
import { contextOf } from '../../../tests/support/given.ts'
import type { Approval, ApprovalNeed } from './approval.ts'
import { authorize } from './authorize.ts'
import { rightsOf } from './rights.ts'

const WAITER = contextOf({
  actor: { id: 'ana', role: 'waiter', rights: rightsOf('waiter') },
  commandId: 'c1',
})
const MANAGER = contextOf({ actor: { id: 'rui', role: 'manager', rights: rightsOf('manager') } })
const YES: Approval = { by: 'rui', action: 'comp', commandId: 'c1', subjects: ['i1', 'i2'], limit: null }
const LINES = ['i1', 'i2']

function refused(code: string, rule: string, needs?: ApprovalNeed) {
  return { ok: false, error: needs === undefined ? { code, rule } : { code, rule, needs } }
}

describe('authorizing', () => {
  test('[ROLE1] what a role does alone needs nobody', () => {
    expect(authorize(MANAGER, 'comp', LINES)).toEqual({ ok: true, value: { by: 'rui', approvedBy: null } })
  })

  test('[ROLE1] what a role may not even ask for is refused, with an approval too', () => {
    const approval = { ...YES, action: 'read_x' } as const
    expect(authorize({ ...WAITER, approval }, 'read_x', LINES)).toEqual(refused('not_allowed', 'ROLE1'))
  })

  test('[ROLE3] what needs approval is refused without, and names both with', () => {
    const needs = { action: 'comp', subjects: LINES, amount: null } as const
    expect(authorize(WAITER, 'comp', LINES)).toEqual(refused('approval_needed', 'ROLE3', needs))
    const approved = { ok: true, value: { by: 'ana', approvedBy: 'rui' } }
    expect(authorize({ ...WAITER, approval: YES }, 'comp', LINES)).toEqual(approved)
    expect(authorize({ ...WAITER, approval: YES }, 'comp', ['i2', 'i1'])).toEqual(approved)
  })

  test('[ROLE3] a limit is the most that is done alone', () => {
    const amount = (value: number, aloneMax: number | null) => ({ value, aloneMax })
    const ask = (value: number, aloneMax: number | null) =>
      authorize(WAITER, 'discount', ['i1'], amount(value, aloneMax))
    expect(ask(100_000, 100_000).ok).toBe(true)
    const needs = { action: 'discount', subjects: ['i1'], amount: 100_001 } as const
    expect(ask(100_001, 100_000)).toEqual(refused('approval_needed', 'ROLE3', needs))
    expect(ask(Number.NaN, 100_000)).toMatchObject(refused('approval_needed', 'ROLE3'))
    expect(ask(2 ** 53, null).ok).toBe(true)
    expect(ask(0, 0).ok).toBe(true)
  })

  test.each<[string, Partial<Approval>]>([
    ['another command: it is used once', { commandId: 'c2' }],
    ['another action', { action: 'void_sent_item' }],
    ['one line less', { subjects: ['i1'] }],
    ['one line more', { subjects: ['i1', 'i2', 'i3'] }],
    ['other lines', { subjects: ['i1', 'i3'] }],
    ['nothing', { subjects: [] }],
    ['themselves by themselves', { by: 'ana' }],
  ])('[ROLE4] an approval of %s does not fit', (_of, over) => {
    const context = { ...WAITER, approval: { ...YES, ...over } }
    expect(authorize(context, 'comp', LINES)).toEqual(refused('approval_does_not_fit', 'ROLE4'))
  })

  test('[ROLE4] an approval up to a limit is good up to it', () => {
    const approval = { ...YES, action: 'discount', subjects: ['i1'], limit: 300_000 } as const
    const ask = (value: number) =>
      authorize({ ...WAITER, approval }, 'discount', ['i1'], { value, aloneMax: 100_000 })
    expect(ask(300_000)).toEqual({ ok: true, value: { by: 'ana', approvedBy: 'rui' } })
    expect(ask(300_001)).toEqual(refused('approval_does_not_fit', 'ROLE4'))
  })

  test('[ROLE4] what is done alone needs no fitting approval, and names none', () => {
    const context = { ...MANAGER, approval: { ...YES, commandId: 'other' } }
    expect(authorize(context, 'comp', LINES)).toEqual({ ok: true, value: { by: 'rui', approvedBy: null } })
  })
})
