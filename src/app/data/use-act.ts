import { useCallback } from 'react'
import type { ActionName, Actions } from '#device/messages.ts'
import { useDevice } from './device-context.ts'

type Act = <A extends ActionName>(name: A, params: Actions[A]['params']) => Promise<Actions[A]['result']>

/** Has the device do something other than a command. Rejects only if the device's worker crashed. */
export function useAct(): Act {
  const device = useDevice()
  return useCallback((name, params) => device.act(name, params), [device])
}
