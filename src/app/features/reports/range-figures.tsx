import { IconReceiptOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#app/ui/states.tsx'
import type { RangeView } from '#domain/report/range-view.ts'
import type { Drill } from '#domain/report/drill.ts'
import { costsPlan } from './cost-table.ts'
import { Headline } from './headline.tsx'
import { lossPlan, methodsPlan, sessionsPlan, taxesPlan, tipsPlan } from './money-tables.ts'
import { OtherFigures } from './other-figures.tsx'
import { ReportTable } from './report-table.tsx'
import { categoriesPlan, daysPlan, groupPlan, hoursPlan, itemsPlan } from './sales-tables.ts'
import type { TablePlan } from './table-plan.ts'
import { useReportWords } from './use-report-words.ts'
import classes from './reports-screen.module.css'

/** The orders behind one row, and what the row is called. */
export interface OpenedRow {
  readonly drill: Drill
  readonly title: string
}

interface Props {
  readonly view: RangeView
  /** Of the period before; see `Headline`. */
  readonly before: { readonly report: RangeView['report']; readonly name: string } | null
  readonly onOpen: (row: OpenedRow) => void
  readonly onDay: (date: string) => void
}

/** The figures of a range: the headline, then a table for each question. */
export function RangeFigures({ view, before, onOpen, onDay }: Props): ReactNode {
  const { t } = useTranslation('reports')
  const words = useReportWords()
  const date = view.shiftId === undefined ? view.from : `${view.from} shift`
  const dates = view.from === view.to ? date : `${view.from} ${view.to}`
  const table = <Row,>(plan: TablePlan<Row>, of?: Drill['table']): ReactNode => {
    const open =
      of === undefined
        ? undefined
        : (row: Row) =>
            onOpen({
              drill: { table: of, key: plan.keyOf(row) },
              title: `${plan.caption}: ${plan.columns[0]?.text?.(row) ?? ''}`,
            })
    return <ReportTable plan={plan} dates={dates} onOpen={open} />
  }
  if (isEmpty(view)) return <NoSales oneDay={view.from === view.to} />
  return (
    <>
      <Headline report={view.report} before={before} />
      <OtherFigures report={view.report} />
      <div className={classes.columns}>
        <div className={classes.column}>
          {view.from < view.to && (
            <ReportTable plan={daysPlan(view, words)} dates={dates} onOpen={({ date }) => onDay(date)} />
          )}
          {table(methodsPlan(view, words), 'methods')}
          {table(hoursPlan(view, words), 'hours')}
          {table(groupPlan('waiters', view, words), 'waiters')}
          {table(tipsPlan(view, words), 'tips')}
          {table(groupPlan('services', view, words), 'services')}
          {table(lossPlan('discounts', view, words), 'discounts')}
          {table(lossPlan('voids', view, words), 'voids')}
          {table(lossPlan('refunds', view, words), 'refunds')}
        </div>
        <div className={classes.column}>
          {table(taxesPlan(view, words), 'taxes')}
          {table(itemsPlan(view, words), 'items')}
          {table(costsPlan(view, words))}
          {table(categoriesPlan(view, words), 'categories')}
          {table(groupPlan('tables', view, words), 'tables')}
          {table(sessionsPlan(view, words))}
          {table(lossPlan('cashMoves', view, words))}
        </div>
      </div>
      {!view.seesCash && <p className={classes.hidden}>{t('sessions.hidden')}</p>}
    </>
  )
}

function isEmpty({ report: { figures, sessions } }: RangeView): boolean {
  return figures.orders === 0 && figures.refunds === 0 && figures.voids === 0 && sessions.length === 0
}

function NoSales({ oneDay }: { readonly oneDay: boolean }): ReactNode {
  const { t } = useTranslation('reports')
  return (
    <div className={classes.panel}>
      <EmptyState
        icon={<IconReceiptOff aria-hidden size={56} stroke={1.3} />}
        title={t(oneDay ? 'empty' : 'emptyRange')}
        text={t('emptyText')}
      />
    </div>
  )
}
