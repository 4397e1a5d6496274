import type { Command } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { minor } from '#domain/money/money.ts'
import { MENU, TABLE, TEA } from '../../support/facts.ts'
import { linkOf } from '../../support/menu-facts.ts'
import { MILK } from '../../support/modifier-facts.ts'

/** What an order looks like before two devices, which do not see each other, each do one thing to it. */
export type Start = 'open' | 'part_paid' | 'asked' | 'closed' | 'empty' | 'merged' | 'doubted'

/** One thing a person does to order `o1`. Ids are made from `by`, so that two of the same are two things. */
export interface OrderAction {
  readonly name: string
  readonly command: (by: string) => Command
  readonly facts?: (by: string) => Partial<Context>
}

const onOrder = { orderId: 'o1' } as const

const ordering: readonly OrderAction[] = [
  {
    name: 'add an item',
    command: (by) => ({
      type: 'add_item',
      ...onOrder,
      itemId: `new-${by}`,
      menuItemId: 'tea',
      qty: 1,
      note: '',
    }),
    facts: () => ({ menu: MENU }),
  },
  {
    name: 'set a quantity',
    command: (by) => ({ type: 'set_item_qty', ...onOrder, itemId: 'i1', qty: by === 'a' ? 3 : 5 }),
  },
  {
    name: 'set a note',
    command: (by) => ({ type: 'set_item_note', ...onOrder, itemId: 'i1', note: `note ${by}` }),
  },
  {
    name: 'set seat and course',
    command: (by) => ({ type: 'place_item', ...onOrder, itemId: 'i1', seat: by === 'a' ? 1 : 2 }),
  },
  {
    name: 'choose modifiers',
    command: (by) => ({
      type: 'choose_modifiers',
      ...onOrder,
      itemId: 'i1',
      modifiers: [{ groupId: 'milk', optionId: by === 'a' ? 'oat' : 'soy', qty: 1, prefix: '', below: [] }],
    }),
    facts: () => ({ menu: { ...MENU, item: { ...TEA, groups: [linkOf('milk')] }, groups: [MILK] } }),
  },
  { name: 'remove an unsent item', command: () => ({ type: 'remove_item', ...onOrder, itemId: 'i1' }) },
  { name: 'send', command: () => ({ type: 'send_order', ...onOrder }) },
  { name: 'fire a course', command: () => ({ type: 'fire_course', ...onOrder, course: 2 }) },
  {
    name: 'tell the kitchen',
    command: (by) => ({ type: 'change_sent_item', ...onOrder, itemId: 'i2', note: `word ${by}` }),
  },
  {
    name: 'say an allergy',
    command: (by) => ({
      type: 'set_allergies',
      ...onOrder,
      itemId: 'i2',
      allergies: by === 'a' ? ['milk'] : ['nuts'],
    }),
  },
  {
    name: 'bump',
    command: (by) => ({
      type: 'set_preparation',
      ...onOrder,
      itemIds: ['i2'],
      preparation: by === 'a' ? 'preparing' : 'ready',
    }),
  },
  {
    name: 'void a sent item',
    command: () => ({ type: 'void_item', ...onOrder, itemId: 'i2', kind: 'wasted', reason: 'dropped' }),
  },
  {
    name: 'void one of a line',
    command: () => ({
      type: 'void_item',
      ...onOrder,
      itemId: 'i2',
      kind: 'unmade',
      qty: 1,
      reason: 'too many',
    }),
  },
]

const pricing: readonly OrderAction[] = [
  {
    name: 'take off an item’s discount',
    command: () => ({ type: 'remove_item_discount', ...onOrder, itemId: 'i2', discountId: 'staff' }),
  },
  {
    name: 'take off the order’s discount',
    command: () => ({ type: 'remove_order_discount', ...onOrder, discountId: 'staff' }),
  },
  {
    name: 'set an open charge',
    command: (by) => ({
      type: 'set_charge',
      ...onOrder,
      chargeId: 'corkage',
      amount: by === 'a' ? 500 : 700,
      reason: 'own wine',
    }),
  },
  {
    name: 'discount an item',
    command: (by) => ({
      type: 'discount_item',
      ...onOrder,
      itemId: 'i2',
      discountId: 'friends',
      name: 'Friends',
      how: { kind: 'percent', ratePpm: by === 'a' ? 50_000 : 100_000, cap: null },
      reason: 'friend',
    }),
  },
  {
    name: 'comp an item',
    command: () => ({ type: 'comp_item', ...onOrder, itemId: 'i2', reason: 'waited long' }),
  },
  {
    name: 'say that a price is right',
    command: () => ({ type: 'settle_price', ...onOrder, itemId: 'i2', reason: 'promised' }),
  },
  {
    name: 'discount the order',
    command: (by) => ({
      type: 'discount_order',
      ...onOrder,
      discountId: 'regular',
      name: 'Regular',
      how: { kind: 'percent', ratePpm: by === 'a' ? 50_000 : 100_000, cap: null },
      reason: 'regular',
    }),
  },
  {
    name: 'waive a charge',
    command: () => ({ type: 'waive_charge', ...onOrder, chargeId: 'service', waived: true, reason: 'slow' }),
  },
  {
    name: 'exempt from tax',
    command: () => ({ type: 'exempt_order', ...onOrder, exempt: 'all', reason: 'embassy' }),
  },
  {
    name: 'change the service',
    command: (by) => ({ type: 'set_service', ...onOrder, service: by === 'a' ? 'takeaway' : 'delivery' }),
    facts: () => ({ menu: { ...MENU, item: null, parts: [TEA] } }),
  },
]

