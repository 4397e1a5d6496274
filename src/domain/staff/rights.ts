import { ACTIONS, rightOf, type Action, type Right, type Role, type RoleRights } from './permissions.ts'

/** 100 %, in millionths. */
export const WHOLE_PPM = 1_000_000

/** Amounts differ by currency, so a waiter gives no cash back and pays none out alone until the owner says how much. */
const LIMITS: { readonly [role in Role]: Omit<RoleRights, 'actions'> } = {
  waiter: { discountPpm: 100_000, refundMax: 0, paidOutMax: 0 },
  manager: { discountPpm: WHOLE_PPM, refundMax: null, paidOutMax: null },
  owner: { discountPpm: WHOLE_PPM, refundMax: null, paidOutMax: null },
}

/** What a built-in role may do, and up to where. [ROLE1] */
export function rightsOf(role: Role): RoleRights {
  return { ...LIMITS[role], actions: actionsBy((action) => rightOf(role, action)) }
}

/** Of a role that is unknown, ended or not yet whole. [ROLE2] */
export const NO_RIGHTS: RoleRights = {
  actions: actionsBy(() => 'no'),
  discountPpm: 0,
  refundMax: 0,
  paidOutMax: 0,
}

/** Whether it is done without asking anybody. Whoever may at least ask: `mayAsk`. */
export function may(rights: RoleRights, action: Action): boolean {
  return rights.actions[action] === 'alone'
}

/** Whether it may be tried, if need be with an approval. */
export function mayAsk(rights: RoleRights, action: Action): boolean {
  return rights.actions[action] !== 'no'
}

export function actionsBy(rightFor: (action: Action) => Right): RoleRights['actions'] {
  return Object.fromEntries(ACTIONS.map((action) => [action, rightFor(action)])) as RoleRights['actions']
}
