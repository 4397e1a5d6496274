import { describe, expect, test } from 'vitest'
import { inputOf, line } from '../../../../tests/support/pricing.ts'
import type { Check } from '#domain/menu/shape.ts'
import { lineTaxes } from '#domain/menu/line-taxes.ts'
import { cashDue } from '#domain/money/cash-due.ts'
import { minor } from '#domain/money/money.ts'
import { SERVICES, type Service } from '#domain/order/order.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput } from '#domain/pricing/pricing.ts'
import { checkTax, TAX_FIELDS } from '#domain/tax/tax-checks.ts'
import { SETTINGS_FIELDS } from '../settings-checks.ts'
import type { Preset } from './preset.ts'
import { PRESETS } from './presets.ts'

function presetOf(country: string): Preset {
  const preset = PRESETS.find((one) => one.country === country)
  if (preset === undefined) throw new Error(`assertion failed: there is no preset for ${country}`)
  return preset
}

type Sold = readonly [kind: keyof Preset['usual'], amount: number]

/** A bill in that country, with what is usual there. */
function bill(country: string, service: Service, sold: readonly Sold[], over: Partial<PricingInput> = {}) {
  const { settings, taxes, usual } = presetOf(country)
  const lines = sold.map(([kind, amount]) => line(amount, lineTaxes(usual[kind], service, taxes)))
  const rules = {
    scope: settings.taxScope,
    mode: settings.taxRounding,
    rounded: settings.taxRounded,
    charges: settings.charges.map((charge) => ({ ...charge, active: true })),
  }
  const { net, total, taxes: rows, charge } = priceBill(inputOf(lines, { service, ...over }, rules))
  const cash = cashDue(total, settings.cashRounding)
  return { net, total, taxes: rows.map(({ name, tax }) => `${name}: ${tax}`), charge, cash }
}

function fieldsOf(record: object): Readonly<Record<string, unknown>> {
  return { ...record }
}

describe.each(PRESETS.map((preset) => [preset.name, preset] as const))('the preset for %s', (_, preset) => {
  test('[PRESET1] is taken as it is', () => {
    const checks: Readonly<Record<string, Check>> = SETTINGS_FIELDS
    for (const [field, value] of Object.entries(preset.settings))
      expect(checks[field]?.(value), field).toBe(true)
    const taxChecks: Readonly<Record<string, Check>> = TAX_FIELDS
    for (const tax of preset.taxes) {
      const { id, name, ...fields } = tax
      expect(name).not.toBe('')
      for (const [field, value] of Object.entries(fields))
        expect(taxChecks[field]?.(value), `${id} ${field}`).toBe(true)
      expect(checkTax(id, fieldsOf(fields), preset.taxes)).toBe(null)
    }
  })

  test('[PRESET1] knows every tax it names, and every one once', () => {
    const ids = preset.taxes.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { taxIds, taxIdsByService } of Object.values(preset.usual)) {
      expect(ids).toEqual(expect.arrayContaining([...taxIds]))
      for (const [service, named] of Object.entries(taxIdsByService ?? {})) {
        expect(SERVICES).toContain(service)
        expect(ids).toEqual(expect.arrayContaining([...named]))
      }
    }
  })

  test('[PRESET1] charges nothing before the owner wants it', () => {
    expect(preset.settings.charges.filter(({ active }) => active)).toEqual([])
    expect(preset.asOf).toMatch(/^20\d\d-\d\d-\d\d$/)
  })
})

