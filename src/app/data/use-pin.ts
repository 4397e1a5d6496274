import { useCallback, useState } from 'react'
import { useNow } from '#app/ui/use-now.ts'
import type { Failure } from '#device/messages.ts'
import type { Result } from '#domain/result.ts'
import type { ErrorWords } from '#i18n/error-words.ts'
import { useFailureWords } from './failure-words.ts'

/** What a PIN is tried on: a log-in, or a yes to what somebody else asks. */
export type TryPin = (pin: string) => Promise<Result<unknown, Failure>>

interface Trying {
  readonly busy: boolean
  readonly problem: ErrorWords | null
  /** Seconds until the next try is allowed; 0 when it is. */
  readonly lockedForS: number
  /** Whether it worked. */
  submit(pin: string): Promise<boolean>
  /** Puts a past problem away once the person goes on typing. */
  calm(): void
}

const TICK_MS = 500

export function usePin(tryPin: TryPin): Trying {
  const wordsOf = useFailureWords()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [lockedUntil, setLockedUntil] = useState(0)
  const now = useNow(TICK_MS)
  const lockedForS = Math.max(0, Math.ceil((lockedUntil - now) / 1000))
  const locked = failure?.code === 'pin_locked'

  const submit = useCallback(
    async (pin: string) => {
      setBusy(true)
      const result = await tryPin(pin).catch(() => null)
      if (result?.ok === true) return true
      const problem = result === null ? { code: 'device_failed' } : result.error
      setFailure(problem)
      setLockedUntil(problem.retryAfterS === undefined ? 0 : Date.now() + problem.retryAfterS * 1000)
      setBusy(false)
      return false
    },
    [tryPin],
  )
  const calm = useCallback(() => setFailure(null), [])
  const over = locked && lockedForS === 0
  return { busy, problem: failure === null || over ? null : wordsOf(failure), lockedForS, submit, calm }
}
