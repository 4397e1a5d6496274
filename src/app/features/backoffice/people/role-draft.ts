import type { OfficeRecord } from '#device/messages.ts'
import type { RecordFields } from '#domain/record/record.ts'
import {
  ACTIONS,
  isRole,
  type Action,
  type Right,
  type Role,
  type RoleRights,
} from '#domain/staff/permissions.ts'
import { rightsOf } from '#domain/staff/rights.ts'
import { rightsOfRecord } from '#domain/staff/role-record.ts'
import type { RoleRecord } from '#domain/staff/role.ts'
import { decimalText, parseAmount } from '#i18n/money.ts'
import { text } from '#app/features/backoffice/records/read.ts'
import { errorsOf, wrongName, type Errors, type Wrong } from '#app/features/backoffice/records/typed.ts'

const PERCENT_DECIMALS = 4
const WHOLE_PPM = 1_000_000

/** What stands in the form of a role: every right, and limits as typed; an empty amount is any. */
export interface RoleDraft {
  readonly name: string
  readonly like: Role
  readonly actions: RoleRights['actions']
  readonly discount: string
  readonly refund: string
  readonly paidOut: string
}

/** A kept role, whatever fields of it have arrived: what makes no sense counts as no right. */
export function rightsOfOffice(record: OfficeRecord): RoleRights {
  return rightsOfRecord({ ...record } as Partial<RoleRecord>)
}

export function draftOfRole(record: OfficeRecord | null, exponent: number): RoleDraft {
  if (record === null) return draftLike({ name: '' }, 'waiter', exponent)
  const like = record['like']
  const known = isRole(like) ? like : 'waiter'
  return { name: text(record, 'name'), like: known, ...shownOf(rightsOfOffice(record), exponent) }
}

/** All that a built-in role may, to be changed from there. */
export function draftLike({ name }: Pick<RoleDraft, 'name'>, like: Role, exponent: number): RoleDraft {
  return { name, like, ...shownOf(rightsOf(like), exponent) }
}

function shownOf(rights: RoleRights, exponent: number): Omit<RoleDraft, 'name' | 'like'> {
  const { actions, discountPpm, refundMax, paidOutMax } = rights
  const amount = (max: number | null): string => (max === null ? '' : decimalText(max, exponent))
  return {
    actions,
    discount: decimalText(discountPpm, PERCENT_DECIMALS).replace(/\.?0+$/, ''),
    refund: amount(refundMax),
    paidOut: amount(paidOutMax),
  }
}

/** What the form says, as fields of a role's record: of the rights only those that differ from the role it is like. */
export function readRole(
  draft: RoleDraft,
  exponent: number,
): { readonly fields: RecordFields; readonly errors: Errors } {
  const discount = readPercent(draft.discount)
  const refund = readAmount(draft.refund, exponent)
  const paidOut = readAmount(draft.paidOut, exponent)
  const name = draft.name.trim()
  return {
    fields: {
      name,
      like: draft.like,
      actions: changedRights(draft),
      discountPpm: discount.value,
      refundMax: refund.value,
      paidOutMax: paidOut.value,
    },
    errors: errorsOf({
      name: wrongName(name),
      discount: discount.wrong,
      refund: refund.wrong,
      paidOut: paidOut.wrong,
    }),
  }
}

function changedRights({ like, actions }: RoleDraft): { readonly [action: string]: Right } {
  const base = rightsOf(like).actions
  const differs = (action: Action): boolean => actions[action] !== base[action]
  return Object.fromEntries(ACTIONS.filter(differs).map((action) => [action, actions[action]]))
}

function readPercent(typed: string): { readonly value: number; readonly wrong: Wrong | null } {
  const ppm = parseAmount(typed.trim(), PERCENT_DECIMALS)
  return { value: ppm ?? 0, wrong: ppm === null || ppm > WHOLE_PPM ? 'percentBad' : null }
}

function readAmount(
  typed: string,
  exponent: number,
): { readonly value: number | null; readonly wrong: Wrong | null } {
  if (typed.trim() === '') return { value: null, wrong: null }
  const value = parseAmount(typed.trim(), exponent)
  return { value, wrong: value === null ? 'priceBad' : null }
}
