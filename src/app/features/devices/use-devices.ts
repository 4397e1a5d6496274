import { useEffect } from 'react'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import type { DevicesView } from '#device/messages/device-views.ts'

const EVERY_MS = 10_000

/** Null until they are here. Asked again now and then: that somebody went away tells nobody. */
export function useDevices(): DevicesView | null {
  const { token, forget } = useSession()
  const { data, error } = useAsk(
    'devices',
    { token },
    { enabled: token !== '', fleeting: true, everyMs: EVERY_MS },
  )
  const ended = data?.ok === false
  useEffect(() => {
    if (ended) forget()
  }, [ended, forget])
  if (error !== null) throw error
  return data?.ok === true ? data.value : null
}
