import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { Report } from '#domain/report/report.ts'
import classes from './reports-screen.module.css'

/** The figures that stand beside the sales: guests, tips, and what was given away or given back. */
export function OtherFigures({ report: { figures } }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation('reports')
  const { money } = useFormat()
  const rows: readonly (readonly [string, string])[] = [
    [t('covers'), String(figures.covers)],
    [t('other.tips'), money(figures.tips)],
    [t('other.charges'), money(figures.charges)],
    [t('other.gratuities'), money(figures.gratuities)],
    [t('other.discounts'), money(figures.discounts)],
    [t('other.comps'), money(figures.comps)],
    [t('other.voids'), money(figures.voids)],
    [t('other.refunds'), money(figures.refunds)],
  ]
  return (
    <dl className={classes.others} aria-label={t('other.caption')}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
