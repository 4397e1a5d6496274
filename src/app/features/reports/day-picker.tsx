import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/ui/button.tsx'
import { isBusinessDate, type BusinessDate } from '#domain/day/business-date.ts'
import { shiftDate } from './dates.ts'
import classes from './reports-screen.module.css'

interface Props {
  readonly date: BusinessDate
  readonly today: BusinessDate
  readonly onChange: (date: BusinessDate) => void
}

/** Which business day: one back, one on, any, or today. */
export function DayPicker({ date, today, onChange }: Props): ReactNode {
  const { t } = useTranslation('reports')
  const choose = (text: string): void => {
    if (isBusinessDate(text)) onChange(text > today ? today : text)
  }
  return (
    <div className={classes.picker} role="group" aria-label={t('day')}>
      <IconButton variant="plain" label={t('previousDay')} onClick={() => choose(shiftDate(date, -1))}>
        <IconChevronLeft aria-hidden size={24} />
      </IconButton>
      <input
        type="date"
        required
        className={classes.dateInput}
        aria-label={t('day')}
        max={today}
        value={date}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <IconButton
        variant="plain"
        label={t('nextDay')}
        disabled={date >= today}
        onClick={() => choose(shiftDate(date, 1))}
      >
        <IconChevronRight aria-hidden size={24} />
      </IconButton>
      <Button className={classes.today} disabled={date === today} onClick={() => onChange(today)}>
        {t('today')}
      </Button>
    </div>
  )
}
