import { CELL_WIDTH, pitch } from './line.ts'
import type { Align, Printed, PrintedLine } from './printed.ts'

/** The characters of a line, as printed from left to right, whatever their size. */
export function lineText(line: PrintedLine): string {
  return line.runs.map((run) => run.text).join('')
}

/** Columns of paper a line takes. */
export function columnsOf(line: PrintedLine): number {
  return Math.ceil(line.runs.reduce((dots, run) => dots + run.text.length * pitch(run.style), 0) / CELL_WIDTH)
}

/** A ticket as plain text: every line where it stands on the paper, codes and cuts as words in brackets. */
export function toText(printed: readonly Printed[], columns: number): string {
  const rows = printed.flatMap((mark) => row(mark, columns))
  return `${rows.join('\n').replace(/^\n+|\n+$/g, '')}\n`
}

function row(mark: Printed, columns: number): readonly string[] {
  switch (mark.type) {
    case 'line':
      return [place(spread(mark, columns), mark.align, columns).trimEnd()]
    case 'raster':
      return [place(`[picture ${mark.widthBytes * 8} x ${mark.height}]`, mark.align, columns)]
    case 'qr':
      return [place(`[QR ${mark.data}]`, mark.align, columns)]
    case 'barcode':
      return [place(`[barcode ${mark.data}]`, mark.align, columns)]
    default:
      return []
  }
}

/**
 * Wide letters are written once, and the gap after them takes up the room, so that amounts stay at the edge.
 */
function spread(line: PrintedLine, columns: number): string {
  const text = lineText(line)
  const used = columnsOf(line)
  const missing = Math.min(used, columns) - text.length
  if (missing <= 0) return text
  const gap = /\s{2,}(?=\S+(?: \S+)*$)/.exec(text)
  if (gap === null) return text
  // Only a left margin: the text was centred by spaces and stays so.
  if (gap.index === 0) return place(text.trim(), 'center', columns)
  return text.slice(0, gap.index) + ' '.repeat(missing) + text.slice(gap.index)
}

function place(text: string, align: Align, columns: number): string {
  const room = Math.max(0, columns - text.length)
  if (align === 'left') return text
  return ' '.repeat(align === 'right' ? room : Math.floor(room / 2)) + text
}
