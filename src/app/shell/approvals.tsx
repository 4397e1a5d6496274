import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { ApprovalContext, type ApprovalRequest, type AskApproval } from '#app/data/approval-context.ts'
import { useSession } from '#app/data/session-context.ts'
import type { Failure } from '#device/messages.ts'
import { err, type Result } from '#domain/result.ts'
import { ApprovalDialog } from './approval-dialog.tsx'

interface Waiting extends ApprovalRequest {
  readonly key: number
  end(result: Result<null, Failure>): void
}

const WITHHELD: Result<null, Failure> = err({ code: 'approval_withheld' })

/** Lets every command of every screen ask a manager on the spot: one question at a time, in the order they came. */
export function Approvals({ children }: { readonly children: ReactNode }): ReactNode {
  const { token } = useSession()
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const latest = useRef<readonly Waiting[]>([])
  const lastKey = useRef(0)

  const show = useCallback((next: readonly Waiting[]) => {
    latest.current = next
    setWaiting(next)
  }, [])
  const ask = useCallback<AskApproval>(
    (request) =>
      new Promise((resolve) => {
        lastKey.current += 1
        const key = lastKey.current
        const end = (result: Result<null, Failure>): void => {
          show(latest.current.filter((one) => one.key !== key))
          resolve(result)
        }
        show([...latest.current, { ...request, key, end }])
      }),
    [show],
  )
  // Whoever asked has gone: nobody is left to say yes to.
  useEffect(
    () => () => {
      for (const one of latest.current) one.end(WITHHELD)
    },
    [token],
  )
  useEscape(latest)
  const [first] = waiting
  const dialog = useMemo(
    () => (first === undefined ? null : { ...first, withhold: () => first.end(WITHHELD) }),
    [first],
  )
  return (
    <ApprovalContext value={ask}>
      {children}
      {/* Made when it is asked: it lies over the dialog that asks, and what is typed is for it. */}
      {dialog !== null && <ApprovalDialog key={dialog.key} request={dialog} />}
    </ApprovalContext>
  )
}

/**
 * Escape puts away the question and not the dialog below it as well: every open dialog listens at the window, and this
 * was there before any of them.
 */
function useEscape(latest: RefObject<readonly Waiting[]>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const [asked] = latest.current
      if (event.key !== 'Escape' || asked === undefined) return
      event.stopImmediatePropagation()
      asked.end(WITHHELD)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [latest])
}
