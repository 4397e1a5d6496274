import { describe, expect, test } from 'vitest'
import { minor } from '#domain/money/money.ts'
import { tender, type Tendering } from './tender.ts'

const FIVE = { increment: minor(5), mode: 'half_up' } as const

function given(over: { readonly [field in keyof Tendering]?: Tendering[field] | number } = {}): Tendering {
  return {
    method: 'cash',
    amount: 1_000,
    tip: 0,
    tendered: 1_000,
    restIsTip: false,
    settles: true,
    cashRounding: null,
    ...over,
  } as Tendering
}

describe('what is handed over', () => {
  test.each<readonly [string, Parameters<typeof given>[0], readonly number[]]>([
    ['[PAY4] exactly', {}, [0, 0, 0]],
    ['[PAY4] and more in cash is change', { tendered: 2_000 }, [0, 0, 1_000]],
    ['[PAY4] with a tip in cash', { tendered: 2_000, tip: 150 }, [150, 0, 850]],
    ['[PAY5] and the rest kept as a tip', { tendered: 1_200, restIsTip: true }, [200, 0, 0]],
    [
      '[PAY5] with a tip, and the rest on top of it',
      { tendered: 1_200, tip: 50, restIsTip: true },
      [200, 0, 0],
    ],
    ['[PAY5] by card with its tip', { method: 'card', tendered: 1_100, tip: 100 }, [100, 0, 0]],
    ['[PAY5] by card, the rest a tip', { method: 'card', tendered: 1_100, restIsTip: true }, [100, 0, 0]],
    [
      '[PAY5] to an account, the rest a tip',
      { method: 'account', tendered: 1_100, restIsTip: true },
      [100, 0, 0],
    ],
    ['[PAY15] rounded down', { amount: 1_002, tendered: 1_000, cashRounding: FIVE }, [0, -2, 0]],
    ['[PAY15] rounded up', { amount: 1_003, tendered: 2_000, cashRounding: FIVE }, [0, 2, 995]],
    [
      '[PAY15] rounded, with a tip',
      { amount: 1_002, tendered: 1_200, tip: 100, cashRounding: FIVE },
      [100, -2, 100],
    ],
    [
      '[PAY15] by card is not rounded',
      { method: 'card', amount: 1_002, tendered: 1_002, cashRounding: FIVE },
      [0, 0, 0],
    ],
    [
      '[PAY15] a part that coins can pay',
      { amount: 995, tendered: 995, settles: false, cashRounding: FIVE },
      [0, 0, 0],
    ],
    [
      '[PAY15] nothing, where two cents round to it',
      { amount: 2, tendered: 0, cashRounding: FIVE },
      [0, -2, 0],
    ],
  ])('%s', (_, over, [tip, rounding, change]) => {
    const result = tender(given(over))
    expect(result).toEqual({ ok: true, value: { tip, rounding, change } })
    const { tendered, amount } = given(over)
    expect(tendered - amount - (rounding ?? 0) - (tip ?? 0)).toBe(change)
  })

  test.each<readonly [string, Parameters<typeof given>[0], string, string]>([
    ['less than the amount', { tendered: 999 }, 'tendered_too_little', 'PAY4'],
    ['less than the amount and the tip', { tendered: 1_099, tip: 100 }, 'tendered_too_little', 'PAY4'],
    [
      'less than it is rounded to',
      { amount: 1_003, tendered: 1_003, cashRounding: FIVE },
      'tendered_too_little',
      'PAY4',
    ],
    ['more by card', { method: 'card', tendered: 1_001 }, 'bad_amount', 'PAY5'],
    ['more by a method of the store', { method: 'other', tendered: 1_001 }, 'bad_amount', 'PAY5'],
    [
      'more by voucher, as a tip',
      { method: 'voucher', tendered: 1_001, restIsTip: true },
      'bad_amount',
      'PAY5',
    ],
    [
      'a part that coins cannot pay',
      { amount: 998, settles: false, cashRounding: FIVE },
      'coins_cannot_pay',
      'PAY15',
    ],
  ])('is refused: %s', (_, over, code, rule) => {
    expect(tender(given(over))).toEqual({ ok: false, error: { code, rule } })
  })
})
