import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '#app/data/session-context.ts'
import { useStatus } from '#app/data/use-status.ts'
import { DevicesScreen } from '#app/features/devices/devices-screen.tsx'
import { useNow } from '#app/ui/use-now.ts'
import { SafetyPlaces } from './safety-places.tsx'
import classes from './safety.module.css'

const AGE_STEP_MS = 10_000

/** What the mark in the header stands for, at length: this device's places, then every device. */
export function DevicesPage(): ReactNode {
  const { person } = useSession()
  const { section } = useParams({ from: '/devices/{-$section}' })
  const navigate = useNavigate()
  const status = useStatus()
  const now = useNow(AGE_STEP_MS)
  if (person === null) return null
  return (
    <DevicesScreen
      rights={person.rights}
      section={section}
      onSection={(chosen) =>
        void navigate({ to: '/devices/{-$section}', params: { section: chosen }, replace: true })
      }
      places={
        <div className={classes.whole}>
          <SafetyPlaces status={status} now={now} />
        </div>
      }
    />
  )
}
