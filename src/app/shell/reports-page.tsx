import { IconLock } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import type { TryPin } from '#app/data/use-pin.ts'
import { periodIn } from '#app/features/reports/period-address.ts'
import { ReportsScreen } from '#app/features/reports/reports-screen.tsx'
import { PinPad } from '#app/features/setup/pin-pad.tsx'
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
  const { t } = useTranslation(['common', 'reports'])
  const { person } = useSession()
  const navigate = useNavigate()
  const period = periodIn(useSearch({ strict: false }))
  const renderPin = useCallback(
    (tryPin: TryPin, onCancel: () => void) =>
      person === null ? null : (
        <PinPad
          person={person}
          tryPin={tryPin}
          submitLabel={t('reports:server.ask')}
          otherLabel={t('common:cancel')}
          onOther={onCancel}
        />
      ),
    [person, t],
  )
  return (
    <ReportsScreen
      period={period}
      onPeriod={(next) =>
        void navigate({
          to: '/reports',
          search: next === null ? {} : { kind: next.kind, from: next.from, to: next.to },
        })
      }
      renderPin={renderPin}
      onOpenOrder={(orderId) => void navigate({ to: '/orders/$orderId', params: { orderId } })}
    />
  )
}
