import { IconCircleCheck, IconClockUp, IconWifiOff } from '@tabler/icons-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAge } from '#app/ui/use-age.ts'
import { useNow } from '#app/ui/use-now.ts'
import type { DeviceStatus } from '#device/messages.ts'
import { safetyState } from './safety-state.ts'
import classes from './safety.module.css'

const AGE_STEP_MS = 10_000

interface Props extends ComponentProps<'button'> {
  readonly status: DeviceStatus
}

/** How safe is what was done here, in a word, and for how long something has been waiting. */
export function SafetySign({ status, className, ...button }: Props): ReactNode {
  const { t } = useTranslation('common')
  const now = useNow(AGE_STEP_MS)
  const age = useAge()
  const state = safetyState(status)
  const offline = status.link === 'offline' && status.store.state !== 'none'
  const words =
    state.kind === 'safe' ? t(`safety.${state.place}`) : t('safety.waiting', { count: state.waiting })
  const since = state.kind === 'waiting' && state.oldestAt !== null ? age(now - state.oldestAt) : null
  const spoken = [words, since, offline ? t('safety.offline') : null].filter((one) => one !== null).join(', ')
  const Icon = state.kind === 'safe' ? IconCircleCheck : IconClockUp
  return (
    <button
      type="button"
      // What it is the target of adds a class of its own.
      className={className === undefined ? classes.pill : `${classes.pill} ${className}`}
      data-kind={state.kind}
      data-link={status.link}
      aria-label={t('safety.label', { state: spoken })}
      {...button}
    >
      <Icon size={21} stroke={1.75} aria-hidden />
      <span>
        {words}
        {since !== null && <span className={classes.age}> · {since}</span>}
      </span>
      {offline && (
        <span className={classes.offline}>
          <IconWifiOff size={19} stroke={1.75} aria-hidden />
          <span className={classes.offlineWord}>{t('safety.offline')}</span>
        </span>
      )}
    </button>
  )
}
