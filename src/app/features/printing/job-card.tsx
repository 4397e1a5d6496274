import { IconAlertTriangle, IconClock, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { useAge } from '#app/ui/use-age.ts'
import type { PrintJobView, PrintQueueView } from '#device/messages/print-views.ts'
import { printing } from '#i18n/en/printing.ts'
import { GiveUpDialog } from './give-up-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import classes from './printing.module.css'
import { isTrouble } from './trouble.ts'
import { useJobWords } from './use-job-words.ts'
import { useSettle } from './use-settle.tsx'

interface Props {
  readonly job: PrintJobView
  readonly printers: PrintQueueView['printers']
  readonly now: number
  readonly onOpenOrder: (orderId: string) => void
}

/** One job: how it stands, why, and what a person can do. */
export function JobCard({ job, printers, now, onOpenOrder }: Props): ReactNode {
  const { t } = useTranslation(['printing', 'common'])
  const age = useAge()
  const { state, reason } = useJobWords()(job)
  const bad = isTrouble(job)
  const Icon = bad ? IconAlertTriangle : IconClock
  const tries = job.attempts > 1 ? t('tries', { count: job.attempts }) : ''
  return (
    <li className={classes.job} data-bad={bad} aria-label={job.title}>
      <div className={classes.head}>
        <h2 className={classes.name}>{job.title}</h2>
        <span className={classes.age}>{t('age', { age: age(now - job.askedAt) })}</span>
      </div>
      <p className={classes.state}>
        <Icon size={22} stroke={1.75} aria-hidden />
        <span>
          <strong>{state}</strong>
          <span className={classes.reason}>{[reason, tries].filter(Boolean).join(' ')}</span>
        </span>
      </p>
      <div className={classes.chips}>
        <Chip>{t(isKind(job.kind) ? `kind.${job.kind}` : 'kind.receipt')}</Chip>
        {job.copy > 0 && <Chip tone="busy">{t('copy', { n: job.copy })}</Chip>}
      </div>
      {job.state !== 'sending' && <JobActions job={job} printers={printers} onOpenOrder={onOpenOrder} />}
    </li>
  )
}

function isKind(kind: string): kind is keyof typeof printing.kind {
  return Object.hasOwn(printing.kind, kind)
}

function JobActions({ job, printers, onOpenOrder }: Omit<Props, 'now'>): ReactNode {
  const { t } = useTranslation('printing')
  const [asking, setAsking] = useState<'move' | 'give_up' | null>(null)
  const { busy, note, settle } = useSettle(job.id)
  // A copy of a receipt counts on its order: there it is asked for.
  const isCounted = job.kind === 'receipt' && (job.state === 'unknown' || job.state === 'holding')
  const left = job.state === 'unknown' || job.state === 'holding'
  return (
    <>
      {note}
      <div className={classes.actions}>
        {isCounted ? (
          <Button onClick={() => onOpenOrder(job.orderId)}>{t('toOrder')}</Button>
        ) : (
          <>
            <Button
              variant="primary"
              icon={<IconPrinter size={20} aria-hidden />}
              disabled={busy}
              onClick={() => void settle({ what: 'print', printerId: null, why: '' })}
            >
              {t(left ? 'printCopy' : 'print')}
            </Button>
            <Button onClick={() => setAsking('move')}>{t('move')}</Button>
          </>
        )}
        {left && (
          <Button
            disabled={busy}
            onClick={() => void settle({ what: 'give_up', printerId: null, why: t('onPaper') })}
          >
            {t('onPaper')}
          </Button>
        )}
        <Button variant="quiet" onClick={() => setAsking('give_up')}>
          {t('giveUp')}
        </Button>
      </div>
      <MoveDialog job={job} printers={printers} opened={asking === 'move'} onClose={() => setAsking(null)} />
      <GiveUpDialog job={job} opened={asking === 'give_up'} onClose={() => setAsking(null)} />
    </>
  )
}
