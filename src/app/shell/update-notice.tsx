import { IconRefresh } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegisterSW } from 'virtual:pwa-register/react'
import { Button } from '#app/ui/button.tsx'
import classes from './update-notice.module.css'

export interface UpdateNoticeProps {
  readonly mayReload: boolean
}

/**
 * A new version waits until nobody is in the middle of something: it comes in by itself on the login screen, or
 * when a person says so. Never in the middle of an order.
 */
export function UpdateNotice({ mayReload }: UpdateNoticeProps): ReactNode {
  const { t } = useTranslation('common')
  const {
    needRefresh: [ready],
    updateServiceWorker,
  } = useRegisterSW()
  useEffect(() => {
    if (ready && mayReload) void updateServiceWorker(true)
  }, [ready, mayReload, updateServiceWorker])
  if (!ready || mayReload) return null
  return (
    <div className={classes.bar} role="status">
      <span>
        <strong>{t('update.title')}</strong> <span className={classes.more}>{t('update.text')}</span>
      </span>
      <Button icon={<IconRefresh size={20} aria-hidden />} onClick={() => void updateServiceWorker(true)}>
        {t('update.apply')}
      </Button>
    </div>
  )
}
