import { describe, expect, test } from 'vitest'
import { CHARGE_RULES } from '../../../../../tests/support/charge-rules.ts'
import { minor } from '#domain/money/money.ts'
import { isChargeRules } from '#domain/pricing/charge-checks.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import { chargesOf, draftOfCharge, readCharge, withCharge } from './charge-draft.ts'

const SERVICE: ChargeRule = { ...CHARGE_RULES.service, minCovers: 8, minSubtotal: minor(5_000) }
const draft = draftOfCharge(SERVICE, 2)

describe('the form of a charge', () => {
  test('[RECORD1] reads back what it shows, with taxes of its own that it does not edit', () => {
    const { id: _id, active: _active, ...fields } = SERVICE
    expect(draft).toMatchObject({ rate: '12.5', minCovers: '8', minSubtotal: '50.00' })
    expect(readCharge(draft, SERVICE, 2)).toEqual({ fields, errors: {} })
    const own = { ...SERVICE, taxes: [{ id: 'vat', name: 'VAT', ratePpm: 230_000, inclusive: true }] }
    expect(readCharge(draftOfCharge(own, 2), own, 2).fields['taxes']).toEqual(own.taxes)
  })

  test('[CHARGE1] without limits it is added always, and the domain takes it', () => {
    const blank = { ...draftOfCharge(null, 2), name: 'Delivery', kind: 'fixed', amount: '2,50' } as const
    const { fields, errors } = readCharge(blank, null, 2)
    expect(errors).toEqual({})
    expect(fields).toMatchObject({ minCovers: 0, minSubtotal: 0, services: [] })
    expect(isChargeRules(withCharge([], 'delivery', { ...fields, active: true }))).toBe(true)
  })

  test('[CHARGE4] one that bears no tax comes after it', () => {
    expect(readCharge({ ...draft, taxes: 'none' }, SERVICE, 2).fields).toMatchObject({ phase: 'after_tax' })
    expect(draftOfCharge({ ...SERVICE, phase: 'after_tax' }, 2).taxes).toBe('none')
  })

  test.each([
    [{ rate: '0' }, { rate: 'percentSome' }],
    [{ kind: 'fixed', amount: '' }, { amount: 'priceMissing' }],
    [{ minCovers: '-2' }, { minCovers: 'numberBad' }],
    [{ minCovers: '1000' }, { minCovers: 'numberBad' }],
    [{ minSubtotal: 'much' }, { minSubtotal: 'priceBad' }],
  ] as const)('[CHARGE1] [RECORD2] says what is wrong with %o', (change, errors) => {
    expect(readCharge({ ...draft, ...change }, SERVICE, 2).errors).toEqual(errors)
  })

  test('[RECORD1] saving one leaves the others as they are by now', () => {
    const other = { ...SERVICE, id: 'other', name: 'Changed meanwhile' }
    expect(withCharge([other, SERVICE], 'service', { active: false })).toEqual([
      other,
      { ...SERVICE, active: false },
    ])
    expect(chargesOf({ id: 'settings', charges: [SERVICE] })).toEqual([SERVICE])
    expect(chargesOf({ id: 'settings', charges: 'none' })).toEqual([])
  })
})
