import { describe, expect, it } from 'vitest'
import { minor } from '#domain/money/money.ts'
import { receiptLines } from './receipt-lines.ts'
import { receiptInput, sale, soldPayment } from './receipt.fixture.ts'
import { billOf, checkReceiptOf, receiptOf } from './receipt.ts'

describe('receiptOf', () => {
  it('[PRINT1] is plain JSON: nothing is left to look up or compute', () => {
    const receipt = receiptOf(receiptInput())
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt)
  })

  it('[PRINT1] carries the money of the sale, as text in the store’s locale', () => {
    const receipt = receiptOf(receiptInput({ locale: 'fr-FR' }))
    expect(receipt.lines[0]).toEqual({ qty: '2', name: 'Crème brûlée', amount: '15,00' })
    expect(receipt.total).toBe('53,30\u00a0€')
    expect([receipt.date, receipt.time]).toEqual(['22/11/2026', '21:05'])
  })

  it('names a tax with its rate, once', () => {
    const tax = { id: 't', inclusive: false, net: minor(1000), tax: minor(89) }
    const taxes = [
      { ...tax, name: 'Sales tax', ratePpm: 88_750 },
      { ...tax, name: 'VAT 20%', ratePpm: 200_000 },
    ]
    const receipt = receiptOf(receiptInput({ sale: sale({ taxes }) }))
    expect(receipt.taxes.map((row) => row.label)).toEqual(['Sales tax 8.875 %', 'VAT 20%'])
  })

  it('shows tendered and change for cash only', () => {
    expect(receiptOf(receiptInput()).payments).toEqual([
      { label: 'Cash', amount: '30.00', tip: null, rounding: null, tendered: '50.00', change: '20.00' },
      { label: 'Card', amount: '23.30', tip: null, rounding: null, tendered: null, change: null },
    ])
  })

  it('prints a payment it knows nothing more about by its amount', () => {
    const payments = [soldPayment('gone', 'meal-card', 5330)]
    const receipt = receiptOf(receiptInput({ sale: sale({ payments }) }))
    expect(receipt.payments).toEqual([
      { label: 'meal-card', amount: '53.30', tip: null, rounding: null, tendered: null, change: null },
    ])
  })

  it('keeps the decimals of the sale’s currency after the store changed to another one', () => {
    const receipt = receiptOf(receiptInput({ sale: sale({ currency: 'JPY' }) }))
    expect(receipt.total).toBe('JP¥5,330')
    expect(receipt.lines[0]?.amount).toBe('1,500')
  })
})

describe('the receipt of a check', () => {
  const CHECK = {
    id: 'a',
    name: '2',
    at: Date.UTC(2026, 10, 22, 19, 0),
    currency: 'EUR',
    lines: [
      { name: 'Entrecôte', parts: 1, of: 3, amount: minor(650) },
      { name: 'Espresso', parts: 2, of: 1, amount: minor(450) },
    ],
    subtotal: minor(1_100),
    discount: minor(110),
    charge: minor(50),
    relief: minor(0),
    tax: minor(95),
    taxes: sale().taxes,
    total: minor(1_040),
    payments: [{ ...soldPayment('p1', 'cash', 1_040), tendered: minor(2_000), change: minor(960) }],
  }
  const { sale: _sale, payments: _payments, ...head } = receiptInput()

  it('[CHECK14] says which check it is of, its parts of lines, its figures and payments', () => {
    const receipt = checkReceiptOf({ ...head, check: CHECK })
    expect(receipt).toMatchObject({
      check: 'Check 2',
      number: 'A-042',
      time: '20:00',
      lines: [
        { qty: '1/3', name: 'Entrecôte', amount: '6.50' },
        { qty: '2', name: 'Espresso', amount: '4.50' },
      ],
      subtotal: '11.00',
      adjustments: [
        { label: 'Discounts', amount: '-1.10' },
        { label: 'Charges', amount: '0.50' },
      ],
      total: '€10.40',
      payments: [{ label: 'Cash', amount: '10.40', tendered: '20.00', change: '9.60' }],
    })
    const paper = receiptLines(receipt, 32, { pages: ['windows1252'] }).map(({ text }) => text)
    expect(paper).toContain('Check 2')
    expect(paper).toContain('1/3 x Entrecôte             6.50')
  })

  it('[CHECK14] of a sum, or of what no check held, says so', () => {
    const sum = checkReceiptOf({ ...head, check: { ...CHECK, lines: [], name: 'Ana' } })
    expect([sum.check, sum.lines]).toEqual([
      'Ana',
      [{ qty: '1', name: 'Share of the bill', amount: '11.00' }],
    ])
    expect(checkReceiptOf({ ...head, check: { ...CHECK, id: 'rest', name: '' } }).check).toBe(
      'Rest of the bill',
    )
  })
})

describe('the bill', () => {
  const { sale: _sale, payments: _payments, ...head } = receiptInput()
  const amounts = { discount: minor(0), charge: minor(0), relief: minor(0), tax: minor(0), taxes: [] }
  const check = {
    ...amounts,
    id: 'whole',
    name: '',
    at: 0,
    currency: 'EUR',
    lines: [{ name: 'Espresso', parts: 2, of: 1, amount: minor(450) }],
    subtotal: minor(450),
    total: minor(450),
    payments: [{ ...soldPayment('p1', 'card', 200), tendered: minor(200), change: minor(0) }],
  }

  it('[BILL6] says at both ends that it is no receipt, and what is left to pay', () => {
    const paper = receiptLines(billOf({ ...head, check, due: 250 }), 32, { pages: ['windows1252'] }).map(
      ({ text }) => text,
    )
    expect(paper[0]?.trim()).toBe('BILL')
    expect(paper.filter((line) => line === 'This is not a receipt')).toHaveLength(2)
    expect(paper).toContain('TO PAY                     €2.50')
    expect(paper.join()).not.toMatch(/Check/)
  })
})
