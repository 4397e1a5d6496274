import { describe, expect, test } from 'vitest'
import { charge } from '../../../tests/support/pricing.ts'
import { isCashRounding, METHOD_FIELDS, SETTINGS_FIELDS } from './settings-checks.ts'

describe('the fields of the settings', () => {
  test.each<[keyof typeof SETTINGS_FIELDS, readonly unknown[], readonly unknown[]]>([
    [
      'currency',
      [{ code: 'JPY', exponent: 0 }],
      [
        null,
        'EUR',
        { code: 'EUR', exponent: 1 },
        { code: 'euro', exponent: 2 },
        { code: 'EURO', exponent: 2 },
      ],
    ],
    ['zone', ['Europe/Lisbon', 'Asia/Kolkata'], ['', 'Mars/Olympus', 1]],
    ['cutoverHour', [0, 12], [-1, 13, 0.5, '4']],
    ['taxScope', ['line', 'rate', 'document'], ['bill', null]],
    ['taxRounding', ['half_up', 'half_even', 'up', 'down'], ['nearest', null]],
    ['taxRounded', ['tax', 'net'], ['gross', null]],
    ['charges', [[], [charge()]], [null, [{}]]],
    ['askCovers', [true, false], [1, null]],
    ['tipWindowHours', [0, 24, 744], [-1, 745, 1.5, null]],
    [
      'tipPercents',
      [[], [10], [5, 10, 15, 100]],
      [null, '10', [0], [101], [7.5], ['10'], [10, 10], [15, 10], [1, 2, 3, 4, 5]],
    ],
  ])('[RECORD2] [PAY18] %s is checked', (field, good, bad) => {
    for (const value of good) expect(SETTINGS_FIELDS[field](value), JSON.stringify(value)).toBe(true)
    for (const value of bad) expect(SETTINGS_FIELDS[field](value), JSON.stringify(value)).toBe(false)
  })

  test('[MONEY2] a currency has 0, 2 or 3 digits after the point', () => {
    const digits = [0, 1, 2, 3, 4, '2', null].filter((exponent) =>
      SETTINGS_FIELDS.currency({ code: 'XXX', exponent }),
    )
    expect(digits).toEqual([0, 2, 3])
  })

  test('[ROUND1] cash is rounded in whole steps, or not at all', () => {
    for (const good of [null, { increment: 5, mode: 'half_up' }, { increment: 100_000, mode: 'down' }])
      expect(isCashRounding(good)).toBe(true)
    for (const bad of [
      undefined,
      5,
      {},
      { increment: 0, mode: 'half_up' },
      { increment: -5, mode: 'half_up' },
      { increment: 0.05, mode: 'half_up' },
      { increment: 100_001, mode: 'half_up' },
      { increment: 5, mode: 'swedish' },
    ])
      expect(isCashRounding(bad), JSON.stringify(bad)).toBe(false)
  })
})

describe('the fields of a way to pay', () => {
  test('[RECORD2] are checked', () => {
    for (const kind of ['cash', 'card', 'voucher', 'account', 'other'])
      expect(METHOD_FIELDS.kind(kind)).toBe(true)
    for (const kind of ['cheque', '', null]) expect(METHOD_FIELDS.kind(kind)).toBe(false)
    expect([METHOD_FIELDS.active(false), METHOD_FIELDS.active(0)]).toEqual([true, false])
  })
})
