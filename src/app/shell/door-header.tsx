import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { useStatus } from '#app/data/use-status.ts'
import classes from './header.module.css'
import { Mark } from './mark.tsx'
import { SafetySign } from './safety-sign.tsx'

/** While nobody is logged in: whose restaurant, and where the data is safe. Until `safety` is there, its sign alone. */
export function DoorHeader({ safety }: { readonly safety: ReactNode }): ReactNode {
  const { t } = useTranslation('common')
  const { data: store } = useAsk('store', null)
  const status = useStatus()
  const name = store?.name ?? t('appName')
  return (
    <header className={classes.header}>
      <span className={classes.store} role="img" aria-label={name}>
        <Mark size={28} />
        <span className={classes.storeName}>{name}</span>
      </span>
      <span className={classes.space} />
      {safety ?? <SafetySign status={status} />}
    </header>
  )
}
