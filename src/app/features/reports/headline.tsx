import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { HiddenText } from '#app/ui/hidden-text.tsx'
import { scale } from '#domain/money/ratio.ts'
import type { Report } from '#domain/report/report.ts'
import { changePercent } from './change.ts'
import classes from './reports-screen.module.css'

interface Props {
  readonly report: Report
  /** Of the period it is compared with, and how that is called; null: not known here. */
  readonly before: { readonly report: Report; readonly name: string } | null
}

/** The period in five figures, each beside the one before. */
export function Headline({ report, before }: Props): ReactNode {
  const { t } = useTranslation('reports')
  const { money } = useFormat()
  const figure = (label: string, of: (report: Report) => number, write = money, hint?: string): ReactNode => (
    <Figure
      label={label}
      value={write(of(report))}
      change={before === null ? null : changePercent(of(report), of(before.report))}
      beforeName={before?.name ?? ''}
      {...(hint === undefined ? { main: false } : { hint, main: label === t('gross') })}
    />
  )
  return (
    <section className={classes.headline}>
      <dl className={classes.figures} aria-label={t('figures')}>
        {figure(t('gross'), ({ paid }) => paid, money, t('grossHint'))}
        {figure(t('net'), ({ figures }) => figures.net, money, t('netHint'))}
        {figure(t('tax'), ({ figures }) => figures.tax)}
        {figure(t('orders'), ({ figures }) => figures.orders, String)}
        {figure(t('average'), averageOf)}
      </dl>
      <p className={classes.compared}>{before === null ? ' ' : t('compare.with', { name: before.name })}</p>
    </section>
  )
}

function averageOf({ paid, figures: { orders } }: Report): number {
  return orders === 0 ? 0 : scale(paid, 1, orders, 'half_up')
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly main: boolean
  readonly change: number | null
  readonly beforeName: string
}

function Figure({ label, value, hint, main, change, beforeName }: FigureProps): ReactNode {
  return (
    <div className={classes.figure} data-main={main || undefined}>
      <dt className={classes.figureLabel}>
        {label}
        {hint !== undefined && <span className={classes.figureHint}>{hint}</span>}
      </dt>
      <dd className={classes.figureBody}>
        <span className={classes.figureValue} style={{ '--length': value.length } as CSSProperties}>
          {value}
        </span>
        {change === null ? (
          <span className={classes.change}> </span>
        ) : (
          <Change percent={change} beforeName={beforeName} />
        )}
      </dd>
    </div>
  )
}

/** An arrow and a figure: never a colour alone, for fewer voids are good and fewer sales are not. */
function Change({
  percent,
  beforeName,
}: {
  readonly percent: number
  readonly beforeName: string
}): ReactNode {
  const { t } = useTranslation('reports')
  const Icon = percent === 0 ? IconEqual : percent > 0 ? IconArrowUpRight : IconArrowDownRight
  return (
    <span className={classes.change}>
      <Icon aria-hidden size={18} stroke={2} />
      {t('compare.percent', { percent: Math.abs(percent) })}
      <HiddenText>
        {t(percent < 0 ? 'compare.less' : percent > 0 ? 'compare.more' : 'compare.same', {
          name: beforeName,
        })}
      </HiddenText>
    </span>
  )
}
