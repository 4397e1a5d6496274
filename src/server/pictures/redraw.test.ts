import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { isDrawn, PICTURE_BYTES_MAX, PICTURE_HEIGHT, PICTURE_WIDTH, redraw } from './redraw.ts'
import { sniff } from './sniff.ts'

const SECRET = 'latitude 38.7'

/** Red in its middle, blue on both sides. */
function drawn(width: number, height: number) {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'blue'
  context.fillRect(0, 0, width, height)
  context.fillStyle = 'red'
  context.fillRect(width / 4, 0, width / 2, height)
  return canvas
}

/** A PNG that says of itself it is so large; nothing of it need be true. */
function pretending(width: number, height: number): Buffer {
  const bytes = Buffer.from(drawn(10, 10).toBuffer('image/png'))
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

describe('[PICTURE2] a picture that comes in', () => {
  it.each([
    ['png', drawn(700, 300).toBuffer('image/png')],
    ['jpeg', drawn(700, 300).toBuffer('image/jpeg')],
    ['webp', drawn(700, 300).toBuffer('image/webp')],
  ])('is read as %s by its own first bytes', (kind, bytes) => {
    expect(sniff(bytes)).toEqual({ kind, width: 700, height: 300 })
  })

  it('is drawn afresh, as the till shows it, and nothing else of the file is kept', async () => {
    const bytes = Buffer.concat([drawn(1024, 384).toBuffer('image/png'), Buffer.from(SECRET)])
    const made = await redraw(bytes)
    if (!made.ok) throw new Error(made.error)
    expect(sniff(made.value)).toEqual({ kind: 'webp', width: PICTURE_WIDTH, height: PICTURE_HEIGHT })
    expect(made.value.includes(SECRET)).toBe(false)
    expect(await isDrawn(made.value)).toBe(true)
    const seen = createCanvas(PICTURE_WIDTH, PICTURE_HEIGHT).getContext('2d')
    seen.drawImage(await loadImage(made.value), 0, 0)
    // The sides are cut alike: the red half in the middle is all that is left.
    for (const x of [20, PICTURE_WIDTH - 20]) {
      const [red = 0, , blue = 0] = seen.getImageData(x, 100, 1, 1).data
      expect(red).toBeGreaterThan(200)
      expect(blue).toBeLessThan(60)
    }
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('name,price\nEspresso,1.20\n'.repeat(10))],
    [
      'an SVG, which can hold a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['a GIF', Buffer.from(`GIF89a${'\0'.repeat(40)}`, 'latin1')],
    ['half a picture', drawn(600, 600).toBuffer('image/png').subarray(0, 40)],
    ['a JPEG that never begins', Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(60, 0xff)])],
    ['no pixels', pretending(0, 10)],
  ])('is refused when it is %s', async (_what, bytes) => {
    expect(await redraw(bytes)).toEqual({ ok: false, error: 'picture_unreadable' })
    expect(await isDrawn(bytes)).toBe(false)
  })

  it('is refused before it is decoded when it says it is too large', async () => {
    const refused = { ok: false, error: 'picture_too_large' }
    expect(await redraw(pretending(60_000, 60_000))).toEqual(refused)
    expect(await redraw(pretending(4_097, 1))).toEqual(refused)
    expect(await redraw(Buffer.alloc(PICTURE_BYTES_MAX + 1))).toEqual(refused)
  })

  it('[PICTURE5] is not taken for one that another server drew when it has another form', async () => {
    expect(await isDrawn(await drawn(PICTURE_WIDTH, PICTURE_HEIGHT).encode('png'))).toBe(false)
    expect(await isDrawn(await drawn(600, 600).encode('webp'))).toBe(false)
  })
})
