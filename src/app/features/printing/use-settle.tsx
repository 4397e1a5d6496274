import { useState, type ReactNode } from 'react'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useSession } from '#app/data/session-context.ts'
import { useAct } from '#app/data/use-act.ts'
import { Note } from '#app/ui/note.tsx'
import type { SettlePrint } from '#device/messages/print-views.ts'
import type { Failure } from '#device/messages.ts'

export interface Settling {
  readonly busy: boolean
  /** Why it did not work, in plain words. */
  readonly note: ReactNode
  /** True once the server did it. */
  settle(what: Omit<SettlePrint, 'token' | 'jobId'>): Promise<boolean>
}

/** Does something about one job of the queue. */
export function useSettle(jobId: string): Settling {
  const act = useAct()
  const wordsOf = useFailureWords()
  const { token } = useSession()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const words = failure === null ? null : wordsOf(failure)
  return {
    busy,
    note: words === null ? null : <Note tone="bad" title={words.message} text={words.remedy} />,
    async settle(what) {
      setBusy(true)
      const done = await act('settlePrint', { token, jobId, ...what })
      setBusy(false)
      setFailure(done.ok ? null : done.error)
      return done.ok
    },
  }
}
