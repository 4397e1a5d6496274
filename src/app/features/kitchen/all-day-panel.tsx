import { memo, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import type { Ticket } from '#domain/kitchen/ticket.ts'
import { allDayCounts } from './all-day.ts'
import classes from './kitchen-screen.module.css'

interface Props {
  readonly tickets: readonly Ticket[]
}

/**
 * What is still to cook of each dish: whoever makes six burgers makes them at once. Behind it what no till sells any
 * more, and what there is little of: the kitchen knows whether that is true.
 */
export const AllDayPanel = memo(function AllDayPanel({ tickets }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const { data: scarce = [] } = useAsk('scarce', null)
  const counts = useMemo(() => allDayCounts(tickets), [tickets])
  return (
    <aside className={classes.allDay} aria-label={t('allDay')}>
      <h2 className={classes.allDayTitle}>{t('allDay')}</h2>
      <p className={classes.allDayText}>{counts.length === 0 ? t('empty') : t('allDayText')}</p>
      <ul className={classes.counts} tabIndex={0}>
        {counts.map(({ name, qty }) => (
          <li key={name} className={classes.count}>
            <strong className={classes.countQty}>{qty}</strong>
            <span>{name}</span>
          </li>
        ))}
        {scarce.map(({ id, name, available, left, missing }) => (
          <li key={id} className={classes.count} data-scarce>
            <strong>{available && missing === null ? t('left', { count: left ?? 0 }) : t('soldOut')}</strong>
            <span>{missing === null ? name : t('outByStock', { name, ingredient: missing })}</span>
          </li>
        ))}
      </ul>
    </aside>
  )
})
