import { describe, expect, test } from 'vitest'
import { DISCOUNT_FIELDS } from '#domain/discount/discount-checks.ts'
import { draftOfDiscount, readDiscount } from './discount-draft.ts'

const NEIGHBOURS = {
  id: 'n',
  name: 'Neighbours',
  how: { kind: 'percent', ratePpm: 125_000, cap: 500 },
  on: 'order',
  reasonNeeded: true,
  active: true,
}
const { id: _id, active: _active, ...FIELDS } = NEIGHBOURS
const draft = draftOfDiscount(NEIGHBOURS, 2)

describe('the form of a discount', () => {
  test('[RECORD1] reads back what it shows', () => {
    expect(draft).toMatchObject({ rate: '12.5', cap: '5.00' })
    expect(readDiscount(draft, 2)).toEqual({ fields: FIELDS, errors: {} })
    const off = { ...NEIGHBOURS, how: { kind: 'amount', amount: 150 } }
    expect(readDiscount(draftOfDiscount(off, 2), 2).fields['how']).toEqual(off.how)
  })

  test.each([
    [{ name: ' ' }, { name: 'nameMissing' }],
    [{ rate: '0' }, { rate: 'percentSome' }],
    [{ rate: '100.1' }, { rate: 'percentSome' }],
    [{ cap: '0' }, { cap: 'numberBad' }],
    [{ cap: 'a lot' }, { cap: 'priceBad' }],
    [{ kind: 'amount', amount: '' }, { amount: 'priceMissing' }],
    [{ kind: 'amount', amount: '0' }, { amount: 'numberBad' }],
  ] as const)('[DISC1] [RECORD2] says what is wrong with %o', (change, errors) => {
    expect(readDiscount({ ...draft, ...change }, 2).errors).toEqual(errors)
  })

  test.each(['percent', 'amount', 'open_percent', 'open_amount'] as const)(
    '[DISC1] gives the domain a %s as it takes it',
    (kind) => {
      const { fields, errors } = readDiscount({ ...draft, kind, cap: '', amount: '2' }, 2)
      expect(errors).toEqual({})
      expect(DISCOUNT_FIELDS.how(fields['how'])).toBe(true)
    },
  )
})
