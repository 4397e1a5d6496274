import { FORMULA } from './csv-text.ts'

/** Rows of a text table, or where a quote was opened and never closed. */
export type Csv =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly openQuoteLine: number }

export interface CsvRow {
  /** Where it begins in the file, counted from 1: what an editor shows. */
  readonly line: number
  readonly cells: readonly string[]
}

const DELIMITERS = [';', ',', '\t'] as const

/**
 * Reads a table as spreadsheets save them: fields set off by semicolons, commas or tabs (whichever the first line has
 * most of), quoted where they hold one, a quote inside written twice, lines ended in any of the three ways. Empty
 * lines are left out.
 */
export function parseCsv(text: string): Csv {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const delimiter = delimiterOf(source)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let rowLine = 1
  let quotedFrom = 0
  const endCell = (): void => {
    cells.push(cell.trim())
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (cells.some((one) => one !== '')) rows.push({ line: rowLine, cells })
    cells = []
    rowLine = line
  }
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at)
    const isBreak = sign === '\n' || (sign === '\r' && source[at + 1] !== '\n')
    if (isBreak) line += 1
    if (quotedFrom > 0) {
      if (sign !== '"') cell += sign
      else if (source[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quotedFrom = 0
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      quotedFrom = line
    } else if (isBreak) endRow()
    else if (sign === delimiter) endCell()
    else if (sign !== '\r') cell += sign
  }
  if (quotedFrom > 0) return { ok: false, openQuoteLine: quotedFrom }
  endRow()
  return { ok: true, rows }
}

/** What the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const first = (/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replaceAll(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((sign) => first.split(sign).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Fields as text, quoted where they must be. What a spreadsheet would run gets an apostrophe, which reading takes off. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const written = (field: string): string => {
    const safe = FORMULA.test(field) ? `'${field}` : field
    return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\uFEFF${rows.map((row) => row.map(written).join(',')).join('\r\n')}\r\n`
}

export function withoutApostrophe(field: string): string {
  return field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field
}
