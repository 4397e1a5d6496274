import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, formatMoneyPlain, parseAmount } from './money.ts'

const EUR = { code: 'EUR', exponent: 2 }
const JPY = { code: 'JPY', exponent: 0 }
const KWD = { code: 'KWD', exponent: 3 }
const NBSP = '\u00a0'

describe('formatMoney', () => {
  it('[PRINT2] writes the amount with as many decimals as the currency has', () => {
    expect(formatMoney(1230, EUR, 'en-IE')).toBe('€12.30')
    expect(formatMoney(1230, EUR, 'de-DE')).toBe(`12,30${NBSP}€`)
    expect(formatMoney(1230, JPY, 'en-US')).toBe('¥1,230')
    expect(formatMoney(1230, KWD, 'en-US')).toBe(`KWD${NBSP}1.230`)
  })

  it('[PRINT2] writes amounts under one unit and refunds', () => {
    expect(formatMoney(5, EUR, 'en-IE')).toBe('€0.05')
    expect(formatMoney(0, EUR, 'en-IE')).toBe('€0.00')
    expect(formatMoney(-1230, EUR, 'en-IE')).toBe('-€12.30')
  })

  it('[PRINT2] keeps every digit of amounts a float would round', () => {
    expect(formatMoneyPlain(Number.MAX_SAFE_INTEGER, KWD, 'en-US')).toBe('9,007,199,254,740.991')
    expect(formatMoneyPlain(Number.MAX_SAFE_INTEGER, EUR, 'en-US')).toBe('90,071,992,547,409.91')
  })

  it('[PRINT2] refuses an amount that is not whole', () => {
    expect(() => formatMoneyPlain(0.5, EUR, 'en-IE')).toThrow('not a whole amount')
  })
})

describe('parseAmount', () => {
  it('reads what a person types, with either separator', () => {
    expect(parseAmount('12', 2)).toBe(1200)
    expect(parseAmount('12.3', 2)).toBe(1230)
    expect(parseAmount(' 12,30 ', 2)).toBe(1230)
    expect(parseAmount('.5', 2)).toBe(50)
    expect(parseAmount('1,234', 3)).toBe(1234)
    expect(parseAmount('120', 0)).toBe(120)
  })

  it.each([
    '',
    '.',
    ',',
    'abc',
    '12.345',
    '1,234.50',
    '1.2.3',
    '-5',
    '+5',
    '12 30',
    '1e3',
    '0x10',
    '12.',
    '€5',
    '٣',
  ])('rejects "%s"', (text) => expect(parseAmount(text, 2)).toBeNull())

  it('rejects decimals of a currency that has none, and amounts no integer holds', () => {
    expect(parseAmount('1.5', 0)).toBeNull()
    expect(parseAmount('99999999999999999', 2)).toBeNull()
  })

  it('[PRINT2] reads back every amount it wrote', () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), fc.constantFrom(0, 2, 3), (amount, exponent) => {
        const text = formatMoneyPlain(amount, { code: 'XXX', exponent }, 'en-US').replaceAll(',', '')
        return parseAmount(text, exponent) === amount
      }),
      { numRuns: 300 },
    )
  })
})
