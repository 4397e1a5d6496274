import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerRefused } from '#app/data/answer-refused.tsx'
import { useAsk } from '#app/data/use-ask.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorState } from '#app/ui/states.tsx'
import type { BusinessDate } from '#domain/day/business-date.ts'
import type { ReportRange } from '#domain/report/range-view.ts'
import { DayOrders } from './day-orders.tsx'
import { rangeWords } from './dates.ts'
import { DrillDialog } from './drill-dialog.tsx'
import { PeriodBar } from './period-bar.tsx'
import { likeBefore, periodAround, type Period } from './periods.ts'
import { Progress } from './progress.tsx'
import { RangeFigures, type OpenedRow } from './range-figures.tsx'
import { ReportSkeleton } from './report-skeleton.tsx'
import { ServerDays } from './server-days.tsx'
import { ShiftChoice } from './shift-choice.tsx'
import { useRangeReport } from './use-range-report.ts'
import { useServerReport, type ServerReport } from './use-server-report.ts'
import { WaitingNote } from './waiting-note.tsx'
import classes from './reports-screen.module.css'

interface Props {
  /** Null: the current business day, past its cut-over. */
  readonly period: Period | null
  readonly onPeriod: (period: Period | null) => void
  readonly onOpenOrder: (orderId: string) => void
}

/** What a day, a week, a month or any time brought in. */
export function ReportsScreen(props: Props): ReactNode {
  const { t } = useTranslation(['reports', 'common'])
  const { locale } = useFormat()
  const { data: store } = useAsk('store', null)
  const today = store?.businessDate
  const period = props.period ?? (today === undefined ? null : periodAround('day', today))
  const server = useServerReport()
  const choose = (next: Period): void => {
    server.leave()
    const isPlain = next.kind === 'day' && next.shiftId === undefined
    props.onPeriod(isPlain && next.from === today ? null : next)
  }
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <div className={classes.titles}>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.date}>{period === null ? ' ' : rangeWords(period, locale)}</p>
        </div>
        {period !== null && today !== undefined && (
          <PeriodBar period={period} today={today} onChange={choose} />
        )}
      </header>
      {period === null || today === undefined ? (
        <ReportSkeleton />
      ) : (
        <PeriodReport {...props} period={period} today={today} server={server} onChoose={choose} />
      )}
    </div>
  )
}

interface PeriodProps extends Pick<Props, 'onOpenOrder'> {
  readonly period: Period
  readonly today: BusinessDate
  readonly server: ServerReport
  readonly onChoose: (period: Period) => void
}

function PeriodReport(props: PeriodProps): ReactNode {
  const { period, today, server, onChoose, onOpenOrder } = props
  const { t } = useTranslation(['reports', 'common'])
  const { locale } = useFormat()
  const compared = likeBefore(period, today)
  const own = useRangeReport(period)
  // Only once the first is there: nobody waits for what it is compared with.
  const before = useRangeReport(compared, own.view !== null && period.shiftId === undefined)
  const [opened, setOpened] = useState<OpenedRow | null>(null)
  const range = rangeOf(period)
  const fromServer = server.view !== null && isSame(server.view, range)
  const view = fromServer ? server.view : own.view
  // No two drawers are open for the same hours.
  const isLike = period.shiftId === undefined && before.view !== null && isSame(before.view, compared)
  const beforeView = isLike ? before.view : null
  const isOld = view !== null && !isSame(view, range)
  if (own.crashed) {
    return (
      <ErrorState title={t('common:failed')} text={t('common:failedRemedy')}>
        <Button onClick={own.again}>{t('common:retry')}</Button>
      </ErrorState>
    )
  }
  // Days that are not here yet may be on the server.
  const isElsewhere = own.failure?.code === 'history_coming'
  if (own.failure !== null && !isElsewhere) return <AnswerRefused failure={own.failure} />
  const progress = server.progress ?? own.progress
  const isShort = own.view !== null && (own.view.knownFrom ?? today) > period.from
  const lacks = !fromServer && (isElsewhere || isShort)
  return (
    <>
      {progress !== null && <Progress {...progress} />}
      {lacks && !isOld && (
        <ServerDays
          knownFrom={own.view?.knownFrom ?? null}
          busy={server.busy}
          failure={server.failure}
          onAsk={() => server.ask(range)}
        />
      )}
      {view === null && progress === null && !isElsewhere && <ReportSkeleton />}
      {view !== null && (
        <div className={classes.report} aria-busy={isOld} data-old={isOld || undefined}>
          <WaitingNote />
          <ShiftChoice view={view} onChoose={(shiftId) => onChoose(inShift(period, shiftId))} />
          <RangeFigures
            key={`${view.from} ${view.to} ${view.shiftId ?? ''}`}
            view={view}
            before={
              beforeView === null ? null : { report: beforeView.report, name: rangeWords(compared, locale) }
            }
            onOpen={setOpened}
            onDay={(date) => onChoose(periodAround(date.length === 7 ? 'month' : 'day', fullDate(date)))}
          />
          {period.kind === 'day' && period.shiftId === undefined && !fromServer && (
            <DayOrders date={period.from} />
          )}
        </div>
      )}
      <DrillDialog
        range={range}
        fromServer={fromServer}
        opened={opened}
        onClose={() => setOpened(null)}
        onOpenOrder={onOpenOrder}
      />
    </>
  )
}

function rangeOf({ from, to, shiftId }: Period): ReportRange {
  return shiftId === undefined ? { from, to } : { from, to, shiftId }
}

function inShift({ from }: Period, shiftId: string | null): Period {
  const day = periodAround('day', from)
  return shiftId === null ? day : { ...day, shiftId }
}

function isSame(a: ReportRange, b: ReportRange): boolean {
  return a.from === b.from && a.to === b.to && a.shiftId === b.shiftId
}

/** A month has no day of its own: its first will do. */
function fullDate(date: string): BusinessDate {
  return date.length === 7 ? `${date}-01` : date
}
