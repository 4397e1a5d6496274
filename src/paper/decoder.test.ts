import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decoder } from './decoder.ts'
import type { Printed } from './printed.ts'
import { columnsOf, lineText, toText } from './text.ts'

function bytes(...parts: readonly (string | number)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])),
  )
}

function print(...parts: readonly (string | number)[]): readonly Printed[] {
  return new Decoder(32).push(bytes(...parts))
}

/** One of everything. */
const STREAM = bytes(
  '\x1b@\x1c.\x1bM\0\x1bt\x10\x1ba\x01\x1b!\x38Caf\xe9\n\x1b!\0\x1ba\0',
  '\x1bE\x01bold\x1bE\0 \x1b-\x01under\x1b-\0 \x1dB\x01neg\x1dB\0\n',
  '\x1bD\x08\x10\0a\tb\n\x1bJ\x20\x1bd\x02\x1b3\x40\x1b2',
  '\x1b*\x21\x02\0abcdef\x1b*\0\x03\0xyz\n',
  '\x1dv0\0\x02\0\x03\0\x10\x04\x01\x10\x04\x02',
  '\x1d(k\x03\x001C\x05\x1d(k\x07\x001P0https\x1d(k\x03\x001Q0'.replace('\x07', '\x08'),
  '\x1dk\x04CODE\0\x1dk\x49\x04{B12\x1dh\x50',
  '\x10\x04\x01\x10\x14\x01\0\x01\x1bp\0\x19\xfa\x1dr\x01\x1d(H\x06\x00001234',
  '\x18\x07end\n\n\n\n\x1dV\x42\0\x1b\x99tail\n\x1dV\x01',
)

describe('Decoder', () => {
  it('[PRINT12] reads any split of the bytes the same', () => {
    const whole = new Decoder(32).push(STREAM)
    fc.assert(
      fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 12 }), (cuts) => {
        const decoder = new Decoder(32)
        const edges = [0, ...cuts.sort((a, b) => a - b), STREAM.length]
        const parts = edges.slice(1).flatMap((end, at) => decoder.push(STREAM.subarray(edges[at], end)))
        expect(parts).toEqual(whole)
      }),
    )
    const decoder = new Decoder(32)
    expect([...STREAM].flatMap((byte) => decoder.push(Uint8Array.of(byte)))).toEqual(whole)
    expect(decoder.waiting).toBe(0)
  })

  it('[PRINT13] knows every command of the stream but the two that do not exist', () => {
    const unknown = new Decoder(32).push(STREAM).filter((printed) => printed.type === 'unknown')
    expect(unknown.map((event) => event.bytes)).toEqual([[0x07], [0x1b, 0x99]])
  })

  it('reads text by the page that is set, and styles as they were when it came', () => {
    const [line] = print('\x1bt\x13\xd5', '\x1b!\x10x', '\n')
    expect(line).toMatchObject({
      runs: [
        { text: '€', style: { height: 1 } },
        { text: 'x', style: { height: 2 } },
      ],
      advance: 48,
    })
  })

  it('opens the drawer at the pin and for the time it was told (M8)', () => {
    expect(print('\x1bp\0\x19\xfa', '\x1bp1\x32\xfa')).toEqual([
      { type: 'drawer', pin: 2, onMs: 50, offMs: 500 },
      { type: 'drawer', pin: 5, onMs: 100, offMs: 500 },
    ])
  })

  it('reads QR codes, barcodes and pictures', () => {
    const types = new Decoder(32)
      .push(STREAM)
      .filter((item) => ['qr', 'barcode', 'raster'].includes(item.type))
    expect(types).toMatchObject([
      { type: 'raster', widthBytes: 1, height: 24 },
      { type: 'raster', widthBytes: 1, height: 8 },
      { type: 'raster', widthBytes: 2, height: 3, bits: bytes('\x10\x04\x01\x10\x04\x02') },
      { type: 'qr', data: 'https', module: 5 },
      { type: 'barcode', data: 'CODE' },
      { type: 'barcode', data: '{B12' },
    ])
  })

  it('turns the columns of ESC * into rows', () => {
    const [raster] = print('\x1b*\0\x02\0\x80\x01')
    expect(raster).toMatchObject({ bits: Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0, 0x40) })
  })

  it('wraps what is wider than the paper and says so', () => {
    const out = print('x'.repeat(33), '\n')
    expect(out.map((item) => (item.type === 'line' ? columnsOf(item) : item.type))).toEqual([
      'problem',
      32,
      1,
    ])
    expect(print('\x1d!\x10', 'x'.repeat(17), '\n')[0]).toMatchObject({ what: 'line_too_wide' })
  })

  it('says when a cut loses or slices text', () => {
    expect(print('x\x1dV\x01')).toMatchObject([
      { what: 'text_without_line_feed' },
      {},
      { what: 'cut_too_early' },
      {},
    ])
    expect(print('x\n\n\n\n\x1dV\x01').map((item) => item.type)).not.toContain('problem')
    expect(print('x\n\x1dVB\0').map((item) => item.type)).not.toContain('problem')
  })

  it('says when a byte has no character, and when a picture is too tall', () => {
    expect(print('\x1bt\x10\x81\n')[0]).toMatchObject({ what: 'undefined_character' })
    expect(print('\x1bt\x63\x80\n')[0]).toMatchObject({ what: 'undefined_character' })
    expect(print('\x1dv0\0\x01\0\x81\0', 'x'.repeat(129))[0]).toMatchObject({ what: 'raster_too_tall' })
  })

  it('loses the next ticket in a picture that was cut short, as printers do (M10)', () => {
    const decoder = new Decoder(32)
    expect(decoder.push(bytes('\x1dv0\0\x02\0\x20\0', 'half'))).toEqual([])
    expect(decoder.push(bytes('\x1b@NEXT\n'))).toEqual([])
  })
})

describe('toText', () => {
  it('keeps wide amounts at the edge of the paper', () => {
    const out = print('\x1d!\x11', 'TOTAL     12.30', ' \n', '\x1d!\0\x1ba\x02', 'right\n')
    expect(out.flatMap((item) => (item.type === 'line' ? [lineText(item)] : []))).toEqual([
      'TOTAL     12.30 ',
      'right',
    ])
    expect(toText(print('\x1d!\x11TOTAL      12.30\n\x1d!\0\x1ba\x02right\n'), 32)).toBe(
      `TOTAL${' '.repeat(22)}12.30\n${' '.repeat(27)}right\n`,
    )
  })
})
