import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerRefused } from '#app/data/answer-refused.tsx'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorState } from '#app/ui/states.tsx'
import type { BusinessDate } from '#domain/day/business-date.ts'
import { longDate } from './dates.ts'
import { DayFigures } from './day-figures.tsx'
import { DayPicker } from './day-picker.tsx'
import { ReportSkeleton } from './report-skeleton.tsx'
import { WaitingNote } from './waiting-note.tsx'
import classes from './reports-screen.module.css'

/** What a business day brought in. */
export function ReportsScreen(): ReactNode {
  const { t } = useTranslation(['reports', 'common'])
  const { locale } = useFormat()
  const { token } = useSession()
  const { data: store } = useAsk('store', null)
  /** Null follows the current business day past its cut-over. */
  const [date, setDate] = useState<BusinessDate | null>(null)
  const day = useAsk('day', { token, date }, { enabled: token !== '', keepPrevious: true })
  const today = store?.businessDate
  const shown = date ?? today

  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <div className={classes.titles}>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.date}>{shown === undefined ? ' ' : longDate(shown, locale)}</p>
        </div>
        {shown !== undefined && today !== undefined && (
          <DayPicker
            date={shown}
            today={today}
            onChange={(chosen) => setDate(chosen === today ? null : chosen)}
          />
        )}
      </header>
      {day.isPending && <ReportSkeleton />}
      {day.isError && (
        <ErrorState title={t('common:failed')} text={t('common:failedRemedy')}>
          <Button onClick={() => void day.refetch()}>{t('common:retry')}</Button>
        </ErrorState>
      )}
      {day.data?.ok === false && <AnswerRefused failure={day.data.error} />}
      {day.data?.ok === true && (
        <div
          className={classes.report}
          aria-busy={day.isPlaceholderData}
          data-old={day.isPlaceholderData || undefined}
        >
          <WaitingNote />
          <DayFigures key={day.data.value.report.businessDate} view={day.data.value} />
        </div>
      )}
    </div>
  )
}
