import { IconLock } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { OfficeScreen } from '#app/features/backoffice/office-screen.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { mayOpenOffice } from '#domain/staff/office-rights.ts'

/** The device refuses records to who may not edit them; the page says so before asking. */
export function OfficePage(): ReactNode {
  const { t } = useTranslation('common')
  const { person } = useSession()
  const { section } = useParams({ from: '/office/{-$section}' })
  const navigate = useNavigate()
  if (person !== null && mayOpenOffice(person.rights))
    return (
      <OfficeScreen
        rights={person.rights}
        section={section}
        onSection={(chosen) =>
          void navigate({ to: '/office/{-$section}', params: { section: chosen }, replace: true })
        }
      />
    )
  return (
    <EmptyState
      icon={<IconLock size={36} stroke={1.5} />}
      title={t('notForYou')}
      text={t('notForYouRemedy')}
    />
  )
}
