import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { Failure } from '#device/messages.ts'
import { ok, type Result } from '#domain/result.ts'
import { SessionContext, type Session } from './session-context.ts'
import { useAct } from './use-act.ts'
import { useAsk } from './use-ask.ts'

/** Session storage: a reload stays logged in, another tab or a closed one does not. */
const TOKEN_KEY = 'comanda.session'

export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [token, setToken] = useState(() => sessionStorage.getItem(TOKEN_KEY) ?? '')
  const queries = useQueryClient()
  const act = useAct()
  const { data: person, isPending } = useAsk('session', { token }, { enabled: token !== '' })

  const forget = useCallback(() => {
    sessionStorage.removeItem(TOKEN_KEY)
    setToken('')
  }, [])

  const login = useCallback(
    async (userId: string, pin: string): Promise<Result<null, Failure>> => {
      const result = await act('login', { userId, pin })
      if (!result.ok) return result
      sessionStorage.setItem(TOKEN_KEY, result.value.token)
      queries.setQueryData(['session', { token: result.value.token }], result.value.person)
      setToken(result.value.token)
      return ok(null)
    },
    [act, queries],
  )

  const logout = useCallback(() => {
    forget()
    void act('logout', { token })
  }, [act, forget, token])

  const session = useMemo<Session>(() => {
    const state = token === '' ? 'out' : isPending ? 'checking' : person ? 'in' : 'out'
    const known = state === 'in' ? { token, person: person ?? null } : { token: '', person: null }
    return { state, ...known, login, logout, forget }
  }, [token, isPending, person, login, logout, forget])

  return <SessionContext value={session}>{children}</SessionContext>
}
