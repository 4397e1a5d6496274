import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { ReportsScreen } from '#app/features/reports/reports-screen.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { may } from '#domain/staff/rights.ts'

/** The device refuses figures to who may not see them; the page says so before asking. */
export function ReportsPage(): ReactNode {
  const { t } = useTranslation('common')
  const { person } = useSession()
  if (person !== null && may(person.rights, 'read_reports')) return <ReportsScreen />
  return (
    <EmptyState
      icon={<IconLock size={36} stroke={1.5} />}
      title={t('notForYou')}
      text={t('notForYouRemedy')}
    />
  )
}
