import { describe, expect, test } from 'vitest'
import { charge, onTop } from '../../../tests/support/pricing.ts'
import { isChargeRule, isChargeRules } from './charge-checks.ts'

describe('a charge as the store sets it up', () => {
  test.each([
    {},
    { how: { kind: 'percent', ratePpm: 125_000 } },
    { how: { kind: 'open' } },
    { phase: 'after_tax', base: 'gross', gratuity: true },
    { taxes: [onTop(20)] },
    { taxes: [] },
    { services: ['dine_in', 'takeaway', 'delivery', 'tab'], minCovers: 6, minSubtotal: 5_000 },
    { color: 'a newer field' },
  ])('[CHARGE1] [RECORD2] is taken: %j', (over) => expect(isChargeRule({ ...charge(), ...over })).toBe(true))

  test.each([
    { id: '' },
    { name: '' },
    { how: null },
    { how: { kind: 'percent' } },
    { how: { kind: 'percent', ratePpm: 10_000_001 } },
    { how: { kind: 'fixed', amount: -1 } },
    { how: { kind: 'fixed', amount: 0.5 } },
    { how: { kind: 'table', ratePpm: 1, amount: 1 } },
    { phase: 'during' },
    { base: 'net' },
    { taxes: 'all' },
    { taxes: [{ id: 'x' }] },
    { gratuity: 'yes' },
    { services: ['drive_in'] },
    { services: 'dine_in' },
    { minCovers: -1 },
    { minCovers: 1_000 },
    { minSubtotal: -1 },
    { active: 1 },
  ])('[CHARGE1] [RECORD2] is refused: %j', (over) => {
    expect(isChargeRule({ ...charge(), ...over })).toBe(false)
  })

  test('[RECORD2] has an id that no other has', () => {
    expect(isChargeRules([])).toBe(true)
    expect(isChargeRules([charge(), charge({ id: 'b' })])).toBe(true)
    expect(isChargeRules([charge(), charge()])).toBe(false)
    expect(isChargeRules([charge(), { id: 'b' }])).toBe(false)
    expect(isChargeRules(charge())).toBe(false)
    const many = (count: number) => Array.from({ length: count }, (_, i) => charge({ id: `c${i}` }))
    expect([isChargeRules(many(50)), isChargeRules(many(51))]).toEqual([true, false])
  })
})
