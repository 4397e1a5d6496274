import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextOf } from '../../../tests/support/given.ts'
import { ACTIONS } from './permissions.ts'
import { NO_RIGHTS, rightsOf } from './rights.ts'
import { rightsOfRecord, saveRole } from './role-record.ts'
import type { RoleRecord } from './role.ts'

const SHIFT_LEAD: RoleRecord = {
  name: 'Shift lead',
  like: 'waiter',
  actions: { comp: 'alone', read_x: 'approval' },
  discountPpm: 200_000,
  refundMax: null,
  active: true,
}

describe('a role the owner made', () => {
  test('[ROLE5] is the one it is like, but for what was changed', () => {
    const waiter = rightsOf('waiter')
    expect(rightsOfRecord(SHIFT_LEAD)).toEqual({
      actions: { ...waiter.actions, comp: 'alone', read_x: 'approval' },
      discountPpm: 200_000,
      refundMax: null,
      paidOutMax: 0,
    })
  })

  test('[ROLE6] never has what is the owner’s own, whatever the record says', () => {
    const sly: RoleRecord = {
      ...SHIFT_LEAD,
      like: 'owner',
      actions: { edit_roles: 'alone', edit_staff: 'approval' },
    }
    expect(rightsOfRecord(sly).actions).toEqual({
      ...rightsOf('owner').actions,
      edit_roles: 'no',
      edit_staff: 'no',
    })
  })

  test('[ROLE5] without anything it is like, it may do nothing', () => {
    expect(rightsOfRecord({})).toEqual(NO_RIGHTS)
    expect(rightsOfRecord({ name: 'New', actions: { comp: 'alone' } })).toEqual(NO_RIGHTS)
  })

  test('[ROLE5] never may more than an owner, and never throws, whatever was written', () => {
    const odd = fc.anything({ withNullPrototype: true })
    const fields = fc.record(
      {
        like: fc.oneof(fc.constantFrom('waiter', 'owner'), odd),
        actions: odd,
        discountPpm: odd,
        refundMax: odd,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fields, (record) => {
        const rights = rightsOfRecord(record as Partial<RoleRecord>)
        for (const action of ACTIONS) expect(['alone', 'approval', 'no']).toContain(rights.actions[action])
        expect(rights.discountPpm).toBeLessThanOrEqual(1_000_000)
        expect(rights.actions.edit_roles).toBe('no')
      }),
    )
  })
})

describe('saving a role', () => {
  const save = (
    fields: { readonly [field: string]: unknown },
    role: 'manager' | 'owner' = 'owner',
    id = 'lead',
  ) => saveRole({ recordId: id, fields }, contextOf({ actor: { id: 'rita', role, rights: rightsOf(role) } }))

  test('[ROLE5] writes what is named', () => {
    const fields = { ...SHIFT_LEAD, paidOutMax: 5_000, badge: 'red' }
    expect(save(fields)).toEqual({
      ok: true,
      value: [{ ent: { type: 'role', id: 'lead' }, event: { type: 'record_changed', payload: fields } }],
    })
    expect(save({ actions: { comp: 'no', fly: 'high' } }).ok).toBe(true)
  })

  test('[ROLE1] is the owner’s alone', () => {
    expect(save({ name: 'Lead' }, 'manager')).toEqual({
      ok: false,
      error: { code: 'not_allowed', rule: 'ROLE1' },
    })
  })

  test.each(['waiter', 'manager', 'owner'])('[ROLE6] the built-in %s cannot be changed', (id) => {
    expect(save({ active: false }, 'owner', id)).toEqual({
      ok: false,
      error: { code: 'not_allowed', rule: 'ROLE6' },
    })
  })

  test.each(['edit_roles', 'edit_staff'])('[ROLE6] %s cannot be handed out', (action) => {
    const error = { code: 'not_allowed', rule: 'ROLE6' }
    expect(save({ actions: { [action]: 'alone' } })).toEqual({ ok: false, error })
    expect(save({ actions: { [action]: 'approval' } })).toEqual({ ok: false, error })
    expect(save({ actions: { [action]: 'no' } }).ok).toBe(true)
  })

  test.each([
    { like: 'cook' },
    { like: null },
    { actions: [] },
    { actions: null },
    { actions: { comp: 'yes' } },
    { discountPpm: -1 },
    { discountPpm: 1_000_001 },
    { discountPpm: 0.5 },
    { discountPpm: Number.NaN },
    { refundMax: -1 },
    { refundMax: 2 ** 53 },
    { paidOutMax: '5' },
    { active: 1 },
  ])('[ROLE5] is refused with %j', (fields) => {
    expect(save(fields)).toEqual({ ok: false, error: { code: 'bad_record', rule: 'ROLE5' } })
  })
})
