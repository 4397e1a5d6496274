import type { Carriage } from './carriage.ts'

/** Taller bands hang some printers. */
const BAND_MAX_DOTS = 128

/** `GS v 0 m xL xH yL yH d…`: rows of dots. */
export function printRaster(command: Uint8Array, carriage: Carriage): void {
  const [, , , , xl = 0, xh = 0, yl = 0, yh = 0] = command
  const height = yl + yh * 256
  if (height > BAND_MAX_DOTS) carriage.problem('raster_too_tall', `${height} rows in one band`)
  carriage.print({
    type: 'raster',
    widthBytes: xl + xh * 256,
    height,
    bits: command.slice(8),
    align: carriage.align,
  })
}

/** `ESC * m nL nH d…`: columns of 8 or 24 dots, turned into rows. */
export function printColumns(command: Uint8Array, carriage: Carriage): void {
  const [, , mode = 0, low = 0, high = 0] = command
  const data = command.subarray(5)
  const columnBytes = mode >= 32 ? 3 : 1
  const columns = low + high * 256
  const widthBytes = Math.ceil(columns / 8)
  const height = columnBytes * 8
  const bits = new Uint8Array(widthBytes * height)
  for (let x = 0; x < columns; x++) {
    for (let y = 0; y < height; y++) {
      const byte = data[x * columnBytes + (y >> 3)] ?? 0
      if ((byte & (0x80 >> (y & 7))) === 0) continue
      const at = y * widthBytes + (x >> 3)
      bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  carriage.print({ type: 'raster', widthBytes, height, bits, align: carriage.align })
}
