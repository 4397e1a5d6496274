import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { Note } from '#app/ui/note.tsx'
import { EmptyState, LoadingState } from '#app/ui/states.tsx'
import { useNow } from '#app/ui/use-now.ts'
import { JobCard } from './job-card.tsx'
import { OwnPrinterPanel } from './own-printer-panel.tsx'
import { PrinterList } from './printer-list.tsx'
import classes from './printing.module.css'

const AGE_STEP_MS = 10_000

interface Props {
  readonly onOpenOrder: (orderId: string) => void
}

/** What is not on paper, why, and what can be done about it. */
export function PrintingScreen({ onOpenOrder }: Props): ReactNode {
  const { t } = useTranslation(['printing', 'common'])
  const { data: queue } = useAsk('printing', null)
  const now = useNow(AGE_STEP_MS)
  if (queue === undefined) return <LoadingState text={t('common:loading')} />
  const isEmpty = queue.jobs.length === 0
  return (
    <div className={classes.screen}>
      <header>
        <h1 className={classes.title}>{t('title')}</h1>
        <p className={classes.soft}>{t('text')}</p>
      </header>
      {!queue.isKnown && <Note tone="busy" title={t('unknown')} text={t('unknownText')} />}
      {isEmpty && queue.isKnown && (
        <EmptyState icon={<IconPrinter size={36} stroke={1.5} />} title={t('empty')} text={t('emptyText')} />
      )}
      {!isEmpty && (
        <ul className={classes.jobs}>
          {queue.jobs.map((job) => (
            <JobCard key={job.id} job={job} printers={queue.printers} now={now} onOpenOrder={onOpenOrder} />
          ))}
        </ul>
      )}
      <PrinterList printers={queue.printers} />
      <OwnPrinterPanel record={queue.printers.find(({ here }) => here) ?? null} />
    </div>
  )
}
