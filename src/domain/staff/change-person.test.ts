import { describe, expect, test } from 'vitest'
import { changePerson, type StaffFacts } from './change-person.ts'
import { pinLengthMin } from './pin-length.ts'
import { ROLES } from './permissions.ts'
import { rightsOf } from './rights.ts'
import { rightsOfRecord } from './role-record.ts'

const SHIFT_LEAD = rightsOfRecord({ like: 'waiter', actions: { approve: 'alone' } })
const FACTS: StaffFacts = {
  people: [
    { id: 'ana', name: 'Ana', role: 'waiter', active: true },
    { id: 'rui', name: 'Rui', role: 'owner', active: true },
    { id: 'eva', name: 'Eva', role: 'owner', active: false },
    { id: 'tia', name: 'Tia', role: 'gone', active: true },
  ],
  roles: new Map([['lead', SHIFT_LEAD], ...ROLES.map((role) => [role, rightsOf(role)] as const)]),
  now: 1000,
}
const NEW = { name: 'Zé', role: 'waiter', pin: '4071' }

function refusal(id: string, change: Parameters<typeof changePerson>[1], facts = FACTS): string {
  const decided = changePerson(id, change, facts)
  return decided.ok ? 'allowed' : `${decided.error.code} ${decided.error.rule}`
}

describe('[STAFF1] people', () => {
  test('are added with name, role and PIN, and work here from then on', () => {
    expect(changePerson('ze', NEW, FACTS)).toEqual({
      ok: true,
      value: { name: 'Zé', role: 'waiter', active: true },
    })
  })

  test('change in what is named and in nothing else', () => {
    expect(changePerson('ana', { name: ' Ana Sofia ' }, FACTS)).toEqual({
      ok: true,
      value: { name: 'Ana Sofia' },
    })
    expect(changePerson('ana', { active: false }, FACTS)).toEqual({ ok: true, value: { active: false } })
  })

  test('are refused without a name, and in a role that is not there', () => {
    expect(refusal('ze', { ...NEW, name: ' ' })).toBe('bad_record STAFF1')
    expect(refusal('ze', { role: 'waiter', pin: '4071' })).toBe('bad_record STAFF1')
    expect(refusal('ana', { name: 'x'.repeat(81) })).toBe('bad_record STAFF1')
    expect(refusal('ze', { ...NEW, role: 'chef' })).toBe('unknown_role STAFF1')
    expect(refusal('ana', { role: 'chef' })).toBe('unknown_role STAFF1')
  })

  test('whose role has ended are renamed and given another all the same', () => {
    expect(refusal('tia', { name: 'Tia Lu' })).toBe('allowed')
    expect(refusal('tia', { role: 'waiter', pin: '5926' })).toBe('allowed')
  })
})

describe('[STAFF2] a PIN', () => {
  test('has six digits where the role opens more than the till, and four elsewhere', () => {
    expect(ROLES.map((role) => pinLengthMin(rightsOf(role)))).toEqual([4, 6, 6])
    expect(pinLengthMin(SHIFT_LEAD)).toBe(6)
    expect(pinLengthMin(rightsOfRecord({ like: 'waiter', actions: { comp: 'alone' } }))).toBe(4)
  })

  test('of five digits is refused to a manager, and to any made role that approves', () => {
    expect(refusal('ze', { ...NEW, role: 'manager', pin: '73051' })).toBe('pin_too_short STAFF2')
    expect(refusal('ze', { ...NEW, role: 'lead', pin: '73051' })).toBe('pin_too_short STAFF2')
    expect(refusal('ze', { ...NEW, role: 'manager', pin: '730518' })).toBe('allowed')
    expect(refusal('rui', { pin: '91826' })).toBe('pin_too_short STAFF2')
  })

  test.each(['', '407', '123456789', '40a1', ' 4071'])('is digits, four to eight: not “%s”', (pin) => {
    expect(refusal('ze', { ...NEW, pin })).toBe('bad_pin STAFF2')
  })

  test('comes with a new person, and with a role that wants a longer one', () => {
    expect(refusal('ze', { name: 'Zé', role: 'waiter' })).toBe('pin_needed STAFF2')
    expect(refusal('ana', { role: 'manager' })).toBe('pin_needed STAFF2')
    expect(refusal('ana', { role: 'manager', pin: '730518' })).toBe('allowed')
    expect(refusal('eva', { role: 'manager' })).toBe('allowed')
  })
})

describe('[STAFF3] the last owner', () => {
  test('neither leaves nor takes another role', () => {
    expect(refusal('rui', { active: false })).toBe('last_owner STAFF3')
    expect(refusal('rui', { role: 'manager' })).toBe('last_owner STAFF3')
    expect(refusal('rui', { name: 'Rui Costa', active: true, role: 'owner' })).toBe('allowed')
  })

  test('is none while there is another who works here', () => {
    const people = [...FACTS.people, { id: 'leo', name: 'Leo', role: 'owner', active: true }]
    expect(refusal('rui', { active: false }, { ...FACTS, people })).toBe('allowed')
    expect(refusal('eva', { role: 'waiter' })).toBe('allowed')
  })
})

test('[STAFF4] unlocking, or a new PIN, says that wrong ones before it count no more', () => {
  const unlocked = { ok: true, value: { unlockedAt: 1000 } }
  expect(changePerson('ana', { unlock: true }, FACTS)).toEqual(unlocked)
  expect(changePerson('ana', { pin: '5926' }, FACTS)).toEqual(unlocked)
})
