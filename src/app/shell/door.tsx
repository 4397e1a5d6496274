import { lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useDeviceState } from '#app/data/use-status.ts'
import { FailedScreen } from '#app/features/setup/failed-screen.tsx'
import { LoginScreen } from '#app/features/setup/login-screen.tsx'
import { StartingScreen } from '#app/features/setup/starting-screen.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import { DoorHeader } from './door-header.tsx'
import classes from './frame.module.css'
import type { Rest } from './rest.tsx'
import { useInstallable } from './use-installable.ts'
import { useRest } from './use-rest.ts'

// Seen once in a device's life.
const PairingScreen = lazy(async () => ({
  default: (await import('#app/features/setup/pairing-screen.tsx')).PairingScreen,
}))

/** `loadRest`: the same for as long as the page lives. */
export function Door({ loadRest }: { readonly loadRest: () => Promise<Rest> }): ReactNode {
  const status = useDeviceState()
  const session = useSession()
  const { t } = useTranslation('common')
  // A page that is loaded again in the middle of the work goes straight on.
  const { rest, failed } = useRest(loadRest, status.state !== 'starting' || session.state !== 'out')
  useInstallable(location.pathname.startsWith('/kitchen'))

  if (status.state === 'failed') return <FailedScreen problem={status.problem} />
  if (failed) return <FailedScreen problem="program_incomplete" />
  if (status.state === 'starting') return <StartingScreen />
  if (status.state === 'unpaired') {
    // With the rest: a till whose server dies a second after it was paired can sell.
    if (rest === null) return <StartingScreen />
    return (
      <Suspense fallback={<StartingScreen />}>
        <PairingScreen />
      </Suspense>
    )
  }
  return (
    <div className={classes.frame}>
      {session.state === 'in' && rest !== null ? (
        rest.inside
      ) : (
        <>
          <DoorHeader safety={rest?.safety} />
          <main className={classes.main}>
            {session.state === 'out' ? <LoginScreen /> : <LoadingState text={t('loading')} />}
          </main>
        </>
      )}
      {rest !== null && <rest.UpdateNotice mayReload={session.state === 'out'} />}
    </div>
  )
}
