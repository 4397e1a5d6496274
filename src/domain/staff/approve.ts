import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Approval, ApprovalNeed } from './approval.ts'
import type { Action, RoleRights } from './permissions.ts'
import { may } from './rights.ts'

/** What somebody asks a yes for: one command, with everything that its approval is bound to. */
export interface ApprovalRequest extends ApprovalNeed {
  readonly actorId: string
  readonly commandId: string
}

/**
 * The approval of somebody who proved who they are. To approve is a right of its own, and nobody approves what they
 * could not do alone themselves, by kind or by amount. [ROLE4] [ROLE7]
 */
export function approve(
  approver: { readonly id: string; readonly rights: RoleRights },
  { actorId, action, commandId, subjects, amount }: ApprovalRequest,
): Result<Approval, Rejection> {
  const { id: by, rights } = approver
  if (by === actorId) return err({ code: 'approval_does_not_fit', rule: 'ROLE4' })
  const most = aloneMax(action, rights)
  const within = amount === null || most === null || amount <= most
  if (!may(rights, 'approve') || !may(rights, action) || !within) {
    return err({ code: 'not_allowed', rule: 'ROLE7' })
  }
  return ok({ by, action, commandId, subjects: [...subjects].sort(), limit: amount })
}

/** The most a role does of this alone; null: any, or nothing that could be measured. */
function aloneMax(action: Action, rights: RoleRights): number | null {
  if (action === 'discount') return rights.discountPpm
  if (action === 'refund') return rights.refundMax
  return action === 'move_cash' ? rights.paidOutMax : null
}