describe('a bill by a preset', () => {
  test('[PRESET1] there is one for each of ten countries', () => {
    const countries = ['AE', 'AU', 'CH', 'DE', 'FR', 'GB', 'IN', 'IT', 'JP', 'US']
    expect(PRESETS.map(({ country }) => country).sort()).toEqual(countries)
    const exponents = PRESETS.map(({ settings }) => settings.currency).filter(
      ({ exponent }) => exponent !== 2,
    )
    expect(exponents).toEqual([{ code: 'JPY', exponent: 0 }])
  })

  test('[PRESET1] United States: each tax of each item, half to even', () => {
    // 4.00 × 6.25 % = 0.25, × 2 % = 0.08; 10.00: 0.625 → 0.62 (even), 0.20
    expect(
      bill('US', 'dine_in', [
        ['food', 400],
        ['alcohol', 1_000],
      ]),
    ).toEqual({
      net: 1_400,
      total: 1_515,
      taxes: ['Local tax: 28', 'State tax: 87'],
      charge: 0,
      cash: 1_515,
    })
    // For six, 18 % of 14.00 = 2.52, untaxed.
    expect(
      bill(
        'US',
        'dine_in',
        [
          ['food', 400],
          ['alcohol', 1_000],
        ],
        { covers: 6 },
      ),
    ).toMatchObject({
      charge: 252,
      total: 1_767,
    })
  })

  test('[PRESET1] United Kingdom: a sixth of the price, and 12.5 % service without VAT', () => {
    // 9.50 and 5.25: service 12.5 % of 14.75 = 1.84375 → 1.84; VAT 14.75 / 6 = 2.4583 → 2.46
    expect(
      bill('GB', 'dine_in', [
        ['food', 950],
        ['alcohol', 525],
      ]),
    ).toEqual({
      net: 1_413,
      total: 1_659,
      taxes: ['VAT 20%: 246'],
      charge: 184,
      cash: 1_659,
    })
  })

  test('[PRESET1] Germany: food 7 %, drinks 19 %, in and out', () => {
    // 18.90 × 7/107 = 1.2364 → 1.24; 4.80 × 19/119 = 0.7664 → 0.77
    for (const service of ['dine_in', 'takeaway'] as const)
      expect(
        bill('DE', service, [
          ['food', 1_890],
          ['drink', 480],
        ]),
      ).toMatchObject({
        net: 2_169,
        total: 2_370,
        taxes: ['MwSt. 7 %: 124', 'MwSt. 19 %: 77'],
      })
  })

  test('[PRESET1] France: 10 %, alcohol 20 %', () => {
    // 24.50 × 10/110 = 2.2273 → 2.23; 6.00 × 20/120 = 1.00
    expect(
      bill('FR', 'dine_in', [
        ['food', 2_100],
        ['drink', 350],
        ['alcohol', 600],
      ]),
    ).toMatchObject({
      total: 3_050,
      taxes: ['TVA 10 %: 223', 'TVA 20 %: 100'],
    })
  })

  test('[PRESET1] Italy: 10 % served, drinks taken away 22 %', () => {
    // 12.00 × 10/110 = 1.0909 → 1.09; 8.00 × 10/110 = 0.7273, together 20.00: 1.8182 → 1.82; 3.00 × 22/122 = 0.541
    expect(
      bill('IT', 'dine_in', [
        ['food', 1_200],
        ['alcohol', 800],
      ]).taxes,
    ).toEqual(['IVA 10%: 182'])
    expect(
      bill('IT', 'takeaway', [
        ['food', 1_200],
        ['drink', 300],
      ]).taxes,
    ).toEqual(['IVA 10%: 109', 'IVA 22%: 54'])
  })

  test('[PRESET1] Japan: once per rate, down, in whole yen', () => {
    // Eaten in: 1480 × 10/110 = 134.5 → 134
    expect(
      bill('JP', 'dine_in', [
        ['food', 980],
        ['drink', 500],
      ]),
    ).toMatchObject({
      net: 1_346,
      total: 1_480,
      taxes: ['消費税 10%: 134'],
    })
    // Taken away: 980 × 8/108 = 72.59 → 72; beer 550 × 10/110 = 50
    expect(
      bill('JP', 'takeaway', [
        ['food', 980],
        ['alcohol', 550],
      ]).taxes,
    ).toEqual(['消費税 8%: 72', '消費税 10%: 50'])
  })

  test('[PRESET1] Australia: an eleventh of the invoice, cash to 5 cents', () => {
    // 2 × 9.99 = 19.98 / 11 = 1.8164 → 1.82
    expect(
      bill('AU', 'dine_in', [
        ['food', 999],
        ['drink', 999],
      ]),
    ).toMatchObject({
      net: 1_816,
      total: 1_998,
      taxes: ['GST 10%: 182'],
      cash: 2_000,
    })
  })

  test('[PRESET1] India: CGST and SGST of 2.5 % each, cash to the rupee', () => {
    // 259.00 × 2.5 % = 6.475 → 6.48, twice: 271.96
    expect(bill('IN', 'dine_in', [['food', 25_900]])).toMatchObject({
      net: 25_900,
      total: 27_196,
      taxes: ['CGST 2.5%: 648', 'SGST 2.5%: 648'],
      cash: 27_200,
    })
    expect(bill('IN', 'dine_in', [['alcohol', 50_000]]).taxes).toEqual([])
  })

  test('[PRESET1] United Arab Emirates: 5 % inside', () => {
    // The FTA’s own example (VATP006): 10.00 + 15.00 + 10.50 hold 1.69 (35.50 × 5/105 = 1.6905).
    expect(
      bill('AE', 'dine_in', [
        ['food', 1_000],
        ['food', 1_500],
        ['drink', 1_050],
      ]),
    ).toMatchObject({
      net: 3_381,
      taxes: ['VAT 5%: 169'],
    })
  })

  test('[PRESET1] Switzerland: 8.1 % served, 2.6 % taken away, cash to 5 Rappen', () => {
    // 24.62 × 8.1/108.1 = 1.8448 → 1.84; 12.31 × 2.6/102.6 = 0.312 → 0.31 and beer 5.00 × 8.1/108.1 = 0.3747 → 0.37
    expect(bill('CH', 'dine_in', [['food', 2_462]])).toMatchObject({
      net: 2_278,
      taxes: ['MWST 8.1%: 184'],
      cash: 2_460,
    })
    expect(
      bill('CH', 'delivery', [
        ['food', 1_231],
        ['alcohol', 500],
      ]).taxes,
    ).toEqual(['MWST 2.6%: 31', 'MWST 8.1%: 37'])
    expect(cashDue(minor(1_233), presetOf('CH').settings.cashRounding)).toBe(1_235)
  })
})
