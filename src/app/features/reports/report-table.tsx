import { IconArrowDown, IconArrowsSort, IconArrowUp, IconDownload } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { saveText } from '#app/data/save-text.ts'
import { IconButton } from '#app/ui/button.tsx'
import { BYTE_ORDER_MARK, csvOf } from '#app/data/csv-text.ts'
import { barPercent } from './hours.ts'
import { nextSort, plainRows, sorted, type Column, type Sort, type TablePlan } from './table-plan.ts'
import { useMore } from './use-more.tsx'
import classes from './report-table.module.css'

interface Props<Row> {
  readonly plan: TablePlan<Row>
  /** For the name of its file. */
  readonly dates: string
  /** Shows the orders behind a row; absent: there are none to show. */
  readonly onOpen?: ((row: Row) => void) | undefined
}

const FIRST_ROWS = 10

/** A table of figures: sorted by its heads, saved as a file, and each row leads to its orders. */
export function ReportTable<Row>({ plan, dates, onOpen }: Props<Row>): ReactNode {
  const [sort, setSort] = useState<Sort | null>(null)
  const { shown, button } = useMore(sorted(plan, sort), plan.first ?? FIRST_ROWS)
  const columns = plan.columns.filter(({ text }) => text !== undefined)
  if (plan.rows.length === 0) return null
  return (
    <section className={classes.panel}>
      <SaveButton plan={plan} dates={dates} />
      <table className={classes.table} data-chart={columns.some(({ bar }) => bar !== undefined) || undefined}>
        <caption>{plan.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <BodyRow key={plan.keyOf(row)} plan={plan} columns={columns} row={row} onOpen={onOpen} />
          ))}
        </tbody>
        {plan.totals !== undefined && <Totals totals={plan.totals} columns={columns} />}
      </table>
      {button}
    </section>
  )
}

function SaveButton<Row>({ plan, dates }: Pick<Props<Row>, 'plan' | 'dates'>): ReactNode {
  const { t } = useTranslation('reports')
  const save = (): void =>
    saveText(`${plan.id} ${dates}.csv`, 'text/csv', BYTE_ORDER_MARK + csvOf(plainRows(plan)))
  return (
    <IconButton className={classes.save} label={t('saveCsv', { table: plan.caption })} onClick={save}>
      <IconDownload aria-hidden size={20} stroke={1.75} />
    </IconButton>
  )
}

interface HeadProps<Row> {
  readonly column: Column<Row>
  readonly sort: Sort | null
  readonly onSort: (sort: Sort) => void
}

function Head<Row>({ column: { key, label, sort: by }, sort, onSort }: HeadProps<Row>): ReactNode {
  if (by === undefined) return <th scope="col">{label}</th>
  const active = sort?.key === key
  const Icon = !active ? IconArrowsSort : sort.descending ? IconArrowDown : IconArrowUp
  const order = active && !sort.descending ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={active ? order : 'none'} className={classes.sortHead}>
      <button
        type="button"
        className={classes.sort}
        data-active={active || undefined}
        onClick={() => onSort(nextSort(sort, key))}
      >
        <Icon aria-hidden size={18} />
        {label}
      </button>
    </th>
  )
}

interface BodyRowProps<Row> extends Pick<Props<Row>, 'plan' | 'onOpen'> {
  readonly columns: readonly Column<Row>[]
  readonly row: Row
}

function BodyRow<Row>({ plan, columns, row, onOpen }: BodyRowProps<Row>): ReactNode {
  const [name, ...others] = columns
  const aside = plan.aside?.(row) ?? ''
  const quiet = plan.isQuiet?.(row) === true
  const words = name?.text?.(row)
  return (
    <tr data-quiet={quiet || undefined}>
      <th scope="row">
        {onOpen === undefined || quiet ? (
          words
        ) : (
          <button type="button" className={classes.open} onClick={() => onOpen(row)}>
            {words}
          </button>
        )}
        {aside !== '' && <span className={classes.aside}>{aside}</span>}
      </th>
      {others.map((column) =>
        column.bar === undefined ? (
          <td key={column.key}>{column.text?.(row)}</td>
        ) : (
          <td key={column.key} className={classes.barCell}>
            <Bar rows={plan.rows} bar={column.bar} row={row} />
            <span className={classes.barAmount}>{column.text?.(row)}</span>
          </td>
        ),
      )}
    </tr>
  )
}

interface BarProps<Row> {
  readonly rows: readonly Row[]
  readonly bar: (row: Row) => number
  readonly row: Row
}

function Bar<Row>({ rows, bar, row }: BarProps<Row>): ReactNode {
  const longest = rows.reduce((most, one) => Math.max(most, bar(one)), 0)
  return (
    <span aria-hidden className={classes.track}>
      <span
        className={classes.bar}
        data-longest={bar(row) === longest || undefined}
        style={{ inlineSize: `${barPercent(bar(row), longest)}%` }}
      />
    </span>
  )
}

interface TotalsProps<Row> {
  readonly totals: { readonly [key: string]: string }
  readonly columns: readonly Column<Row>[]
}

function Totals<Row>({ totals, columns }: TotalsProps<Row>): ReactNode {
  const { t } = useTranslation('reports')
  const first = columns.findIndex(({ key }) => totals[key] !== undefined)
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={Math.max(1, first)}>
          {t('total')}
        </th>
        {columns.slice(Math.max(1, first)).map(({ key }) => (
          <td key={key}>{totals[key]}</td>
        ))}
      </tr>
    </tfoot>
  )
}
