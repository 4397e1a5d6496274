import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingState } from '#app/ui/states.tsx'
import { PairingForm } from './pairing-form.tsx'
import classes from './setup.module.css'
import { codeFromAddress, usePairing } from './use-pairing.ts'

/**
 * A new device joins a restaurant. A scanned QR code brings the code in the address, and a demo takes devices
 * without one: both are tried before anybody is asked anything.
 */
export function PairingScreen(): ReactNode {
  const { t } = useTranslation('setup')
  const { state, failure, pair } = usePairing()
  const tried = useRef(false)

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
  return (
    <main className={`${classes.page} ${classes.full}`}>
      <PairingForm busy={state === 'trying'} failure={failure} onPair={pair} />
    </main>
  )
}
