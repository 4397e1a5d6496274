import { describe, test } from 'vitest'
import { added, cancelled, closed, NOBODY, opened, saleOf } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { merged } from '../../../tests/support/order-facts.ts'
import type { Command } from '#domain/command/command.ts'

const PERCENT = { kind: 'percent', ratePpm: 50_000, cap: null } as const
const DISCOUNT = { discountId: 'd1', name: 'Regular', how: PERCENT, reason: 'regular' } as const

const ON_AN_ORDER: readonly Command[] = [
  { type: 'add_item', orderId: 'o1', itemId: 'i2', menuItemId: 'tea', qty: 1, note: '' },
  { type: 'set_item_qty', orderId: 'o1', itemId: 'i1', qty: 2 },
  { type: 'set_item_note', orderId: 'o1', itemId: 'i1', note: 'hot' },
  { type: 'choose_modifiers', orderId: 'o1', itemId: 'i1' },
  { type: 'place_item', orderId: 'o1', itemId: 'i1', seat: 2 },
  { type: 'move_items', orderId: 'o1', itemIds: ['i1'], to: 'o2', reason: '' },
  { type: 'remove_item', orderId: 'o1', itemId: 'i1' },
  { type: 'void_item', orderId: 'o1', itemId: 'i1', kind: 'wasted', reason: 'cold' },
  { type: 'discount_item', orderId: 'o1', itemId: 'i1', ...DISCOUNT },
  { type: 'comp_item', orderId: 'o1', itemId: 'i1', reason: 'cold' },
  { type: 'remove_item_discount', orderId: 'o1', itemId: 'i1', discountId: 'd1' },
  { type: 'change_sent_item', orderId: 'o1', itemId: 'i1', note: 'hot' },
  { type: 'set_covers', orderId: 'o1', covers: 5 },
  { type: 'set_guest', orderId: 'o1', guest: NOBODY, dueAt: null },
  { type: 'set_service', orderId: 'o1', service: 'takeaway' },
  { type: 'move_table', orderId: 'o1', tableId: 't2' },
  { type: 'transfer_order', orderId: 'o1', to: 'eva', reason: '' },
  { type: 'merge_orders', orderId: 'o1', into: 'o2', reason: '' },
  { type: 'discount_order', orderId: 'o1', ...DISCOUNT },
  { type: 'remove_order_discount', orderId: 'o1', discountId: 'd1' },
  { type: 'set_charge', orderId: 'o1', chargeId: 'party', amount: 100, reason: '' },
  { type: 'waive_charge', orderId: 'o1', chargeId: 'party', waived: true, reason: 'x' },
  { type: 'exempt_order', orderId: 'o1', exempt: 'all', reason: 'embassy' },
  { type: 'split_order', orderId: 'o1', checks: [] },
  { type: 'cancel_order', orderId: 'o1', reason: '' },
  { type: 'send_order', orderId: 'o1' },
  { type: 'fire_course', orderId: 'o1', course: null },
  { type: 'take_payment', orderId: 'o1', paymentId: 'p1', method: 'cash', amount: 250, tendered: 250 },
]

describe.each(ON_AN_ORDER)('$type', (command) => {
  test('[ORDER1] is refused on an order this device does not know', () => {
    given().when(command, as('manager')).thenRefused('unknown_order', 'ORDER1')
  })

  test('[ORDER4] is refused once the order is closed', () => {
    given(opened(), added('i1'), closed(saleOf()))
      .when(command, as('manager'))
      .thenRefused('order_not_open', 'ORDER4')
  })

  test('[ORDER4] is refused once the order is cancelled', () => {
    given(opened(), cancelled()).when(command, as('manager')).thenRefused('order_not_open', 'ORDER4')
  })

  test('[ORDER4] is refused once the order is merged into another', () => {
    const facts = [opened(), opened({}, 'o2'), added('i1'), merged('o1', 'o2')]
    given(...facts)
      .when(command, as('manager'))
      .thenRefused('order_not_open', 'ORDER4')
  })
})

describe('a role that must ask for everything', () => {
  const { actor } = as('waiter')
  const actions = Object.fromEntries(Object.keys(actor.rights.actions).map((action) => [action, 'approval']))
  const trainee = { actor: { ...actor, rights: { ...actor.rights, actions: actions as never } } }
  const PLAIN: readonly Command[] = [
    { type: 'set_item_qty', orderId: 'o1', itemId: 'i1', qty: 2 },
    { type: 'remove_item', orderId: 'o1', itemId: 'i1' },
    { type: 'set_preparation', orderId: 'o1', itemIds: ['i1'], preparation: 'ready' },
  ]

  test.each(PLAIN)('[ROLE3] asks before $type, for this order and this once', (command) => {
    const facts = [opened(), added('i1')]
    given(...facts)
      .when(command, trainee)
      .thenRefused('approval_needed', 'ROLE3')
    const action = command.type === 'set_preparation' ? 'prepare' : 'take_order'
    const approval = { by: 'rui', action, commandId: 'c1', subjects: ['o2'], limit: null } as const
    given(...facts)
      .when(command, { ...trainee, approval })
      .thenRefused('approval_does_not_fit', 'ROLE4')
  })

  test('[ROLE3] asks before a receipt is printed again', () => {
    given(opened(), closed(saleOf()))
      .when({ type: 'print_receipt', orderId: 'o1' }, trainee)
      .thenRefused('approval_needed', 'ROLE3')
  })
})
