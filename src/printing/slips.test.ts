import { describe, expect, test } from 'vitest'
import { cashMoved, NOTHING_SOLD } from '../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { encodeDrawer } from './encode.ts'
import { slipLines, type Slip } from './slip.ts'
import { cashMoveSlip, dayFiguresSlip, refundSlip, type SlipTerms } from './slips.ts'

const TERMS: SlipTerms = {
  settings: { name: 'Café Comanda', currency: { code: 'EUR', exponent: 2 }, zone: 'Europe/Lisbon' },
  locale: 'en-IE',
  by: 'Rui',
  approvedBy: 'Ana',
}
const AT = Date.UTC(2026, 10, 20, 12, 0)

function paper(slip: Slip, copy = 0): string {
  return slipLines(slip, copy, 32, { pages: ['windows1252'] })
    .map(({ text }) => text)
    .join('\n')
}

describe('the papers of the house', () => {
  test('[PRINT20] tell cash that left the drawer, whom it went to, and who said yes; that person signs', () => {
    const { payload } = cashMoved('m1', 'paid_out', 1_250, { party: 'Fishmonger', at: AT })
    const text = paper(cashMoveSlip(payload as Parameters<typeof cashMoveSlip>[0], TERMS))
    expect(text).toMatch(/^\s+PAID-OUT\s+\n/)
    for (const line of ['20/11/2026 12:00', 'By Rui', 'Approved by Ana']) expect(text).toContain(line)
    expect(text).toMatch(/Given to\s+Fishmonger/)
    expect(text).toMatch(/Amount\s+€12\.50/)
    expect(text).toMatch(/_{32}\n\s*Fishmonger$/)
    expect(paper(cashMoveSlip(payload as Parameters<typeof cashMoveSlip>[0], TERMS), 2)).toMatch(/^\s+COPY 2/)
  })

  test('[PRINT20] tell money that was given back, for the guest to sign', () => {
    const refund: Refund = {
      refundId: 'r1',
      method: 'cash',
      methodName: '',
      amount: minor(500),
      excess: minor(0),
      tip: minor(50),
      rounding: minor(-2),
      lines: [],
      taxes: [],
      shiftId: null,
      businessDate: '2026-11-20',
      by: 'rui',
      approvedBy: null,
      reason: 'Cold',
      at: AT,
    }
    const text = paper(refundSlip(refund, 'A-042', 'Cash', TERMS))
    for (const row of [
      /REFUND/,
      /Order\s+A-042/,
      /Reason\s+Cold/,
      /of it tip\s+€0\.50/,
      /Cash\s+€5\.48/,
      /Guest$/,
    ])
      expect(text).toMatch(row)
  })

  test('[PRINT20] [ZDAY6] tell a day by its figures, leaving out what there was none of', () => {
    const figures = {
      ...NOTHING_SOLD,
      orders: 3,
      gross: minor(3_000),
      net: minor(2_400),
      tax: minor(600),
      payments: [{ method: 'cash', count: 3, amount: minor(3_000), refunded: minor(0) }],
    }
    const text = paper(dayFiguresSlip('X REPORT', { businessDate: '2026-11-20', at: AT, figures }, TERMS))
    for (const row of [
      /X REPORT/,
      /Business day 2026-11-20/,
      /Orders\s+3/,
      /TOTAL\s+€30\.00/,
      /Cash \(3\)\s+€30\.00/,
    ])
      expect(text).toMatch(row)
    expect(text).not.toMatch(/Discounts|Voided|Tips/)
  })

  test('[PRINT20] [ZDAY6] tell the net of each rate, and what was given back by rate and by method', () => {
    const figures = {
      ...NOTHING_SOLD,
      orders: 2,
      payments: [
        { method: 'cash', count: 2, amount: minor(2_460), refunded: minor(615) },
        { method: 'card', count: 0, amount: minor(0), refunded: minor(200) },
      ],
      taxes: [
        { key: 'a', name: 'VAT 23%', net: minor(2_000), tax: minor(460), refunded: minor(115) },
        { key: 'b', name: 'VAT 6%', net: minor(0), tax: minor(0), refunded: minor(12) },
      ],
    }
    const text = paper(dayFiguresSlip('Z REPORT', { businessDate: '2026-11-20', at: AT, figures }, TERMS))
    for (const rows of [
      /VAT 23% net\s+€20\.00\s+VAT 23%\s+€4\.60\s+given back\s+-€1\.15/,
      /VAT 6%\s+€0\.00\s+given back\s+-€0\.12/,
      /Cash \(2\)\s+€24\.60\s+given back\s+-€6\.15/,
      /Card \(0\)\s+€0\.00\s+given back\s+-€2\.00/,
    ])
      expect(text).toMatch(rows)
  })

  test('[PRINT7] fit the paper', () => {
    const { payload } = cashMoved('m1', 'tip_out', 99_999_999, {
      party: 'A name that goes on and on and on',
      at: AT,
    })
    const lines = slipLines(cashMoveSlip(payload as Parameters<typeof cashMoveSlip>[0], TERMS), 0, 32, {
      pages: ['windows1252'],
    })
    for (const { text, indent = 0, width = 1 } of lines)
      expect(indent + text.length * width).toBeLessThanOrEqual(32)
  })
})

test('[DRAWER1] the pulse is 50 ms on and 500 ms off, at the pin it was told', () => {
  expect([...encodeDrawer('pin2')]).toEqual([0x1b, 0x70, 0, 0x19, 0xfa])
  expect([...encodeDrawer('pin5')]).toEqual([0x1b, 0x70, 1, 0x19, 0xfa])
})
