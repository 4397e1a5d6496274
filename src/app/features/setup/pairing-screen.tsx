import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingState } from '#app/ui/states.tsx'
import { PairingForm } from './pairing-form.tsx'
import classes from './setup.module.css'
import { codeFromAddress, usePairing } from './use-pairing.ts'

// Once in a restaurant's life: no till starts slower for it.
const SetupWizard = lazy(async () => ({ default: (await import('./setup-wizard.tsx')).SetupWizard }))

/**
 * A new device joins a restaurant. A scanned QR code brings the code in the address, and a demo takes devices
 * without one: both are tried before anybody is asked anything.
 */
export function PairingScreen(): ReactNode {
  const { t } = useTranslation('setup')
  const { state, failure, pair } = usePairing()
  const tried = useRef(false)
  const [hasCode, setHasCode] = useState(false)

  useEffect(() => {
    if (tried.current) return
    tried.current = true
    void pair(codeFromAddress(location.hash), t('pair.defaultName'))
  }, [pair, t])

  if (state === 'first try') {
    return (
      <main className={classes.full}>
        <LoadingState text={t('pair.trying')} />
      </main>
    )
  }
  if (failure?.code === 'setup_first' && !hasCode) {
    return (
      <main className={`${classes.page} ${classes.full}`}>
        <Suspense fallback={<LoadingState text={t('pair.trying')} />}>
          <SetupWizard onPairing={() => setHasCode(true)} />
        </Suspense>
      </main>
    )
  }
  return (
    <main className={`${classes.page} ${classes.full}`}>
      <PairingForm busy={state === 'trying'} failure={failure} onPair={pair} />
    </main>
  )
}
