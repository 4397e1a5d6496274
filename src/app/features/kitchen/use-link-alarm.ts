import { useEffect, useState } from 'react'
import type { DeviceStatus } from '#device/messages.ts'
import { ALARM_AFTER_MS, linkAlarm, type LinkAlarm } from './link-alarm.ts'

/** Whether people must be told that this screen may not show every order. */
export function useLinkAlarm(link: DeviceStatus['link']): LinkAlarm {
  const [alarm, setAlarm] = useState<LinkAlarm>({ kind: 'none' })
  useEffect(() => {
    const since = Date.now()
    setAlarm(linkAlarm(link, since, since))
    const timer = setTimeout(() => setAlarm(linkAlarm(link, since, since + ALARM_AFTER_MS)), ALARM_AFTER_MS)
    return () => clearTimeout(timer)
  }, [link])
  return alarm
}
