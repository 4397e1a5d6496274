import { describe, expect, test } from 'vitest'
import { ACTIONS, isAction, isRole, mayRole, rightOf, ROLES } from './permissions.ts'
import { may, mayAsk, NO_RIGHTS, rightsOf } from './rights.ts'

describe('the table of rights', () => {
  test('[ROLE1] gives each role what it names, and an owner everything', () => {
    for (const action of ACTIONS) {
      for (const role of ROLES) expect(rightsOf(role).actions[action]).toBe(rightOf(role, action))
      expect(rightOf('owner', action)).toBe('alone')
    }
  })

  test('[ROLE1] no role may more than the one above it', () => {
    const rank = { no: 0, approval: 1, alone: 2 }
    for (const action of ACTIONS) {
      expect(rank[rightOf('waiter', action)]).toBeLessThanOrEqual(rank[rightOf('manager', action)])
      expect(rank[rightOf('manager', action)]).toBeLessThanOrEqual(rank[rightOf('owner', action)])
    }
  })

  test('[ROLE1] a waiter asks for what takes money off a bill or gives it back', () => {
    const asked = ACTIONS.filter((action) => rightOf('waiter', action) === 'approval')
    expect(asked).toEqual([
      'comp',
      'void_sent_item',
      'waive_charge',
      'exempt_order',
      'settle_price',
      'reopen_order',
      'void_payment',
      'refund',
      'no_sale',
      'close_day',
      'waste_stock',
    ])
    expect(rightsOf('waiter')).toMatchObject({ discountPpm: 100_000, refundMax: 0, paidOutMax: 0 })
    expect(rightsOf('manager')).toMatchObject({ discountPpm: 1_000_000, refundMax: null, paidOutMax: null })
  })

  test('[ROLE1] people, roles and the whole journal are the owner’s', () => {
    const ownersAlone = ACTIONS.filter((action) => rightOf('manager', action) !== 'alone')
    expect(ownersAlone).toEqual(['edit_staff', 'edit_roles', 'export_journal'])
  })

  test('[ROLE1] with approval is not alone, and both are more than not at all', () => {
    const waiter = rightsOf('waiter')
    expect([may(waiter, 'comp'), mayAsk(waiter, 'comp')]).toEqual([false, true])
    expect([may(waiter, 'send'), mayAsk(waiter, 'send')]).toEqual([true, true])
    expect([may(waiter, 'read_x'), mayAsk(waiter, 'read_x')]).toEqual([false, false])
    expect([mayRole('waiter', 'comp'), mayRole('manager', 'comp')]).toEqual([false, true])
  })

  test.each(['cook', '', 'Owner', 'toString', '__proto__'])(
    '[ROLE2] a role called %j, which this program does not know, may do nothing',
    (role) => {
      expect(isRole(role)).toBe(false)
      for (const action of ACTIONS) expect(mayRole(role, action)).toBe(false)
    },
  )

  test('[ROLE2] no rights are none', () => {
    for (const action of ACTIONS) expect(mayAsk(NO_RIGHTS, action)).toBe(false)
    expect(isAction('toString')).toBe(false)
  })
})
