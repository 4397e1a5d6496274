import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { IconButton } from '#app/ui/button.tsx'
import classes from './date-steps.module.css'

interface Props {
  readonly date: string
  readonly today: string
  readonly onChange: (date: string) => void
}

const DAY_MS = 86_400_000

/** One day back, for the one nobody closed, and on again. */
export function DateSteps({ date, today, onChange }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const { locale } = useFormat()
  // Dates are counted in UTC, where each has 24 hours.
  const step = (days: number): void =>
    onChange(new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10))
  const words = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' })
  return (
    <div className={classes.steps} role="group" aria-label={t('day.date')}>
      <IconButton variant="plain" label={t('day.previous')} onClick={() => step(-1)}>
        <IconChevronLeft aria-hidden size={24} />
      </IconButton>
      <span className={classes.date} role="status">
        {words.format(Date.parse(date))}
      </span>
      <IconButton variant="plain" label={t('day.next')} disabled={date >= today} onClick={() => step(1)}>
        <IconChevronRight aria-hidden size={24} />
      </IconButton>
    </div>
  )
}
