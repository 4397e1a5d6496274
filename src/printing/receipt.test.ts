import { describe, expect, it } from 'vitest'
import { minor } from '#domain/money/money.ts'
import { receiptInput, sale, soldPayment } from './receipt.fixture.ts'
import { receiptOf } from './receipt.ts'

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
