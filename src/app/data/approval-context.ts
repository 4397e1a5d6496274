import { createContext, useContext } from 'react'
import type { ApprovalAsked, Failure } from '#device/messages.ts'
import type { Result } from '#domain/result.ts'

/** A refused command that somebody may still say yes to. */
export interface ApprovalRequest {
  readonly asked: ApprovalAsked
  /** Asks for the same command again with this person's PIN. */
  approve(userId: string, pin: string): Promise<Result<null, Failure>>
}

/** Asks on the spot for somebody's yes. Ends with what became of the command, or `approval_withheld`. */
export type AskApproval = (request: ApprovalRequest) => Promise<Result<null, Failure>>

export const ApprovalContext = createContext<AskApproval | null>(null)

/** How a screen asks a manager. Screens need not: `useCommand` does it for every command. */
export function useApproval(): AskApproval {
  const ask = useContext(ApprovalContext)
  if (ask === null) throw new Error('assertion failed: useApproval outside Approvals')
  return ask
}
