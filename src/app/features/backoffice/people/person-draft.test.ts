import { describe, expect, test } from 'vitest'
import type { StaffView } from '#device/messages/office-views.ts'
import { ROLES } from '#domain/staff/permissions.ts'
import { rightsOf } from '#domain/staff/rights.ts'
import { draftOfPerson, readPerson } from './person-draft.ts'

const ROLE_RIGHTS = new Map(ROLES.map((role) => [role as string, rightsOf(role)]))
const ANA: StaffView = {
  id: 'ana',
  name: 'Ana',
  role: 'waiter',
  roleName: '',
  active: true,
  lockedForS: 0,
}

describe('the form of a person', () => {
  test('gives what was changed, and nothing when nothing was', () => {
    const draft = draftOfPerson(ANA)
    expect(readPerson(draft, ANA, ROLE_RIGHTS)).toEqual({ change: {}, errors: {} })
    expect(readPerson({ ...draft, name: ' Ana S ', pin: '5926' }, ANA, ROLE_RIGHTS).change).toEqual({
      name: 'Ana S',
      pin: '5926',
    })
  })

  test('wants name and PIN of a new person', () => {
    expect(readPerson(draftOfPerson(null), null, ROLE_RIGHTS).errors).toEqual({
      name: 'nameMissing',
      pin: 'pinMissing',
    })
  })

  test('[STAFF2] says in words what the server would refuse', () => {
    const errorsOf = (role: string, pin: string) =>
      readPerson({ name: 'Ana', role, pin }, ANA, ROLE_RIGHTS).errors
    expect(errorsOf('manager', '')).toEqual({ pin: 'pinForRole' })
    expect(errorsOf('manager', '73051')).toEqual({ pin: 'pinShort' })
    expect(errorsOf('waiter', '40x1')).toEqual({ pin: 'pinBad' })
    expect(errorsOf('manager', '730518')).toEqual({})
    expect(errorsOf('gone', '')).toEqual({ role: 'choiceMissing' })
  })
})
