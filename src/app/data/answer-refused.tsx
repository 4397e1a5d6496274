import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useSession } from '#app/data/session-context.ts'
import { ErrorState } from '#app/ui/states.tsx'
import type { Failure } from '#device/messages.ts'

/** The device gave no answer, and why: not for this role, or the session has ended. */
export function AnswerRefused({ failure }: { readonly failure: Failure }): ReactNode {
  const { message, remedy } = useFailureWords()(failure)
  const { forget } = useSession()
  const ended = failure.code === 'session_ended'
  useEffect(() => {
    if (ended) forget()
  }, [ended, forget])
  const Icon = failure.code === 'not_allowed' ? IconLock : IconAlertTriangle
  return <ErrorState icon={<Icon aria-hidden size={48} stroke={1.4} />} title={message} text={remedy} />
}
