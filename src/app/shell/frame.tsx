import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useDeviceState } from '#app/data/use-status.ts'
import { FailedScreen } from '#app/features/setup/failed-screen.tsx'
import { LoginScreen } from '#app/features/setup/login-screen.tsx'
import { StartingScreen } from '#app/features/setup/starting-screen.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import classes from './frame.module.css'
import { Header } from './header.tsx'
import { ReadyNotices } from './ready-notices.tsx'
import { UpdateNotice } from './update-notice.tsx'
import { useInstallable } from './use-installable.ts'

// Seen once in a device's life.
const PairingScreen = lazy(async () => ({
  default: (await import('#app/features/setup/pairing-screen.tsx')).PairingScreen,
}))

/** What every page stands in: first a device that works and a person who may, then header and screen. */
export function Frame(): ReactNode {
  const status = useDeviceState()
  const session = useSession()
  const { t } = useTranslation('common')
  useInstallable(useRouterState({ select: ({ location }) => location.pathname.startsWith('/kitchen') }))

  if (status.state === 'failed') return <FailedScreen problem={status.problem} />
  if (status.state === 'starting') return <StartingScreen />
  if (status.state === 'unpaired') {
    return (
      <Suspense fallback={<StartingScreen />}>
        <PairingScreen />
      </Suspense>
    )
  }
  return (
    <div className={classes.frame}>
      <Header />
      <main className={classes.main}>
        {session.state === 'in' && <Outlet />}
        {session.state === 'out' && <LoginScreen />}
        {session.state === 'checking' && <LoadingState text={t('loading')} />}
      </main>
      <ReadyNotices />
      <UpdateNotice mayReload={session.state === 'out'} />
    </div>
  )
}
