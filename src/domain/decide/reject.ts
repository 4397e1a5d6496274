import type { Draft } from '#domain/event/event.ts'
import type { Rejection, RejectionCode } from '#domain/rejection.ts'
import { err, type Result } from '#domain/result.ts'

/** The events of a command that is allowed, or why it is not. */
export type Decision = Result<readonly Draft[], Rejection>
export type Refusal = Extract<Decision, { readonly ok: false }>

export function reject(code: RejectionCode, rule: string): Refusal {
  return err({ code, rule })
}
