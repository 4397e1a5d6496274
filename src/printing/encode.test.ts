import { describe, expect, it } from 'vitest'
import { encodeReceipt } from './encode.ts'
import { PRINTER_MODELS } from './models.ts'
import { receiptInput, sale, soldLine } from './receipt.fixture.ts'
import { receiptOf, type Receipt } from './receipt.ts'

/** Bytes as text, one character a byte. */
function wire(receipt: Receipt, columns: 32 | 42 | 48, model = PRINTER_MODELS[0]): string {
  const bytes = encodeReceipt(receipt, { columns, ...(model === undefined ? {} : { model }) })
  return Buffer.from(bytes).toString('latin1')
}

function withItem(name: string): Receipt {
  return receiptOf(receiptInput({ sale: sale({ lines: [soldLine(name, 1, 100)] }) }))
}

describe('encodeReceipt', () => {
  it('[PRINT3] [PRINT4] writes € £ é ñ as page 16 (windows-1252) on the wire', () => {
    expect(wire(withItem('€£éñ'), 48)).toContain('1 x \x80\xa3\xe9\xf1')
    expect(wire(withItem('€£éñ'), 48)).toContain('\x1bt\x10')
  })

  it('[PRINT4] changes page for a letter the first page lacks, and back', () => {
    expect(wire(withItem('Łódź'), 48)).toContain('1 x \x1bt\x12\x9d\xa2d\xab')
  })

  it('[PRINT5] writes no question mark that the text did not have', () => {
    for (const model of PRINTER_MODELS) {
      const receipt = withItem('咖啡 ☕ Łódź Жук ₹ €')
      expect(wire(receipt, 32, model)).not.toContain('?')
    }
  })

  it('[PRINT6] lets no name reach the printer as a command', () => {
    const clean = wire(withItem('Soup p0'), 48)
    const dirty = wire(withItem('Soup \x1bp0\x1d\x10\x14\x01\x00\x05\x07'), 48)
    expect(dirty).toBe(clean)
    expect(dirty).not.toContain('\x1bp')
  })

  it('[PRINT9] feeds past the cutter, cuts, and moves no paper after that', () => {
    expect(wire(receiptOf(receiptInput()), 48).endsWith('\n\n\n\n\x1dV\x01')).toBe(true)
  })

  it('is the same bytes every time', () => {
    const receipt = receiptOf(receiptInput())
    expect(wire(receipt, 42)).toBe(wire(receipt, 42))
  })
})
