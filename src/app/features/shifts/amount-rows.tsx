import type { ReactNode } from 'react'
import classes from './amount-rows.module.css'

export interface AmountRow {
  readonly label: string
  readonly amount: string
  readonly hint?: string
}

interface Props {
  readonly rows: readonly AmountRow[]
  readonly total?: AmountRow
  readonly label?: string
}

/** Amounts under each other with their names, and what they come to. */
export function AmountRows({ rows, total, label }: Props): ReactNode {
  return (
    <dl className={classes.rows} aria-label={label}>
      {rows.map((row) => (
        <Row key={row.label} row={row} />
      ))}
      {total !== undefined && <Row row={total} total />}
    </dl>
  )
}

function Row({ row, total = false }: { readonly row: AmountRow; readonly total?: boolean }): ReactNode {
  return (
    <div className={classes.row} data-total={total || undefined}>
      <dt>
        {row.label}
        {row.hint !== undefined && <span className={classes.hint}>{row.hint}</span>}
      </dt>
      <dd>{row.amount}</dd>
    </div>
  )
}
