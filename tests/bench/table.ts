import type { Check, Row } from './rows.ts'

const HEAD = ['', 'value', 'reference', 'ratio', 'unit', ''] as const
const NUMBERS: readonly number[] = [1, 2, 3]

/** Rows as a table for a terminal: names to the left, numbers to the right. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ name, value, reference, ratio, unit, note = '' }) => [
    name,
    String(value),
    String(reference),
    `× ${ratio}`,
    unit,
    note,
  ])
  const lines: readonly (readonly string[])[] = [HEAD, ...cells]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const written = lines.map((line) =>
    line
      .map((cell, column) => padded(cell, column, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))
  return [written[0], rule, ...written.slice(1)].join('\n')
}

function padded(cell: string, column: number, width: number): string {
  return NUMBERS.includes(column) ? cell.padStart(width) : cell.padEnd(width)
}

export function checkLine({ says, holds }: Check): string {
  return `${holds ? 'holds ' : 'MISSED'}  ${says}`
}
