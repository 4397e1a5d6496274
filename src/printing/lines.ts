import { atLeft, atRight, columnsOf, cutAt } from './columns.ts'

/** One line of paper, already cut to fit: `indent` and `text` together are at most the paper's columns. */
export interface PaperLine {
  readonly text: string
  /** Columns of plain paper before the text, of normal width whatever the text's. */
  readonly indent?: number
  readonly bold?: boolean
  readonly invert?: boolean
  readonly width?: 1 | 2
  readonly height?: 1 | 2
}

/** A left part narrower than this beside an amount reads badly; the amount then gets a line of its own. */
const LEFT_MIN = 8

/** Words onto lines of at most `width`; a word longer than a line is split. Never empty. [PRINT7] */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (columnsOf(joined) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (columnsOf(line) > width) {
      const [taken, rest] = cutAt(line, width)
      lines.push(taken)
      line = rest
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** A text in the middle of the paper, on as many lines as it needs. */
export function centred(text: string, columns: number, width: 1 | 2 = 1): readonly PaperLine[] {
  return wrap(text, columns / width).map((line) => ({
    text: line,
    indent: Math.floor((columns - columnsOf(line) * width) / 2),
    width,
  }))
}

/** Large white on black from edge to edge: what must not be overlooked. */
export function bar(text: string, columns: number): readonly PaperLine[] {
  // Centred by inverted spaces, twice as wide as others, so that the bar reaches both edges.
  return centred(text, columns / 2).map(({ text: line, indent = 0 }) => ({
    text: atLeft(' '.repeat(indent) + line, columns / 2),
    bold: true,
    invert: true,
    width: 2,
    height: 2,
  }))
}

/** Two texts at the two edges, or one under the other where they do not fit side by side. */
export function sides(left: string, right: string, columns: number): readonly string[] {
  if (columnsOf(left) + 1 + columnsOf(right) <= columns) return pair(left, right, columns)
  return [...wrap(left, columns), ...wrap(right, columns)]
}

/**
 * A name on the left, an amount at the right edge of the first line. The name wraps under itself, beside the
 * amounts and never into them; an amount that fits the paper is never split. `hang` indents the lines after
 * the first. [PRINT7]
 */
export function pair(left: string, amount: string, columns: number, hang = 0): readonly string[] {
  const room = columns - columnsOf(amount) - 1
  if (room - hang < LEFT_MIN && columnsOf(left) > room) {
    return [...hanging(left, columns, hang), ...wrap(amount, columns).map((line) => atRight(line, columns))]
  }
  const [first = '', ...rest] = hanging(left, room, hang)
  return [atLeft(first, columns - columnsOf(amount)) + amount, ...rest]
}

function hanging(text: string, width: number, hang: number): readonly string[] {
  const indent = ' '.repeat(hang)
  const lead = text.slice(0, hang)
  return wrap(text.slice(hang), width - hang).map((line, at) => (at === 0 ? lead : indent) + line)
}
