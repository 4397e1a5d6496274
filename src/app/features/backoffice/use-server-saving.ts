import { useCallback, useState } from 'react'
import { useServer } from '#app/data/use-server.ts'
import type { Failure } from '#device/messages.ts'
import type { ServerAskName, ServerAsks } from '#device/messages/office-views.ts'

interface ServerSaving {
  readonly busy: boolean
  /** Why the last try was refused. */
  readonly failure: Failure | null
  /** True when the server did it. */
  run<A extends ServerAskName>(name: A, params: ServerAsks[A]['params']): Promise<boolean>
}

/** One thing after another that the server does for a form. */
export function useServerSaving(): ServerSaving {
  const server = useServer()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = useCallback<ServerSaving['run']>(
    async (name, params) => {
      setBusy(true)
      const result = await server(name, params)
      setBusy(false)
      // Whoever left the PIN knows that nothing happened.
      const isTold = result.ok || result.error.code === 'server_pin_withheld'
      setFailure(isTold ? null : result.error)
      return result.ok
    },
    [server],
  )
  return { busy, failure, run }
}
