import { Popover } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useStatus } from '#app/data/use-status.ts'
import { useNow } from '#app/ui/use-now.ts'
import { SafetyPlaces } from './safety-places.tsx'
import { SafetySign } from './safety-sign.tsx'
import classes from './safety.module.css'

const AGE_STEP_MS = 10_000

/** One calm sign, always there, never in the way: how safe is what was done here? The rest is a tap away. */
export function Safety(): ReactNode {
  const { t } = useTranslation('common')
  const status = useStatus()
  const { state: session } = useSession()
  const [opened, setOpened] = useState(false)
  const now = useNow(AGE_STEP_MS)
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
        <SafetySign status={status} onClick={() => setOpened((now) => !now)} />
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
