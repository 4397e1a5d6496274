import type { SKRSContext2D } from '@napi-rs/canvas'
import { create } from 'qrcode'
import { paperFonts, type PaperFonts } from './fonts.ts'
import { drawRun } from './glyphs.ts'
import { pitch } from './line.ts'
import type {
  Align,
  Mark,
  Printed,
  PrintedBarcode,
  PrintedLine,
  PrintedQr,
  PrintedRaster,
} from './printed.ts'
import { blankSheet, headDots } from './sheet.ts'

/**
 * Paper above the first line. Below the last one there is as much, however far the printer fed to its
 * cutter.
 */
const MARGIN_DOTS = 44

/** The ticket as a PNG of the whole roll's width, `scale` pixels a dot. [PRINT15] */
export function toPng(printed: readonly Printed[], columns: number, scale = 1): Promise<Uint8Array> {
  const marks = inked(printed)
  const height = marks.reduce((sum, mark) => sum + heightOf(mark), 2 * MARGIN_DOTS)
  const { canvas, context } = blankSheet(columns, height, scale)
  const head = headDots(columns)
  const fonts = paperFonts()
  let y = MARGIN_DOTS
  for (const mark of marks) {
    draw(context, mark, y, head, fonts)
    y += heightOf(mark)
  }
  return canvas.encode('png')
}

/** What is on the paper, without the blank lines before and after it. */
function inked(printed: readonly Printed[]): readonly Mark[] {
  const marks = printed.filter((item): item is Mark => isMark(item))
  const last = marks.findLastIndex((mark) => !isBlank(mark))
  const first = marks.findIndex((mark) => !isBlank(mark))
  return first < 0 ? [] : marks.slice(first, last + 1)
}

function isMark(item: Printed): boolean {
  return ['line', 'feed', 'raster', 'qr', 'barcode'].includes(item.type)
}

function isBlank(mark: Mark): boolean {
  return mark.type === 'feed' || (mark.type === 'line' && mark.runs.length === 0)
}

function heightOf(mark: Mark): number {
  switch (mark.type) {
    case 'line':
      return mark.advance
    case 'feed':
      return mark.dots
    case 'raster':
    case 'barcode':
      return mark.height
    case 'qr':
      return modulesOf(mark).size * mark.module
  }
}

function draw(context: SKRSContext2D, mark: Mark, y: number, head: number, fonts: PaperFonts): void {
  switch (mark.type) {
    case 'line':
      return drawLine(context, mark, y, head, fonts)
    case 'raster':
      return drawRaster(context, mark, y, head)
    case 'qr':
      return drawQr(context, mark, y, head)
    case 'barcode':
      return drawBarcode(context, mark, y, head)
    case 'feed':
      return
  }
}

/** Characters of different heights stand on one foot, as the head prints them. */
function drawLine(
  context: SKRSContext2D,
  line: PrintedLine,
  y: number,
  head: number,
  fonts: PaperFonts,
): void {
  const tallest = Math.max(0, ...line.runs.map((run) => run.style.height))
  const width = line.runs.reduce((dots, run) => dots + run.text.length * pitch(run.style), 0)
  let x = leftOf(line.align, width, head)
  for (const run of line.runs) x = drawRun(context, run, x, y + tallest * 24, fonts)
}

function drawRaster(context: SKRSContext2D, raster: PrintedRaster, y: number, head: number): void {
  const width = raster.widthBytes * 8
  const left = leftOf(raster.align, width, head)
  for (let row = 0; row < raster.height; row++) {
    for (let x = 0; x < width; x++) {
      const byte = raster.bits[row * raster.widthBytes + (x >> 3)] ?? 0
      if ((byte & (0x80 >> (x & 7))) !== 0) context.fillRect(left + x, y + row, 1, 1)
    }
  }
}

function drawQr(context: SKRSContext2D, qr: PrintedQr, y: number, head: number): void {
  const { size, data } = modulesOf(qr)
  const left = leftOf(qr.align, size * qr.module, head)
  for (const [at, dark] of data.entries()) {
    if (dark === 0) continue
    const column = at % size
    const row = (at - column) / size
    context.fillRect(left + column * qr.module, y + row * qr.module, qr.module, qr.module)
  }
}

/** Barcodes are read by tests from the event; the picture only keeps their place. */
function drawBarcode(context: SKRSContext2D, barcode: PrintedBarcode, y: number, head: number): void {
  const width = head / 2
  const left = leftOf(barcode.align, width, head)
  for (let x = 0; x < width; x += 6) context.fillRect(left + x, y, x % 4 === 0 ? 2 : 4, barcode.height - 12)
}

function modulesOf(qr: PrintedQr): { readonly size: number; readonly data: Uint8Array } {
  return create(qr.data === '' ? ' ' : qr.data, { errorCorrectionLevel: 'L' }).modules
}

function leftOf(align: Align, width: number, head: number): number {
  if (align === 'left') return 0
  return Math.floor(align === 'right' ? head - width : (head - width) / 2)
}
