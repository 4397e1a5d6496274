import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One row of a table, with what the store is set to there: of the page, then of the section. */
export interface Row {
  readonly page: string
  readonly settings: readonly string[]
  readonly cells: ReadonlyMap<string, string>
}

const folder = fileURLToPath(new URL('.', import.meta.url))

export function readPages(): readonly Row[] {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
  return pages.sort().flatMap((name) => rowsOf(name, readFileSync(folder + name, 'utf8').split('\n')))
}

function rowsOf(page: string, lines: readonly string[]): readonly Row[] {
  const rows: Row[] = []
  let common: readonly string[] = []
  let settings: readonly string[] = []
  let columns: readonly string[] = []
  let isFirst = true
  for (const line of lines) {
    if (line.startsWith('## ')) {
      if (isFirst) common = settings
      isFirst = false
      settings = common
    }
    if (line.startsWith('- ')) settings = [...settings, line.slice(2)]
    if (!line.startsWith('|')) columns = []
    else if (columns.length === 0) columns = cellsOf(line)
    else if (!line.startsWith('| ---'))
      rows.push({ page, settings, cells: named(columns, cellsOf(line), page) })
  }
  return rows
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

function named(
  columns: readonly string[],
  cells: readonly string[],
  page: string,
): ReadonlyMap<string, string> {
  if (cells.length !== columns.length)
    throw new Error(`${page}: a row has other columns: ${cells.join(' | ')}`)
  return new Map(columns.map((column, index) => [column, cells[index] ?? '']))
}
