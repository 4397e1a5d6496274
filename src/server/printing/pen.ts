import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Bitmap, DrawnLine, DrawnPiece, Pen } from '#printing/drawing.ts'
import { penFonts } from './pen-fonts.ts'

/** Of a line that is one line high: the letters' size, and where they stand. Thai and Hindi reach far up and down. */
const LETTERS_HIGH = 20
const BASELINE = 21
/** Ink spreads on thermal paper: what is less than half grey stays white. */
const BLACK = 128
/** A code point that nobody ever has a letter for. */
const NOBODYS = '\u{10ffff}'

/** Draws with the fonts of this program, and behind them the machine's own. [PRINT21] */
export function createPen(): Pen {
  const families = penFonts()
  const known = new Map<string, boolean>()
  const draws = (character: string): boolean => {
    const found = known.get(character) ?? hasLetter(families, character)
    known.set(character, found)
    return found
  }
  return {
    draws,
    draw: (line) => draw(families, line),
  }
}

function draw(families: string, { width, height, invertedFrom, bold, pieces }: DrawnLine): Bitmap {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
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
  context: SKRSContext2D,
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
function hasLetter(families: string, character: string): boolean {
  // A mark is drawn with its letter, by the same font.
  if (/\p{M}/u.test(character)) return true
  const seen = picture(families, character)
  return seen.some((byte) => byte !== 0) && !seen.equals(picture(families, NOBODYS))
}

function picture(families: string, character: string): Buffer {
  const side = 2 * LETTERS_HIGH
  const context = createCanvas(side, side).getContext('2d')
  context.font = fontOf(families, false)
  context.fillText(character, 4, BASELINE + 4)
  return Buffer.from(context.getImageData(0, 0, side, side).data)
}

function bitmapOf(context: SKRSContext2D, width: number, height: number): Bitmap {
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
