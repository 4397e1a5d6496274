import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/ui/button.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { isBusinessDate, type BusinessDate } from '#domain/day/business-date.ts'
import { RANGE_DAYS_MAX } from '#domain/report/range-view.ts'
import { shiftDate } from './dates.ts'
import { daysOf, PERIODS, periodAround, stepped, type Period } from './periods.ts'
import classes from './reports-screen.module.css'

interface Props {
  readonly period: Period
  readonly today: BusinessDate
  readonly onChange: (period: Period) => void
}

/** Which dates: a day, a week, a month or any; one back, one on, or today. */
export function PeriodBar({ period, today, onChange }: Props): ReactNode {
  const { t } = useTranslation('reports')
  const { kind, from, to } = period
  const anchor = today >= from && today <= to ? today : from
  const isNow = today >= from && today <= to
  return (
    <div className={classes.picker}>
      <FilterBar
        label={t('period.kind')}
        options={PERIODS.map((id) => ({ id, label: t(`period.${id}`) }))}
        chosen={kind}
        onChoose={(id) => {
          const next = PERIODS.find((one) => one === id) ?? 'day'
          if (next !== kind) onChange(periodAround(next, anchor))
        }}
      />
      <div
        className={classes.dates}
        role="group"
        aria-label={t('period.dates')}
        data-two={kind === 'range' || undefined}
      >
        <IconButton
          variant="plain"
          label={t('period.previous')}
          onClick={() => onChange(stepped(period, -1))}
        >
          <IconChevronLeft aria-hidden size={24} />
        </IconButton>
        <DateFields period={period} today={today} onChange={onChange} />
        <IconButton
          variant="plain"
          label={t('period.next')}
          disabled={to >= today}
          onClick={() => onChange(stepped(period, 1))}
        >
          <IconChevronRight aria-hidden size={24} />
        </IconButton>
        <Button
          className={classes.today}
          disabled={isNow}
          onClick={() => onChange(periodAround(kind, today))}
        >
          {t('today')}
        </Button>
      </div>
    </div>
  )
}

/** The browser's own calendar: it works with thumbs, keys and readers. A free range has two. */
function DateFields({ period, today, onChange }: Props): ReactNode {
  const { t } = useTranslation('reports')
  const { kind, from, to } = period
  const field = (label: string, value: BusinessDate, choose: (date: BusinessDate) => void): ReactNode => (
    <input
      type="date"
      required
      className={classes.dateInput}
      aria-label={label}
      max={today}
      value={value}
      onChange={({ currentTarget: { value: text } }) => {
        if (isBusinessDate(text)) choose(text > today ? today : text)
      }}
    />
  )
  if (kind !== 'range') {
    return field(t('day'), from > today ? today : from, (date) => onChange(periodAround(kind, date)))
  }
  return (
    <>
      {field(t('period.from'), from, (date) =>
        onChange(within({ kind, from: date, to: to < date ? date : to }, 'to')),
      )}
      {field(t('period.to'), to, (date) =>
        onChange(within({ kind, from: from > date ? date : from, to: date }, 'from')),
      )}
    </>
  )
}

/** A longer range is cut at the end that was not touched. */
function within(period: Period, end: 'from' | 'to'): Period {
  if (daysOf(period) <= RANGE_DAYS_MAX) return period
  const last = RANGE_DAYS_MAX - 1
  return end === 'to'
    ? { ...period, to: shiftDate(period.from, last) }
    : { ...period, from: shiftDate(period.to, -last) }
}
