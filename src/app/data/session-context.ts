import { createContext, useContext } from 'react'
import type { Failure, SessionView } from '#device/messages.ts'
import type { Result } from '#domain/result.ts'

export interface Session {
  /** checking: a reloaded page asks whether its session still holds. */
  readonly state: 'checking' | 'out' | 'in'
  /** Empty unless state is "in". */
  readonly token: string
  readonly person: SessionView | null
  login(userId: string, pin: string): Promise<Result<null, Failure>>
  /** Ends the session on the device and goes back to the people. */
  logout(): void
  /** The device says that the session has ended: forget it here. */
  forget(): void
}

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('assertion failed: useSession outside DataProvider')
  return session
}
