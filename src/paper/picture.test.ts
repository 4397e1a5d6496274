import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { Decoder } from './decoder.ts'
import { toPng } from './picture.ts'

async function draw(text: string, columns: number, scale = 1): Promise<PNG> {
  const printed = new Decoder(columns).push(Buffer.from(text, 'latin1'))
  return PNG.sync.read(Buffer.from(await toPng(printed, columns, scale)))
}

/** Whether the dot at x, y of a picture is ink. */
function isInk(picture: PNG, x: number, y: number): boolean {
  const at = (y * picture.width + x) * 4
  return (picture.data[at] ?? 255) < 128 && picture.data[at + 3] === 255
}

describe('toPng', () => {
  it.each([
    [32, 464],
    [42, 640],
    [48, 640],
  ])('[PRINT15] draws %i columns on a roll of %i dots', async (columns, dots) => {
    expect((await draw('Hello\n', columns)).width).toBe(dots)
    expect((await draw('Hello\n', columns, 2)).width).toBe(dots * 2)
  })

  it('[PRINT15] puts ink where the text is and nowhere else', async () => {
    const picture = await draw('\x1dB\x01        \n', 32)
    const left = 40
    expect(isInk(picture, left + 12, 44 + 12)).toBe(true)
    expect(isInk(picture, left + 12 * 20, 44 + 12)).toBe(false)
    expect((await draw('\n', 32)).data.some((value, at) => at % 4 === 0 && value > 0 && value < 128)).toBe(
      false,
    )
  })

  it('[PRINT15] draws pictures dot for dot', async () => {
    const picture = await draw('\x1dv0\0\x01\0\x02\0\x81\x7e', 32)
    const rows = [0, 1].map((y) =>
      Array.from({ length: 8 }, (_, x) => (isInk(picture, 40 + x, 44 + y) ? 1 : 0)).join(''),
    )
    expect(rows).toEqual(['10000001', '01111110'])
  })

  it('draws QR codes a phone can read', async () => {
    const picture = await draw(
      '\x1ba\x01\x1d(k\x03\x001C\x06\x1d(k\x0e\x001P0https://a.b\x1d(k\x03\x001Q0\n',
      48,
    )
    const seen = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)
    expect(seen?.data).toBe('https://a.b')
  })
})
