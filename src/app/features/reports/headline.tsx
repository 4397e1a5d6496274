import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { DayReport } from '#domain/day/day-report.ts'
import { scale } from '#domain/money/ratio.ts'
import classes from './reports-screen.module.css'

/** The day in five figures. */
export function Headline({ report }: { readonly report: DayReport }): ReactNode {
  const { t } = useTranslation('reports')
  const { money } = useFormat()
  const average = report.orders === 0 ? null : scale(report.gross, 1, report.orders, 'half_up')
  return (
    <dl className={classes.figures} aria-label={t('figures')}>
      <Figure label={t('gross')} hint={t('grossHint')} value={money(report.gross)} main />
      <Figure label={t('net')} hint={t('netHint')} value={money(report.net)} />
      <Figure label={t('tax')} value={money(report.tax)} />
      <Figure label={t('orders')} value={String(report.orders)} />
      <Figure label={t('average')} value={average === null ? '–' : money(average)} />
    </dl>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly main?: boolean
}

function Figure({ label, value, hint, main = false }: FigureProps): ReactNode {
  return (
    <div className={classes.figure} data-main={main || undefined}>
      <dt className={classes.figureLabel}>
        {label}
        {hint !== undefined && <span className={classes.figureHint}>{hint}</span>}
      </dt>
      <dd className={classes.figureValue} style={{ '--length': value.length } as CSSProperties}>
        {value}
      </dd>
    </div>
  )
}
