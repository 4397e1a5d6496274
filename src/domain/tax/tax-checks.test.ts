import { describe, expect, test } from 'vitest'
import type { Known } from '#domain/context.ts'
import { minor } from '#domain/money/money.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { Tax } from '#domain/store/settings.ts'
import { checkTax, isLineTaxes, TAX_FIELDS } from './tax-checks.ts'

function tax(id: string, over: Partial<Tax> = {}): Known<Tax> {
  return { id, name: id, ratePpm: 50_000, inclusive: false, active: true, ...over }
}

const GST = tax('gst')
const PST = tax('pst', { on: ['gst'] })

describe('a tax beside the others', () => {
  test.each<[string, string, RecordFields]>([
    ['a new one', 'city', { name: 'City', ratePpm: 10_000, inclusive: false, active: true }],
    [
      'one that compounds on one that compounds',
      'city',
      { ratePpm: 1, inclusive: false, on: ['pst', 'gst'] },
    ],
    ['one inside, that names nothing', 'vat', { inclusive: true, on: [] }],
    ['a fixed one', 'bag', { ratePpm: 0, perPiece: 10 }],
    ['a fixed one that says no rate', 'bag', { perPiece: 10 }],
    ['another name', 'pst', { name: 'QST' }],
    ['a name nobody has', 'pst', { on: ['hst'] }],
    ['the same again', 'pst', { on: ['gst'] }],
  ])('[TAX6] [TAX7] %s is taken', (_, id, fields) => {
    expect(checkTax(id, fields, [GST, PST])).toBe(null)
  })

  test.each<[string, string, RecordFields]>([
    ['itself', 'city', { on: ['city'] }],
    ['one that names it', 'gst', { on: ['pst'] }],
    ['one that leads back', 'gst', { on: ['city'] }],
  ])('[TAX6] one that names %s is refused', (_, id, fields) => {
    const all = [GST, PST, tax('city', { on: ['pst'] })]
    expect(checkTax(id, fields, all)).toEqual({ code: 'taxes_in_circle', rule: 'TAX6' })
  })

  test('[TAX6] a circle of others is no reason to refuse it', () => {
    const others = [tax('a', { on: ['b'] }), tax('b', { on: ['a'] })]
    expect(checkTax('c', { on: ['a'] }, others)).toBe(null)
    expect(checkTax('a', { on: [] }, others)).toBe(null)
  })

  test('[TAX6] one inside the price does not compound, whichever is saved last', () => {
    const refused = { code: 'bad_record', rule: 'TAX6' }
    expect(checkTax('vat', { inclusive: true, on: ['gst'] }, [GST])).toEqual(refused)
    expect(checkTax('pst', { inclusive: true }, [GST, PST])).toEqual(refused)
    expect(checkTax('vat', { on: ['gst'] }, [GST, tax('vat', { inclusive: true })])).toEqual(refused)
  })

  test('[TAX7] so much a piece has no rate, and does not compound', () => {
    const refused = { code: 'bad_record', rule: 'TAX7' }
    expect(checkTax('gst', { perPiece: 10 }, [GST])).toEqual(refused)
    expect(checkTax('bag', { perPiece: 10, ratePpm: 1 }, [])).toEqual(refused)
    expect(checkTax('bag', { perPiece: 10, on: ['gst'] }, [GST])).toEqual(refused)
    expect(checkTax('bag', { ratePpm: 1 }, [tax('bag', { ratePpm: 0, perPiece: minor(10) })])).toEqual(
      refused,
    )
  })
})

describe('the fields of a tax', () => {
  test.each<[keyof typeof TAX_FIELDS, readonly unknown[], readonly unknown[]]>([
    ['ratePpm', [0, 1, 10_000_000], [-1, 0.2, 10_000_001, Number.NaN, 2 ** 53, '1', null]],
    ['inclusive', [true, false], [0, 'yes', null]],
    ['perPiece', [0, 1, 100_000_000_000], [-1, 0.5, 100_000_000_001, null, '5']],
    [
      'on',
      [[], ['a'], Array.from({ length: 10 }, (_, i) => `t${i}`)],
      ['a', [1], [''], null, Array(11).fill('a')],
    ],
    ['active', [true], [1]],
  ])('[RECORD2] %s is checked', (field, good, bad) => {
    for (const value of good) expect(TAX_FIELDS[field](value), String(value)).toBe(true)
    for (const value of bad) expect(TAX_FIELDS[field](value), String(value)).toBe(false)
  })
})

describe('the taxes of a charge', () => {
  const A = { id: 'a', name: 'A', ratePpm: 100_000, inclusive: false }

  test('[TAX6] [TAX7] are whole, and in no circle', () => {
    expect(isLineTaxes([])).toBe(true)
    expect(isLineTaxes([A])).toBe(true)
    expect(isLineTaxes([A, { ...A, ratePpm: 1 }])).toBe(false)
    expect(isLineTaxes([A, { ...A, id: 'b', on: ['a'] }])).toBe(true)
    expect(isLineTaxes([{ ...A, ratePpm: 0, perPiece: 5 }])).toBe(true)
    expect(
      isLineTaxes([
        { ...A, on: ['b'] },
        { ...A, id: 'b', on: ['a'] },
      ]),
    ).toBe(false)
    expect(isLineTaxes([{ ...A, perPiece: 5 }])).toBe(false)
    expect(isLineTaxes([{ ...A, inclusive: true, on: ['b'] }])).toBe(false)
    for (const bad of [
      { id: '' },
      { name: ' ' },
      { ratePpm: -1 },
      { inclusive: 1 },
      { perPiece: -1 },
      { on: 'a' },
    ])
      expect(isLineTaxes([{ ...A, ...bad }]), JSON.stringify(bad)).toBe(false)
    for (const bad of [
      null,
      'lines',
      A,
      [null],
      Array.from({ length: 11 }, (_, i) => ({ ...A, id: `t${i}` })),
    ])
      expect(isLineTaxes(bad)).toBe(false)
  })
})
