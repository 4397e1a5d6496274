import { createCanvas, loadImage } from '@napi-rs/canvas'
import { err, ok, type Result } from '#domain/result.ts'
import { sniff } from './sniff.ts'

export type PictureRefusal = 'picture_unreadable' | 'picture_too_large'

/** Twice what the widest button of the menu shows. */
export const PICTURE_WIDTH = 512
export const PICTURE_HEIGHT = 384
/** More than a browser sends, which has made it small before; what is above costs memory to look at. */
export const PICTURE_BYTES_MAX = 2_000_000
const SIDE_MAX = 4096
const QUALITY = 82

/**
 * The picture drawn afresh, as large as the menu shows it: what else was in the file (where it was taken, a thumbnail,
 * another file behind it) is not in the new one. [PICTURE2]
 */
export async function redraw(bytes: Buffer): Promise<Result<Buffer, PictureRefusal>> {
  if (bytes.length > PICTURE_BYTES_MAX) return err('picture_too_large')
  const found = sniff(bytes)
  if (found === null || found.width === 0 || found.height === 0) return err('picture_unreadable')
  if (found.width > SIDE_MAX || found.height > SIDE_MAX) return err('picture_too_large')
  const image = await loadImage(bytes).catch(() => null)
  if (image === null || image.width === 0 || image.height === 0) return err('picture_unreadable')
  const canvas = createCanvas(PICTURE_WIDTH, PICTURE_HEIGHT)
  // It fills the button; what stands out on two sides is cut off alike.
  const scale = Math.max(PICTURE_WIDTH / image.width, PICTURE_HEIGHT / image.height)
  const [width, height] = [image.width * scale, image.height * scale]
  const context = canvas.getContext('2d')
  context.drawImage(image, (PICTURE_WIDTH - width) / 2, (PICTURE_HEIGHT - height) / 2, width, height)
  return ok(await canvas.encode('webp', QUALITY))
}

/** Whether another server of the store may have drawn this: nothing else is kept. [PICTURE5] */
export async function isDrawn(bytes: Buffer): Promise<boolean> {
  const found = sniff(bytes)
  if (found?.kind !== 'webp' || bytes.length > PICTURE_BYTES_MAX) return false
  if (found.width !== PICTURE_WIDTH || found.height !== PICTURE_HEIGHT) return false
  return loadImage(bytes).then(
    () => true,
    () => false,
  )
}
