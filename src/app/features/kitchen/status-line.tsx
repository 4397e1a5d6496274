import { IconAlertTriangleFilled, IconCircleCheck, IconPlugConnected } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { LinkAlarm } from './link-alarm.ts'
import classes from './kitchen-screen.module.css'

interface Props {
  readonly alarm: LinkAlarm
  readonly tickets: number
  readonly portions: number
}

/**
 * Always there and always as high: the load when all is well, the alarm when orders may be missing. An alarm
 * that pushed the cards down would put another one under a finger.
 */
export function StatusLine({ alarm, tickets, portions }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const format = useFormat()
  return (
    <div className={classes.status} data-alarm={alarm.kind}>
      {alarm.kind === 'none' && (
        <p className={classes.load}>
          <span>{t('tickets', { count: tickets })}</span>
          <span>{t('portions', { count: portions })}</span>
          <span className={classes.connected}>
            <IconCircleCheck aria-hidden size="1.2em" />
            {t('connected')}
          </span>
        </p>
      )}
      <div role="status" className={classes.notice}>
        {alarm.kind === 'polling' && (
          <>
            <IconPlugConnected aria-hidden className={classes.statusIcon} />
            <span>{t('polling')}</span>
          </>
        )}
      </div>
      <div role="alert" className={classes.notice}>
        {alarm.kind === 'offline' && (
          <>
            <IconAlertTriangleFilled aria-hidden className={classes.statusIcon} />
            <span>{t('offline', { time: format.time(alarm.since) })}</span>
          </>
        )}
      </div>
    </div>
  )
}
