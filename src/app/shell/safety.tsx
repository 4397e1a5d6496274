import { Popover } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconCircleCheck, IconClockUp, IconWifiOff } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useStatus } from '#app/data/use-status.ts'
import { useAge } from '#app/ui/use-age.ts'
import { useNow } from '#app/ui/use-now.ts'
import { SafetyPlaces } from './safety-places.tsx'
import { safetyState } from './safety-state.ts'
import classes from './safety.module.css'

const AGE_STEP_MS = 10_000

/** One calm sign, always there, never in the way: how safe is what was done here? The rest is a tap away. */
export function Safety(): ReactNode {
  const { t } = useTranslation('common')
  const status = useStatus()
  const { state: session } = useSession()
  const [opened, setOpened] = useState(false)
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
    <Popover
      position="bottom-end"
      width="min(390px, calc(100vw - 20px))"
      trapFocus
      returnFocus
      withArrow
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.pill}
          onClick={() => setOpened((now) => !now)}
          data-kind={state.kind}
          data-link={status.link}
          aria-label={t('safety.label', { state: spoken })}
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
      </Popover.Target>
      <Popover.Dropdown className={classes.popover}>
        <h2 className={classes.title}>{t('safety.title')}</h2>
        <SafetyPlaces status={status} now={now} />
        {session === 'in' && (
          <Link to="/devices/{-$section}" className={classes.more} onClick={() => setOpened(false)}>
            {t('safety.devices')}
          </Link>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
