import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { reject, type Decision } from '#domain/decide/reject.ts'
import { isMinor } from '#domain/money/money.ts'
import { ok } from '#domain/result.ts'
import { authorize } from './authorize.ts'
import { isAction, isRole, type Action, type Right, type RoleRights } from './permissions.ts'
import { actionsBy, NO_RIGHTS, rightsOf, WHOLE_PPM } from './rights.ts'
import type { RoleRecord } from './role.ts'

/** Whoever may do these could give themselves everything: no made role may, not even with approval. [ROLE6] */
const OWNERS_OWN: readonly Action[] = ['edit_staff', 'edit_roles']

/**
 * What a role that the owner made may do: what the built-in one it is like may, but for what was changed. Total: what
 * makes no sense counts as no right, whoever wrote it. [ROLE5] [ROLE6]
 */
export function rightsOfRecord(record: Partial<RoleRecord>): RoleRights {
  if (!isRole(record.like)) return NO_RIGHTS
  const base = rightsOf(record.like)
  const changed = record.actions ?? {}
  return {
    actions: actionsBy((action) => {
      if (OWNERS_OWN.includes(action)) return 'no'
      const right: unknown = Object.hasOwn(changed, action) ? changed[action] : base.actions[action]
      return isRight(right) ? right : 'no'
    }),
    discountPpm: limitOf(record.discountPpm, base.discountPpm, isDiscountLimit),
    refundMax: limitOf(record.refundMax, base.refundMax, isAmountLimit),
    paidOutMax: limitOf(record.paidOutMax, base.paidOutMax, isAmountLimit),
  }
}

/** Makes or changes a role of the owner's own. The three that every store has stay as they are. [ROLE5] [ROLE6] */
export function saveRole(
  { recordId, fields }: Pick<Of<'save_record'>, 'recordId' | 'fields'>,
  context: Context,
): Decision {
  const authorized = authorize(context, 'edit_roles', [recordId])
  if (!authorized.ok) return authorized
  if (isRole(recordId) || takesOwnersOwn(fields)) return reject('not_allowed', 'ROLE6')
  if (!isRoleFields(fields)) return reject('bad_record', 'ROLE5')
  return ok([{ ent: { type: 'role', id: recordId }, event: { type: 'record_changed', payload: fields } }])
}

/** Whether these fields of a role make sense, each by itself; a field that is not named is not looked at. [ROLE5] */
function isRoleFields(fields: { readonly [field: string]: unknown }): boolean {
  const { like, actions, discountPpm, refundMax, paidOutMax, active } = fields
  return (
    (like === undefined || isRole(like)) &&
    (actions === undefined || isActions(actions)) &&
    (discountPpm === undefined || isDiscountLimit(discountPpm)) &&
    (refundMax === undefined || isAmountLimit(refundMax)) &&
    (paidOutMax === undefined || isAmountLimit(paidOutMax)) &&
    (active === undefined || typeof active === 'boolean')
  )
}

/** Whether these fields hand out what is the owner's own. [ROLE6] */
function takesOwnersOwn({ actions }: { readonly [field: string]: unknown }): boolean {
  if (typeof actions !== 'object' || actions === null) return false
  return Object.entries(actions).some(
    ([action, right]) => OWNERS_OWN.some((own) => own === action) && right !== 'no',
  )
}

/** An action that only a newer program knows is kept for it. [RECORD4] */
function isActions(actions: unknown): boolean {
  if (typeof actions !== 'object' || actions === null || Array.isArray(actions)) return false
  return Object.entries(actions).every(([action, right]) => !isAction(action) || isRight(right))
}

function isRight(right: unknown): right is Right {
  return right === 'alone' || right === 'approval' || right === 'no'
}

function isDiscountLimit(limit: unknown): boolean {
  return typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 0 && limit <= WHOLE_PPM
}

function isAmountLimit(limit: unknown): boolean {
  return limit === null || (isMinor(limit) && limit >= 0)
}

function limitOf<T>(limit: T | undefined, base: T, isGood: (limit: unknown) => boolean): T {
  return limit !== undefined && isGood(limit) ? limit : base
}
