import { useCallback, useState } from 'react'
import type { Failure } from '#device/messages.ts'
import type { ServerAskName, ServerAsks } from '#device/messages/office-views.ts'
import { useServer } from './use-server.ts'

interface AtServer {
  readonly busy: boolean
  /** Why the last try was refused. */
  readonly failure: Failure | null
  /** What the server answered; null: it did not do it. */
  run<A extends ServerAskName>(
    name: A,
    params: ServerAsks[A]['params'],
  ): Promise<{ readonly value: ServerAsks[A]['result'] } | null>
}

/** One thing after another that the server does for a part of a screen. */
export function useAtServer(): AtServer {
  const server = useServer()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = useCallback<AtServer['run']>(
    async (name, params) => {
      setBusy(true)
      const result = await server(name, params)
      setBusy(false)
      // Whoever left the PIN knows that nothing happened.
      const isTold = result.ok || result.error.code === 'server_pin_withheld'
      setFailure(isTold ? null : result.error)
      return result.ok ? { value: result.value } : null
    },
    [server],
  )
  return { busy, failure, run }
}
