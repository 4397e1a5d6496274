import { IconCloudDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useFormat } from '#app/data/use-format.ts'
import { useStatus } from '#app/data/use-status.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Failure } from '#device/messages.ts'
import { longDate } from './dates.ts'
import classes from './reports-screen.module.css'

interface Props {
  /** The first date this device knows anything of; null: none. */
  readonly knownFrom: string | null
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onAsk: () => void
}

/** Says which days this device has, and the way to the others: the server has them all. [REPORT7] */
export function ServerDays({ knownFrom, busy, failure, onAsk }: Props): ReactNode {
  const { t } = useTranslation('reports')
  const { locale } = useFormat()
  const { link } = useStatus()
  const offline = link === 'offline'
  const problem = useFailureWords()(failure ?? { code: 'device_failed' })
  const title =
    knownFrom === null ? t('server.nothing') : t('server.knownFrom', { date: longDate(knownFrom, locale) })
  return (
    <div className={classes.server}>
      {failure === null ? (
        <Note tone="info" title={title} text={t(offline ? 'server.offline' : 'server.older')} />
      ) : (
        <Note tone="bad" title={problem.message} text={problem.remedy} />
      )}
      <Button
        icon={<IconCloudDownload aria-hidden size={20} stroke={1.75} />}
        disabled={offline || busy}
        onClick={onAsk}
      >
        {t('server.ask')}
      </Button>
    </div>
  )
}
