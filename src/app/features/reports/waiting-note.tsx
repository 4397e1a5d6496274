import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '#app/data/use-status.ts'
import { Note } from '#app/ui/note.tsx'
import { useNow } from '#app/ui/use-now.ts'

/** Every change waits for an instant; a note that came and went with each would only disturb. */
const NOTICED_AFTER_MS = 5_000

/** Says that reports elsewhere differ, while they do. The device's status is newer than any report. */
export function WaitingNote(): ReactNode {
  const { t } = useTranslation('reports')
  const { store } = useStatus()
  const now = useNow(NOTICED_AFTER_MS)
  if (store.state !== 'waiting' || store.waiting === 0) return null
  if (store.oldestAt !== null && now - store.oldestAt < NOTICED_AFTER_MS) return null
  return <Note tone="busy" title={t('waiting', { count: store.waiting })} text={t('waitingText')} />
}
