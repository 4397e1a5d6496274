import type { Action, Right } from '#domain/staff/permissions.ts'

/** Rights as people think of them. People and roles are missing: they are the owner's own. [ROLE6] */
export const RIGHT_GROUPS = {
  orders: [
    'take_order',
    'send',
    'prepare',
    'set_availability',
    'transfer_order',
    'merge_orders',
    'cancel_order',
    'void_sent_item',
    'comp',
    'discount',
    'open_price',
    'set_charge',
    'waive_charge',
    'exempt_order',
    'settle_price',
    'approve',
  ],
  money: ['take_payment', 'split_order', 'adjust_tip', 'void_payment', 'refund', 'reopen_order'],
  cash: [
    'open_drawer',
    'move_cash',
    'no_sale',
    'close_shift',
    'see_expected_cash',
    'check_out',
    'check_out_other',
    'read_x',
    'close_day',
  ],
  stock: ['waste_stock', 'keep_stock'],
  office: ['read_reports', 'edit_menu', 'pair_device', 'settle_quarantine', 'export_journal'],
} as const satisfies { readonly [group: string]: readonly Action[] }

export type RightGroup = keyof typeof RIGHT_GROUPS
export const GROUP_NAMES = Object.keys(RIGHT_GROUPS) as readonly RightGroup[]

/** Nobody can be asked for a yes to these: they open a screen or show a figure. */
const YES_OR_NO: ReadonlySet<Action> = new Set<Action>([
  'see_expected_cash',
  'read_x',
  'approve',
  ...RIGHT_GROUPS.office,
])

export function choicesOf(action: Action): readonly Right[] {
  return YES_OR_NO.has(action) ? ['alone', 'no'] : ['alone', 'approval', 'no']
}
