import { IconLock } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { addressFor, periodIn } from '#app/features/reports/period-address.ts'
import { ReportsScreen } from '#app/features/reports/reports-screen.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { may } from '#domain/staff/rights.ts'

/** The device refuses figures to who may not see them; the page says so before asking. */
export function ReportsPage(): ReactNode {
  const { t } = useTranslation('common')
  const { person } = useSession()
  if (person !== null && may(person.rights, 'read_reports')) return <Reports />
  return (
    <EmptyState
      icon={<IconLock size={36} stroke={1.5} />}
      title={t('notForYou')}
      text={t('notForYouRemedy')}
    />
  )
}

/** The dates are in the address, so that the browser's way back works. */
function Reports(): ReactNode {
  const navigate = useNavigate()
  const period = periodIn(useSearch({ strict: false }))
  return (
    <ReportsScreen
      period={period}
      onPeriod={(next) =>
        void navigate({
          to: '/reports',
          search: next === null ? {} : addressFor(next),
        })
      }
      onOpenOrder={(orderId) => void navigate({ to: '/history/{-$orderId}', params: { orderId } })}
    />
  )
}
