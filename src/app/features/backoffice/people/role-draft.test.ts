import { describe, expect, test } from 'vitest'
import { ACTIONS } from '#domain/staff/permissions.ts'
import { GROUP_NAMES, RIGHT_GROUPS } from './right-groups.ts'
import { draftLike, draftOfRole, readRole } from './role-draft.ts'

const LEAD = {
  id: 'lead',
  name: 'Shift lead',
  like: 'waiter',
  actions: { comp: 'alone' },
  discountPpm: 125_000,
  refundMax: 2000,
  paidOutMax: null,
  active: true,
}

describe('the form of a role', () => {
  test('shows a kept one and gives it back as it was', () => {
    const draft = draftOfRole(LEAD, 2)
    expect(draft).toMatchObject({ name: 'Shift lead', discount: '12.5', refund: '20.00', paidOut: '' })
    const { id: _id, active: _active, ...fields } = LEAD
    expect(readRole(draft, 2)).toEqual({ fields, errors: {} })
  })

  test('[ROLE5] keeps of the rights only those that differ from the role it is like', () => {
    const draft = draftLike({ name: 'Lead' }, 'manager', 2)
    const changed = { ...draft, actions: { ...draft.actions, read_reports: 'no' as const } }
    expect(readRole(changed, 2).fields).toEqual({
      name: 'Lead',
      like: 'manager',
      actions: { read_reports: 'no' },
      discountPpm: 1_000_000,
      refundMax: null,
      paidOutMax: null,
    })
  })

  test('says what is wrong with its limits', () => {
    const draft = { ...draftOfRole(LEAD, 2), name: '', discount: '101', refund: 'much', paidOut: '-1' }
    expect(readRole(draft, 2).errors).toEqual({
      name: 'nameMissing',
      discount: 'percentBad',
      refund: 'priceBad',
      paidOut: 'priceBad',
    })
  })

  test('[ROLE6] offers every right but the owner’s own', () => {
    const offered = GROUP_NAMES.flatMap((group): readonly string[] => RIGHT_GROUPS[group])
    const owners = ['edit_roles', 'edit_staff']
    expect([...offered, ...owners].sort()).toEqual([...ACTIONS].sort())
  })
})
