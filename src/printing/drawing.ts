import { columnsOf } from './columns.ts'
import type { PaperLine } from './lines.ts'
import { pageOf, type PageName } from './pages.ts'

/** Font A of every model: 12 dots a column, 24 high, and 6 between two lines. */
const DOTS_A_COLUMN = 12
const DOTS_HIGH = 24
const DOTS_BETWEEN = 6

/** A line that no page of a printer holds, as it is to be drawn, with all measures in dots. [PRINT21] */
export interface DrawnLine {
  readonly width: number
  readonly height: number
  /** Where white on black begins; null: black on white. */
  readonly invertedFrom: number | null
  readonly bold: boolean
  readonly pieces: readonly DrawnPiece[]
}

/** Words that stand together, from `left` and no wider than `width`. */
export interface DrawnPiece {
  readonly text: string
  readonly left: number
  readonly width: number
  /** How many times as wide, and as high, as plain text. */
  readonly wide: 1 | 2
  readonly high: 1 | 2
}

/** Rows of dots, eight a byte, the first dot the highest bit; a set bit is black. */
export interface Bitmap {
  readonly widthBytes: number
  readonly height: number
  readonly bits: Uint8Array
}

/** Draws what a printer has no letters for. */
export interface Pen {
  /** Whether it has a letter for this character. */
  readonly draws: (character: string) => boolean
  readonly draw: (line: DrawnLine) => Bitmap
}

/** Whether a line has anything that none of these pages holds. */
export function needsDrawing({ text }: PaperLine, pages: readonly PageName[]): boolean {
  return [...text].some((character) => pageOf(character, pages) === undefined)
}

/** A line with its words where they would stand in columns, so that amounts are under each other on any line. */
export function drawnLine(line: PaperLine, columns: number, pages: readonly PageName[]): DrawnLine {
  const { indent = 0, width: wide = 1, height: high = 1, bold = false, invert = false } = line
  return {
    width: columns * DOTS_A_COLUMN,
    height: DOTS_HIGH * high + DOTS_BETWEEN,
    invertedFrom: invert ? indent * DOTS_A_COLUMN : null,
    bold,
    pieces: piecesOf(line.text, pages).map(({ text, column }) => ({
      text,
      left: (indent + column * wide) * DOTS_A_COLUMN,
      width: columnsOf(text) * wide * DOTS_A_COLUMN,
      wide,
      high,
    })),
  }
}

/** Words by their columns. Strange ones with one space between them are one piece: their writing may run leftwards. */
function piecesOf(text: string, pages: readonly PageName[]): readonly { text: string; column: number }[] {
  const pieces: { text: string; column: number; strange: boolean; end: number }[] = []
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const column = columnsOf(text.slice(0, index))
    const strange = needsDrawing({ text: word }, pages)
    const last = pieces.at(-1)
    if (last !== undefined && last.strange && strange && last.end + 1 === column) {
      last.text += ` ${word}`
      last.end = column + columnsOf(word)
    } else pieces.push({ text: word, column, strange, end: column + columnsOf(word) })
  }
  return pieces
}

const GS = 0x1d
const DLE = 0x10

/** `GS v 0`: rows of dots, as they are. */
export function rasterBytes({ widthBytes, height, bits }: Bitmap): Uint8Array {
  const head = [GS, 0x76, 0x30, 0, widthBytes & 0xff, widthBytes >> 8, height & 0xff, height >> 8]
  return Uint8Array.of(...head, ...withoutCommands(bits))
}

/** A printer obeys `DLE EOT`, `DLE ENQ` and `DLE DC4` even in a picture: one dot of such a pair is given up. [PRINT21] */
function withoutCommands(bits: Uint8Array): Uint8Array {
  const obeyed = [0x04, 0x05, 0x14]
  return bits.map((byte, at) => (byte === DLE && obeyed.includes(bits[at + 1] ?? 0) ? 0 : byte))
}
