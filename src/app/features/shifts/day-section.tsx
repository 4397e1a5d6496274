import { IconLock } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import { useFormat } from '#app/data/use-format.ts'
import { EmptyState } from '#app/ui/states.tsx'
import type { DayCloseView } from '#device/messages/shift-views.ts'
import { CloseDay } from './close-day.tsx'
import { DayChecks } from './day-checks.tsx'
import { DateSteps } from './date-steps.tsx'
import { FigureSheet } from './figure-sheet.tsx'
import { PrintDay } from './print-day.tsx'
import classes from './shifts.module.css'
import { useAsked } from './use-asked.tsx'
import { WriteAddendum } from './write-addendum.tsx'
import { ZSheet } from './z-sheet.tsx'

interface Props {
  readonly onOpenOrder: (orderId: string) => void
  readonly onSection: (section: 'drawer') => void
}

/** A business day: what is left to settle, its X, and once it is closed its Z. */
export function DaySection({ onOpenOrder, onSection }: Props): ReactNode {
  const { token } = useSession()
  /** Null follows the current business day past its cut-over. */
  const [date, setDate] = useState<string | null>(null)
  const { data: store } = useAsk('store', null)
  const { view, instead } = useAsked('dayClose', { token, date })
  const today = store?.businessDate
  return (
    <>
      {today !== undefined && (
        <DateSteps
          date={date ?? today}
          today={today}
          onChange={(chosen) => setDate(chosen === today ? null : chosen)}
        />
      )}
      {view === null ? (
        instead
      ) : (
        <DayOf key={view.businessDate} view={view} onOpenOrder={onOpenOrder} onSection={onSection} />
      )}
    </>
  )
}

function DayOf({ view, onOpenOrder, onSection }: Props & { readonly view: DayCloseView }): ReactNode {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {!view.closed && <DayChecks checks={view.checks} onOpenOrder={onOpenOrder} onSection={onSection} />}
        {!view.closed && <CloseDay view={view} />}
        {view.closed && <ZSheet view={view} />}
      </div>
      <div className={classes.column}>
        <Figures view={view} />
      </div>
    </div>
  )
}

/** The X while the day is open; afterwards what came late, and what the day came to. */
function Figures({ view }: { readonly view: DayCloseView }): ReactNode {
  const { t } = useTranslation('shifts')
  const { time } = useFormat()
  if (view.x === null) {
    return (
      <EmptyState
        icon={<IconLock size={36} stroke={1.5} aria-hidden />}
        title={t('day.noRight')}
        text={t('day.noRightText')}
      />
    )
  }
  if (!view.closed) {
    return (
      <>
        <FigureSheet title={t('day.x')} text={t('day.xText')} figures={view.x} />
        <PrintDay businessDate={view.businessDate} closed={false} />
      </>
    )
  }
  return (
    <>
      {view.late !== null && (
        <>
          <FigureSheet title={t('day.late')} text={t('day.lateText')} figures={view.late} />
          <WriteAddendum businessDate={view.businessDate} />
        </>
      )}
      {view.addenda.map(({ number, at, by, figures }) => (
        <FigureSheet
          key={number}
          title={t('day.addendum', { number })}
          text={t('day.zText', { time: time(at), name: by })}
          figures={figures}
        />
      ))}
    </>
  )
}
