import type { Context } from '#domain/context.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Action } from './permissions.ts'

/** Who stands for what is done: the one who does it, and who allowed it where that was needed. */
export interface Authorized {
  readonly by: string
  readonly approvedBy: string | null
}

/**
 * May the actor do this to these things now? `alone` is false where the amount is above what the role does alone.
 * An approval counts only for this very command, action and things. [ROLE1] [ROLE3] [ROLE4]
 */
export function authorize(
  context: Pick<Context, 'actor' | 'approval' | 'commandId'>,
  action: Action,
  subjects: readonly string[],
  amount: { readonly value: number; readonly aloneMax: number | null } | null = null,
): Result<Authorized, Rejection> {
  const { actor, approval } = context
  const right = actor.rights.actions[action]
  if (right === 'no') return err({ code: 'not_allowed', rule: 'ROLE1' })
  const within = amount === null || amount.aloneMax === null || amount.value <= amount.aloneMax
  if (right === 'alone' && within) return ok({ by: actor.id, approvedBy: null })
  if (approval === null) {
    const needs = { action, subjects, amount: amount?.value ?? null }
    return err({ code: 'approval_needed', rule: 'ROLE3', needs })
  }
  const fits =
    approval.commandId === context.commandId &&
    approval.action === action &&
    [...approval.subjects].sort().join('\n') === [...subjects].sort().join('\n') &&
    (approval.limit === null || amount === null || amount.value <= approval.limit)
  if (!fits || approval.by === actor.id) return err({ code: 'approval_does_not_fit', rule: 'ROLE4' })
  return ok({ by: actor.id, approvedBy: approval.by })
}
