import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingState } from '#app/ui/states.tsx'
import classes from './setup.module.css'

const SLOW_MS = 6000

/** The database is opening: well under a second, unless another tab holds it. */
export function StartingScreen(): ReactNode {
  const { t } = useTranslation('setup')
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={classes.full}>
      <LoadingState text={slow ? t('startingSlow') : t('starting')} />
    </div>
  )
}
