import { useCallback, useContext } from 'react'
import type { Failure } from '#device/messages.ts'
import type { ServerAsk, ServerAskName, ServerAsks } from '#device/messages/office-views.ts'
import { err, type Result } from '#domain/result.ts'
import { ServerPinContext } from './server-pin-context.ts'
import { useSession } from './session-context.ts'
import { useAct } from './use-act.ts'

type AskServer = <A extends ServerAskName>(
  name: A,
  params: ServerAsks[A]['params'],
) => Promise<Result<ServerAsks[A]['result'], Failure>>

/**
 * Has the store's server do what only it does. The first time it wants the PIN of whoever asks: that is asked for on
 * the spot, whatever the screen. Never rejects.
 */
export function useServer(): AskServer {
  const act = useAct()
  const askPin = useContext(ServerPinContext)
  const { token, forget } = useSession()
  return useCallback(
    async (name, params) => {
      const ask = { name, params } as ServerAsk
      const send = async (pin: string | null): Promise<Result<unknown, Failure>> => {
        const result = await act('server', { token, pin, ask }).catch(() => err({ code: 'device_failed' }))
        if (!result.ok && result.error.code === 'session_ended') forget()
        return result
      }
      const first = await send(null)
      const wantsPin = !first.ok && first.error.code === 'server_pin_needed'
      return (wantsPin && askPin !== null ? await askPin(send) : first) as Result<never, Failure>
    },
    [act, askPin, token, forget],
  )
}
