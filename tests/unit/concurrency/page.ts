import { pairs, type Row } from './table.ts'

interface Met {
  readonly other: string
  readonly row: Row
  readonly isFirst: boolean
}

/** The table of docs/spec/concurrency.md: one row an action, with everything it can meet but for plain `both`. */
export function pageTable(): string {
  const rows = pairs()
  const names = [...new Set(rows.flatMap(({ first, second }) => [first, second]))]
  const head =
    '| what one does | the later one stands | one alone stands | a person looks | both, with |\n| --- | --- | --- | --- | --- |'
  return [head, ...names.map((name) => line(name, rows))].join('\n')
}

function line(name: string, rows: readonly Row[]): string {
  const met = rows.flatMap((row): readonly Met[] => {
    if (row.first === name) return [{ other: row.second, row, isFirst: true }]
    return row.second === name ? [{ other: row.first, row, isFirst: false }] : []
  })
  const later = met.filter(({ row }) => row.cell.outcome === 'later').map(({ other }) => other)
  const alone = met
    .filter(({ row }) => row.cell.outcome === 'first' || row.cell.outcome === 'second')
    .map(({ other, row, isFirst }) => {
      if (other === name) return 'the same twice: once'
      return (row.cell.outcome === 'first') === isFirst ? `this, not ${other}` : `${other}, not this`
    })
  const looked = met
    .filter(({ row }) => row.cell.reviews.length > 0)
    .map(({ other, row }) => `${other} (${row.cell.reviews.join(', ')})`)
  const plain = met.filter(({ row }) => row.cell.outcome === 'both' && row.cell.reviews.length === 0).length
  return `| ${[name, ...[later, alone, looked].map((cells) => cells.join('; ') || '–'), `${plain} others`].join(' | ')} |`
}
