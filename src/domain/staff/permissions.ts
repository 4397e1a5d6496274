export const ROLES = ['waiter', 'manager', 'owner'] as const
export type Role = (typeof ROLES)[number]

/** Everything a person may try. One table says who may; guards and tests are made from it. */
export const ACTIONS = [
  'take_order',
  'take_payment',
  'prepare',
  'void_sent_item',
  'read_reports',
  'edit_menu',
  'pair_device',
] as const
export type Action = (typeof ACTIONS)[number]

const ALLOWED: { readonly [action in Action]: readonly Role[] } = {
  take_order: ['waiter', 'manager', 'owner'],
  take_payment: ['waiter', 'manager', 'owner'],
  prepare: ['waiter', 'manager', 'owner'],
  void_sent_item: ['manager', 'owner'],
  read_reports: ['manager', 'owner'],
  edit_menu: ['manager', 'owner'],
  pair_device: ['manager', 'owner'],
}

/** Deny first: what the table does not name is not allowed. [ROLE1] */
export function may(role: Role, action: Action): boolean {
  return ALLOWED[action].includes(role)
}
