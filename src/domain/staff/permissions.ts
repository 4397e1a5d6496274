export const ROLES = ['waiter', 'manager', 'owner'] as const
/** The roles every store has. An owner may make more, as records of type `role`. */
export type Role = (typeof ROLES)[number]

/** Alone: may do it. Approval: may ask for it, and somebody who may says yes. No: may not even ask. */
export type Right = 'alone' | 'approval' | 'no'

/**
 * Everything a person may try, and who may: waiter, manager, owner. The one table; guards, tests and the table in
 * docs/spec/access.md are made from it. [ROLE1]
 */
const TABLE = {
  take_order: ['alone', 'alone', 'alone'],
  take_payment: ['alone', 'alone', 'alone'],
  prepare: ['alone', 'alone', 'alone'],
  send: ['alone', 'alone', 'alone'],
  transfer_order: ['alone', 'alone', 'alone'],
  merge_orders: ['alone', 'alone', 'alone'],
  split_order: ['alone', 'alone', 'alone'],
  discount: ['alone', 'alone', 'alone'],
  comp: ['approval', 'alone', 'alone'],
  void_sent_item: ['approval', 'alone', 'alone'],
  set_charge: ['alone', 'alone', 'alone'],
  waive_charge: ['approval', 'alone', 'alone'],
  exempt_order: ['approval', 'alone', 'alone'],
  settle_price: ['approval', 'alone', 'alone'],
  open_price: ['alone', 'alone', 'alone'],
  reopen_order: ['approval', 'alone', 'alone'],
  cancel_order: ['alone', 'alone', 'alone'],
  void_payment: ['approval', 'alone', 'alone'],
  refund: ['approval', 'alone', 'alone'],
  adjust_tip: ['alone', 'alone', 'alone'],
  open_drawer: ['alone', 'alone', 'alone'],
  move_cash: ['alone', 'alone', 'alone'],
  no_sale: ['approval', 'alone', 'alone'],
  close_shift: ['alone', 'alone', 'alone'],
  see_expected_cash: ['no', 'alone', 'alone'],
  check_out: ['alone', 'alone', 'alone'],
  check_out_other: ['no', 'alone', 'alone'],
  read_x: ['no', 'alone', 'alone'],
  close_day: ['approval', 'alone', 'alone'],
  read_reports: ['no', 'alone', 'alone'],
  set_availability: ['alone', 'alone', 'alone'],
  edit_menu: ['no', 'alone', 'alone'],
  keep_stock: ['no', 'alone', 'alone'],
  waste_stock: ['approval', 'alone', 'alone'],
  edit_staff: ['no', 'no', 'alone'],
  edit_roles: ['no', 'no', 'alone'],
  pair_device: ['no', 'alone', 'alone'],
  settle_quarantine: ['no', 'alone', 'alone'],
  export_journal: ['no', 'no', 'alone'],
  approve: ['no', 'alone', 'alone'],
} as const satisfies { readonly [action: string]: readonly [waiter: Right, manager: Right, owner: Right] }

export type Action = keyof typeof TABLE

export const ACTIONS = Object.keys(TABLE) as readonly Action[]

/** What one role may do, with its limits. */
export interface RoleRights {
  readonly actions: { readonly [action in Action]: Right }
  /** The largest discount given alone, in millionths of what it is taken from. */
  readonly discountPpm: number
  /** The largest refund, and the largest paid-out or tip-out, done alone, in minor units; null: any. */
  readonly refundMax: number | null
  readonly paidOutMax: number | null
}

export function isRole(role: unknown): role is Role {
  return ROLES.some((known) => known === role)
}

export function isAction(action: string): action is Action {
  return Object.hasOwn(TABLE, action)
}

/** What the table says; a role it does not know may do nothing. [ROLE2] */
export function rightOf(role: string, action: Action): Right {
  return isRole(role) ? (TABLE[action][ROLES.indexOf(role)] ?? 'no') : 'no'
}

/** Whether a built-in role does this without asking anybody: for guards, where nobody can be asked. [ROLE2] */
export function mayRole(role: string, action: Action): boolean {
  return rightOf(role, action) === 'alone'
}
