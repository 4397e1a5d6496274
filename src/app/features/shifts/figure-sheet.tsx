import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { DayFigures } from '#domain/day/day-close.ts'
import { AmountRows } from './amount-rows.tsx'
import { MethodFigures, TaxFigures } from './figure-tables.tsx'
import classes from './shifts.module.css'

interface Props {
  readonly title: string
  readonly text: string
  readonly figures: DayFigures
}

/** Amounts that stand in every report, and those that stand there only where there is one. [ZDAY6] */
const SALES = ['gross', 'discounts', 'comps', 'charges'] as const
const BESIDE = ['refunds', 'refundedTax', 'voids', 'tips', 'rounding'] as const

/** An X, a Z or an addendum: the same figures in the same places. */
export function FigureSheet({ title, text, figures }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const { money } = useFormat()
  const row = (figure: 'net' | 'tax' | 'gratuities' | (typeof SALES | typeof BESIDE)[number]) => ({
    label: t(`figures.${figure}`),
    amount: money(figure === 'discounts' || figure === 'comps' ? -figures[figure] : figures[figure]),
  })
  const beside = BESIDE.filter((figure) => figures[figure] !== 0)
  return (
    <section className={classes.panel} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      <p className={classes.soft}>{text}</p>
      <AmountRows
        label={t('figures.sales')}
        rows={[
          { label: t('figures.orders'), amount: String(figures.orders) },
          { label: t('figures.covers'), amount: String(figures.covers) },
          ...SALES.filter((figure) => figure === 'gross' || figures[figure] !== 0).map(row),
          row('net'),
          row('tax'),
          ...(figures.gratuities === 0 ? [] : [row('gratuities')]),
        ]}
        total={{
          label: t('figures.total'),
          amount: money(figures.net + figures.tax + figures.gratuities),
        }}
      />
      {beside.length > 0 && <AmountRows label={t('figures.other')} rows={beside.map(row)} />}
      {figures.payments.length > 0 && <MethodFigures rows={figures.payments} />}
      {figures.taxes.length > 0 && <TaxFigures rows={figures.taxes} />}
    </section>
  )
}
