import type { Bitmap, DrawnLine, DrawnPiece, Pen } from './drawing.ts'

/** Of a line that is one line high: the letters' size, and where they stand. Thai and Hindi reach far up and down. */
const LETTERS_HIGH = 20
const BASELINE = 21
/** Ink spreads on thermal paper: what is less than half grey stays white. */
const BLACK = 128
/** A code point that nobody ever has a letter for. */
const NOBODYS = '\u{10ffff}'

/** What of a canvas is drawn on, as browsers and Node's have it alike. */
export interface Sheet {
  font: string
  fillStyle: unknown
  direction: 'ltr' | 'rtl' | 'inherit'
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end'
  save(): void
  restore(): void
  translate(x: number, y: number): void
  scale(x: number, y: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number, maxWidth?: number): void
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray }
}

/** A sheet of so many dots, transparent. */
export type SheetMaker = (width: number, height: number) => Sheet

/** Draws on a canvas, with the fonts of these families in this order. [PRINT21] */
export function penOn(sheetOf: SheetMaker, families: string): Pen {
  const known = new Map<string, boolean>()
  const draws = (character: string): boolean => {
    const found = known.get(character) ?? hasLetter(sheetOf, families, character)
    known.set(character, found)
    return found
  }
  return {
    draws,
    draw: (line) => draw(sheetOf, families, line),
  }
}

function draw(
  sheetOf: SheetMaker,
  families: string,
  { width, height, invertedFrom, bold, pieces }: DrawnLine,
): Bitmap {
  const context = sheetOf(width, height)
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  if (invertedFrom !== null) {
    context.fillStyle = 'black'
    context.fillRect(invertedFrom, 0, width - invertedFrom, height)
  }
  context.fillStyle = invertedFrom === null ? 'black' : 'white'
  for (const piece of pieces) drawPiece(context, families, piece, bold)
  return bitmapOf(context, width, height)
}

/** As wide as its columns at the most: an amount beside it stays where it is. */
function drawPiece(
  context: Sheet,
  families: string,
  { text, left, width, wide, high }: DrawnPiece,
  bold: boolean,
): void {
  context.save()
  context.font = fontOf(families, bold)
  context.direction = isLeftward(text) ? 'rtl' : 'ltr'
  context.textAlign = 'left'
  context.translate(left, BASELINE * high)
  context.scale(wide, high)
  context.fillText(text, 0, 0, width / wide)
  context.restore()
}

/** Whether its first letter is of a writing that runs to the left. */
function isLeftward(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
}

function fontOf(families: string, bold: boolean): string {
  return `${bold ? 'bold ' : ''}${LETTERS_HIGH}px ${families}`
}

/** Whether the fonts show something of its own for a character, and not the box that stands for a missing one. */
function hasLetter(sheetOf: SheetMaker, families: string, character: string): boolean {
  // A mark is drawn with its letter, by the same font.
  if (/\p{M}/u.test(character)) return true
  const seen = picture(sheetOf, families, character)
  if (seen.every((byte) => byte === 0)) return false
  const nobodys = picture(sheetOf, families, NOBODYS)
  return seen.some((byte, at) => byte !== nobodys[at])
}

function picture(sheetOf: SheetMaker, families: string, character: string): Uint8ClampedArray {
  const side = 2 * LETTERS_HIGH
  const context = sheetOf(side, side)
  context.font = fontOf(families, false)
  context.fillText(character, 4, BASELINE + 4)
  return context.getImageData(0, 0, side, side).data
}

function bitmapOf(context: Sheet, width: number, height: number): Bitmap {
  const widthBytes = Math.ceil(width / 8)
  const bits = new Uint8Array(widthBytes * height)
  const { data } = context.getImageData(0, 0, width, height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[4 * (y * width + x)] ?? 255) >= BLACK) continue
      const at = y * widthBytes + (x >> 3)
      bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return { widthBytes, height, bits }
}
