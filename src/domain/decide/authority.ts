import type { Context } from '#domain/context.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import type { Authority } from '#domain/order/order.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import type { Action } from '#domain/staff/permissions.ts'

interface Asked {
  readonly action: Action
  /** Ids of what it is done to, as the command names them. */
  readonly subjects: readonly string[]
  readonly reason: string
  /** The rule that wants a reason; null: it may be left out. */
  readonly reasonRule: string | null
  readonly amount?: { readonly value: number; readonly aloneMax: number | null }
}

/** Who stands for what is done, with the reason: what is asked of people comes before what is asked of a manager. */
export function authorityFor(context: Context, asked: Asked): Result<Authority, Rejection> {
  const reason = asked.reason.trim()
  if (reason === '' && asked.reasonRule !== null)
    return err({ code: 'reason_missing', rule: asked.reasonRule })
  if (reason.length > NOTE_LENGTH_MAX) return err({ code: 'note_too_long', rule: 'ITEM2' })
  const authorized = authorize(context, asked.action, asked.subjects, asked.amount ?? null)
  return authorized.ok ? ok({ ...authorized.value, reason, at: context.now }) : authorized
}
