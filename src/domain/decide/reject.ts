import type { Draft } from '#domain/event/event.ts'
import type { Rejection, RejectionCode } from '#domain/rejection.ts'
import { err, type Result } from '#domain/result.ts'

export type Decision = Result<readonly Draft[], Rejection>

export function reject(code: RejectionCode, rule: string): Decision {
  return err({ code, rule })
}
