/** What the till's button shows of a picture, at twice its size. The server draws it the same. */
const WIDTH = 512
const HEIGHT = 384
const QUALITY = 0.9

/**
 * A photo as small as the menu needs it: a phone's is a hundred times as large. In base64; null: the browser knows no
 * picture in this file.
 */
export async function shrinkPhoto(
  file: Blob,
): Promise<{ readonly shown: Blob; readonly image: string } | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) return null
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const scale = Math.max(WIDTH / bitmap.width, HEIGHT / bitmap.height)
  const [width, height] = [bitmap.width * scale, bitmap.height * scale]
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height)
  bitmap.close()
  // A browser that writes no WebP gives a PNG instead.
  const shown = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/webp', QUALITY))
  return shown === null ? null : { shown, image: await base64Of(shown) }
}

async function base64Of(blob: Blob): Promise<string> {
  const reader = new FileReader()
  const url = await new Promise<string>((done, fail) => {
    reader.addEventListener('load', () => done(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => fail(new Error('the picture could not be read')))
    reader.readAsDataURL(blob)
  })
  return url.slice(url.indexOf(',') + 1)
}
