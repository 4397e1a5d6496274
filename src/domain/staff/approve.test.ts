import { describe, expect, test } from 'vitest'
import { contextOf } from '../../../tests/support/given.ts'
import { approve, type ApprovalRequest } from './approve.ts'
import { authorize } from './authorize.ts'
import type { RoleRights } from './permissions.ts'
import { rightsOf } from './rights.ts'

const ASKED: ApprovalRequest = {
  actorId: 'ana',
  action: 'refund',
  commandId: 'c1',
  subjects: ['p2', 'p1'],
  amount: 900,
}

function by(rights: RoleRights, id = 'rui') {
  return { id, rights }
}

describe('approving', () => {
  test('[ROLE7] gives a yes that fits exactly what was asked', () => {
    const yes = approve(by(rightsOf('manager')), ASKED)
    const approval = {
      by: 'rui',
      action: 'refund',
      commandId: 'c1',
      subjects: ['p1', 'p2'],
      limit: 900,
    } as const
    expect(yes).toEqual({ ok: true, value: approval })
    const context = contextOf({ approval })
    const ask = (value: number) => authorize(context, 'refund', ['p1', 'p2'], { value, aloneMax: 0 })
    expect(ask(900)).toEqual({ ok: true, value: { by: 'ana', approvedBy: 'rui' } })
    expect(ask(901).ok).toBe(false)
  })

  test('[ROLE7] is a right of its own', () => {
    const refused = { ok: false, error: { code: 'not_allowed', rule: 'ROLE7' } }
    expect(approve(by(rightsOf('waiter')), ASKED)).toEqual(refused)
    const { actions, ...limits } = rightsOf('manager')
    expect(approve(by({ ...limits, actions: { ...actions, approve: 'no' } }), ASKED)).toEqual(refused)
    expect(approve(by({ ...limits, actions: { ...actions, refund: 'approval' } }), ASKED)).toEqual(refused)
  })

  test.each([
    ['refund', { refundMax: 899 }],
    ['discount', { discountPpm: 899 }],
    ['move_cash', { paidOutMax: 899 }],
  ] as const)('[ROLE7] of a %s goes no further than one’s own limit', (action, limit) => {
    const rights = { ...rightsOf('manager'), ...limit }
    expect(approve(by(rights), { ...ASKED, action }).ok).toBe(false)
    expect(approve(by(rights), { ...ASKED, action, amount: 899 }).ok).toBe(true)
    expect(approve(by(rights), { ...ASKED, action, amount: Number.NaN }).ok).toBe(false)
  })

  test('[ROLE7] what has no amount has no limit', () => {
    const yes = approve(by(rightsOf('manager')), { ...ASKED, action: 'comp', amount: null })
    expect(yes).toMatchObject({ ok: true, value: { limit: null } })
  })

  test('[ROLE4] is never done for oneself', () => {
    const error = { code: 'approval_does_not_fit', rule: 'ROLE4' }
    expect(approve(by(rightsOf('owner'), 'ana'), ASKED)).toEqual({ ok: false, error })
  })
})
