import { useCallback, useState } from 'react'
import { useAct } from '#app/data/use-act.ts'
import type { Failure } from '#device/messages.ts'

interface Pairing {
  readonly state: 'first try' | 'asking' | 'trying'
  readonly failure: Failure | null
  pair(code: string | null, name: string): Promise<void>
}

/** When it works there is nothing to say: the device's status changes and the login screen comes. */
export function usePairing(): Pairing {
  const act = useAct()
  const [state, setState] = useState<Pairing['state']>('first try')
  const [failure, setFailure] = useState<Failure | null>(null)
  const pair = useCallback(
    async (code: string | null, name: string) => {
      setState((old) => (old === 'first try' ? old : 'trying'))
      const result = await act('pair', { code, name, again: false }).catch(() => null)
      if (result?.ok === true) {
        forgetCode()
        return
      }
      setFailure(result === null ? { code: 'device_failed' } : result.error)
      setState('asking')
    },
    [act],
  )
  return { state, failure, pair }
}

/** `#pair=CODE`: after the hash, so that the code never gets into a server's log. */
export function codeFromAddress(hash: string): string | null {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('pair')
  return code === null || code.trim() === '' ? null : code.trim()
}

/** A code works once; it has no place in the address of a working till. */
function forgetCode(): void {
  if (codeFromAddress(location.hash) !== null) history.replaceState(history.state, '', location.pathname)
}