const sitting: readonly OrderAction[] = [
  {
    name: 'set the guest',
    command: (by) => ({
      type: 'set_guest',
      ...onOrder,
      guest: { name: `Guest ${by}`, contact: '', address: '' },
      dueAt: null,
    }),
  },
  {
    name: 'take a merge apart',
    command: () => ({ type: 'unmerge_order', ...onOrder, reason: 'two bills after all' }),
  },
  {
    name: 'set the guests',
    command: (by) => ({ type: 'set_covers', ...onOrder, covers: by === 'a' ? 3 : 4 }),
  },
  {
    name: 'move to a table',
    command: (by) => ({ type: 'move_table', ...onOrder, tableId: `t-${by}` }),
    facts: (by) => ({ table: { ...TABLE, id: `t-${by}` }, tableOrderId: null }),
  },
  {
    name: 'transfer to a waiter',
    command: (by) => ({ type: 'transfer_order', ...onOrder, to: `w-${by}`, reason: 'shift ends' }),
    facts: (by) => ({ person: { id: `w-${by}`, role: 'waiter' } }),
  },
  {
    name: 'move an item away',
    command: () => ({ type: 'move_items', ...onOrder, itemIds: ['i2'], to: 'o2', reason: 'other table' }),
  },
  {
    name: 'merge into another',
    command: () => ({ type: 'merge_orders', ...onOrder, into: 'o2', reason: 'sat together' }),
  },
  {
    name: 'split',
    command: (by) => ({
      type: 'split_order',
      ...onOrder,
      checks: [
        { id: `k-${by}`, name: by, shares: [{ itemId: 'i2', parts: 1, of: 2 }], seats: [], amount: null },
      ],
    }),
  },
  { name: 'cancel', command: () => ({ type: 'cancel_order', ...onOrder, reason: 'left' }) },
]

const paying: readonly OrderAction[] = [
  {
    name: 'ask the card terminal',
    command: (by) => ({
      type: 'request_payment',
      ...onOrder,
      paymentId: `card-${by}`,
      method: 'card',
      amount: 100,
    }),
  },
  {
    name: 'say the card is unclear',
    command: () => ({ type: 'payment_unclear', ...onOrder, paymentId: 'p9' }),
  },
  {
    name: 'say the card was declined',
    command: () => ({ type: 'decline_payment', ...onOrder, paymentId: 'p9' }),
  },
  {
    name: 'say the card was taken',
    command: () => ({
      type: 'take_payment',
      ...onOrder,
      paymentId: 'p9',
      method: 'card',
      amount: 100,
      tendered: 100,
      reference: '7',
    }),
  },
  {
    name: 'pay a part',
    command: (by) => ({
      type: 'take_payment',
      ...onOrder,
      paymentId: `part-${by}`,
      method: 'cash',
      amount: 100,
      tendered: 100,
    }),
  },
  {
    name: 'pay the rest',
    command: (by) => ({
      type: 'take_payment',
      ...onOrder,
      paymentId: `rest-${by}`,
      method: 'cash',
      amount: 0,
      tendered: 0,
    }),
  },
  {
    name: 'set a tip',
    command: (by) => ({
      type: 'set_tip',
      ...onOrder,
      paymentId: 'p1',
      tip: by === 'a' ? 50 : 70,
      tipFor: null,
    }),
  },
  {
    name: 'void a payment',
    command: () => ({ type: 'void_payment', ...onOrder, paymentId: 'p1', reason: 'wrong card' }),
  },
  {
    name: 'refund in part',
    command: (by) => ({
      type: 'refund_payment',
      ...onOrder,
      paymentId: 'p2',
      refundId: `refund-${by}`,
      method: 'cash',
      what: { kind: 'amount', amount: 300 },
      reason: 'cold',
    }),
  },
  { name: 'reopen', command: () => ({ type: 'reopen_order', ...onOrder, reason: 'forgot one' }) },
  { name: 'print the receipt', command: () => ({ type: 'print_receipt', ...onOrder }) },
]

export const ORDER_ACTIONS: readonly OrderAction[] = [...ordering, ...pricing, ...sitting, ...paying]

/** Amounts that depend on the bill are filled in when it is known. */
export function withAmount(command: Command, balance: number): Command {
  if (command.type !== 'take_payment' || !command.paymentId.startsWith('rest-')) return command
  return { ...command, amount: minor(balance), tendered: minor(balance) }
}
