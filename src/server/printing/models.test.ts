import { describe, expect, it } from 'vitest'
import { Decoder } from '#paper/decoder.ts'
import type { Printed, PrintedRaster } from '#paper/printed.ts'
import { toText } from '#paper/text.ts'
import { PRINTER_MODEL_NAMES } from '#domain/kitchen/printer-models.ts'
import { rasterBytes } from '#printing/drawing.ts'
import { encodeReceipt } from '#printing/encode.ts'
import { modelOf } from '#printing/models.ts'
import { receiptInput, sale, soldLine } from '#printing/receipt.fixture.ts'
import { receiptOf } from '#printing/receipt.ts'
import { createPen } from './pen.ts'

/**
 * Which of Epson's pages stands behind a number of these makers, where it is not the same, as their tables say. Typed
 * in here: the virtual printer knows Epson's alone.
 */
const OTHER_NUMBERS: { readonly [model: string]: { readonly [number: number]: number } } = {
  'citizen-ct-s310': { 2: 19, 6: 18, 7: 17 },
  'hp-a779': { 8: 16, 6: 19, 2: 18, 7: 17 },
  'mpt-ii': { 7: 17 },
  'youku-58t': { 7: 17 },
}

const WORDS = '€ £ é ß Łódź Жук'

/** What comes out of a printer of this model for a dish of this name. */
function printedBy(
  model: string,
  name: string,
): { readonly printed: readonly Printed[]; readonly text: string } {
  const columns = PRINTER_MODEL_NAMES.find(({ id }) => id === model)?.columns ?? 48
  const receipt = receiptOf(receiptInput({ sale: sale({ lines: [soldLine(name, 1, 100)] }) }))
  const bytes = encodeReceipt(receipt, { columns, model: modelOf(model, columns), pen: createPen() })
  const numbers = OTHER_NUMBERS[model] ?? {}
  for (let at = 0; at < bytes.length; at += 1) {
    const number = bytes[at + 2] ?? 0
    if (bytes[at] === 0x1b && bytes[at + 1] === 0x74) bytes[at + 2] = numbers[number] ?? number
  }
  const printed = new Decoder(columns).push(bytes)
  return { printed, text: toText(printed, columns) }
}

/** The dots of a picture that are black, by how far they are from the left. */
function inkOf({ widthBytes, bits }: PrintedRaster): ReadonlySet<number> {
  const ink = new Set<number>()
  bits.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit += 1)
      if ((byte & (0x80 >> bit)) !== 0) ink.add((at % widthBytes) * 8 + bit)
  })
  return ink
}

describe('a receipt', () => {
  it.each(PRINTER_MODEL_NAMES.map(({ id }) => id))(
    '[PRINT4] [PRINT21] has € and £ and every letter on %s, as text or drawn',
    (model) => {
      const { printed, text } = printedBy(model, WORDS)
      const drawn = printed.filter(({ type }) => type === 'raster').length
      // The line is there to the letter, or it was drawn, and nothing in between.
      expect(text.includes(`1 x ${WORDS}`)).toBe(!text.includes('[picture'))
      expect(drawn > 0).toBe(['bixolon-srp350', 'metapace-t1', 'mpt-ii'].includes(model))
      expect(text).not.toMatch(/[?_\ufffd]|EUR|GBP/)
      expect(text).toContain('Subtotal')
    },
  )

  it.each(['قهوة عربية', 'שקשוקה', 'ต้มยำกุ้ง', 'मसाला चाय', 'Ελληνικός', '₹ lassi'])(
    '[PRINT21] has a line drawn for %s, from its quantity to its amount, and is text otherwise',
    (name) => {
      const { printed } = printedBy('epson-tm-t20', name)
      const pictures = printed.filter((mark) => mark.type === 'raster')
      expect(pictures).toHaveLength(1)
      const ink = inkOf(
        pictures[0] ?? { type: 'raster', widthBytes: 0, height: 0, bits: new Uint8Array(0), align: 'left' },
      )
      expect(Math.min(...ink)).toBeLessThan(12)
      expect(Math.max(...ink)).toBeGreaterThanOrEqual(47 * 12)
      expect(Math.max(...ink)).toBeLessThan(48 * 12)
      // Between the name and the amount the paper stays white.
      expect([...ink].filter((x) => x > 30 * 12 && x < 44 * 12)).toEqual([])
    },
  )

  it('[PRINT5] has ASCII for what no font has a letter for', () => {
    const { text } = printedBy('epson-tm-t20', 'Nobody’s \u{1e7e0}')
    expect(text).toContain('1 x Nobody’s _')
  })
})

it('[PRINT21] no picture has a command in it that a printer obeys at once', () => {
  const bits = Uint8Array.of(0x10, 0x04, 0x10, 0x10, 0x14, 0x10, 0x05, 0x10)
  const bytes = rasterBytes({ widthBytes: 8, height: 1, bits })
  expect([...bytes]).toEqual([0x1d, 0x76, 0x30, 0, 8, 0, 1, 0, 0, 0x04, 0x10, 0, 0x14, 0, 0x05, 0x10])
})
