import type { Command } from '#domain/command/command.ts'
import type { ItemCommand } from '#domain/command/item-commands.ts'
import type { OrderCommand } from '#domain/command/order-commands.ts'
import type { PaymentCommand } from '#domain/command/payment-commands.ts'
import type { ShiftCommand } from '#domain/command/shift-commands.ts'
import type { StockCommand } from '#domain/command/stock-commands.ts'
import type { Context } from '#domain/context.ts'
import { authorize } from '#domain/staff/authorize.ts'
import type { Action } from '#domain/staff/permissions.ts'
import { addItem, chooseModifiers } from './add-item.ts'
import { declinePayment, paymentUnclear, requestPayment } from './card.ts'
import { exemptOrder, setCharge, waiveCharge } from './charges.ts'
import { closeDay, printDay } from './days.ts'
import {
  compItem,
  discountItem,
  discountOrder,
  removeItemDiscount,
  removeOrderDiscount,
} from './discounts.ts'
import { changeSentItem, removeItem, setAllergies, setItemNote, setItemQty } from './items.ts'
import { fireCourse, sendOrder, setPreparation } from './kitchen.ts'
import { mergeOrders, unmergeOrder } from './merge.ts'
import { moveItems, placeItem } from './move-items.ts'
import {
  cancelOrder,
  moveTable,
  openOrder,
  setCovers,
  setGuest,
  setService,
  transferOrder,
} from './orders.ts'
import { takePayment } from './payments.ts'
import { printReceipt } from './receipts.ts'
import { recordAction } from './record-action.ts'
import { saveRecord } from './records.ts'
import { refundPayment } from './refunds.ts'
import { reject, type Decision } from './reject.ts'
import { reopenOrder } from './reopen.ts'
import { checkOut, closeShift, countDrawer, moveCash, openShift } from './shifts.ts'
import { splitOrder } from './split.ts'
import { countStock, receiveStock, takeBackStock, wasteStock } from './stock.ts'
import { settlePrice } from './settle-price.ts'
import { setTip } from './tips.ts'
import { voidPayment } from './void-payment.ts'
import { voidItem } from './void-item.ts'

/** The action each command is, for the first look at the table of rights. */
export const ACTION_OF: { readonly [type in Command['type']]: Action } = {
  open_order: 'take_order',
  set_covers: 'take_order',
  set_guest: 'take_order',
  set_service: 'take_order',
  move_table: 'take_order',
  transfer_order: 'transfer_order',
  merge_orders: 'merge_orders',
  unmerge_order: 'merge_orders',
  discount_order: 'discount',
  remove_order_discount: 'discount',
  set_charge: 'set_charge',
  waive_charge: 'waive_charge',
  exempt_order: 'exempt_order',
  split_order: 'split_order',
  send_order: 'send',
  fire_course: 'send',
  reopen_order: 'reopen_order',
  cancel_order: 'cancel_order',
  print_receipt: 'take_payment',
  add_item: 'take_order',
  set_item_qty: 'take_order',
  set_item_note: 'take_order',
  choose_modifiers: 'take_order',
  place_item: 'take_order',
  move_items: 'take_order',
  remove_item: 'take_order',
  void_item: 'void_sent_item',
  discount_item: 'discount',
  comp_item: 'comp',
  remove_item_discount: 'discount',
  change_sent_item: 'send',
  set_allergies: 'take_order',
  settle_price: 'settle_price',
  set_preparation: 'prepare',
  take_payment: 'take_payment',
  request_payment: 'take_payment',
  payment_unclear: 'take_payment',
  decline_payment: 'take_payment',
  set_tip: 'adjust_tip',
  void_payment: 'void_payment',
  refund_payment: 'refund',
  open_shift: 'open_drawer',
  move_cash: 'move_cash',
  count_drawer: 'close_shift',
  close_shift: 'close_shift',
  check_out: 'check_out',
  close_day: 'close_day',
  print_day: 'read_x',
  receive_stock: 'keep_stock',
  count_stock: 'keep_stock',
  waste_stock: 'waste_stock',
  take_back_stock: 'keep_stock',
  save_record: 'edit_menu',
}

/** What every role of a store does alone, so that no event says who allowed it: asked for once, before the rest. */
const ASKED_HERE: readonly Action[] = ['take_order', 'prepare']

/** May this be done now? The events if yes, a typed reason if no. A refused command changes nothing. */
export function decide(command: Command, context: Context): Decision {
  const action = command.type === 'save_record' ? recordAction(command) : ACTION_OF[command.type]
  if (context.actor.rights.actions[action] === 'no') return reject('not_allowed', 'ROLE1')
  if (ASKED_HERE.includes(action) && 'orderId' in command) {
    const authorized = authorize(context, action, [command.orderId])
    if (!authorized.ok) return authorized
  }
  if (command.type === 'save_record') return saveRecord(command, context)
  if (isShift(command)) return decideShift(command, context)
  if (isStock(command)) return decideStock(command, context)
  if (isPayment(command)) return decidePayment(command, context)
  if (isItem(command)) return decideItem(command, context)
  return decideOrder(command, context)
}

function decideShift(command: ShiftCommand, context: Context): Decision {
  switch (command.type) {
    case 'open_shift':
      return openShift(command, context)
    case 'move_cash':
      return moveCash(command, context)
    case 'count_drawer':
      return countDrawer(command, context)
    case 'close_shift':
      return closeShift(command, context)
    case 'check_out':
      return checkOut(command, context)
    case 'close_day':
      return closeDay(command, context)
    case 'print_day':
      return printDay(command, context)
  }
}

function decidePayment(command: PaymentCommand, context: Context): Decision {
  switch (command.type) {
    case 'take_payment':
      return takePayment(command, context)
    case 'request_payment':
      return requestPayment(command, context)
    case 'payment_unclear':
      return paymentUnclear(command, context)
    case 'decline_payment':
      return declinePayment(command, context)
    case 'set_tip':
      return setTip(command, context)
    case 'void_payment':
      return voidPayment(command, context)
    case 'refund_payment':
      return refundPayment(command, context)
  }
}

function decideItem(command: ItemCommand, context: Context): Decision {
  switch (command.type) {
    case 'add_item':
      return addItem(command, context)
    case 'set_item_qty':
      return setItemQty(command, context)
    case 'set_item_note':
      return setItemNote(command, context)
    case 'choose_modifiers':
      return chooseModifiers(command, context)
    case 'place_item':
      return placeItem(command, context)
    case 'move_items':
      return moveItems(command, context)
    case 'remove_item':
      return removeItem(command, context)
    case 'void_item':
      return voidItem(command, context)
    case 'discount_item':
      return discountItem(command, context)
    case 'comp_item':
      return compItem(command, context)
    case 'remove_item_discount':
      return removeItemDiscount(command, context)
    case 'change_sent_item':
      return changeSentItem(command, context)
    case 'set_allergies':
      return setAllergies(command, context)
    case 'settle_price':
      return settlePrice(command, context)
    case 'set_preparation':
      return setPreparation(command, context)
  }
}

function decideOrder(command: OrderCommand, context: Context): Decision {
  switch (command.type) {
    case 'open_order':
      return openOrder(command, context)
    case 'set_covers':
      return setCovers(command, context)
    case 'set_guest':
      return setGuest(command, context)
    case 'set_service':
      return setService(command, context)
    case 'move_table':
      return moveTable(command, context)
    case 'transfer_order':
      return transferOrder(command, context)
    case 'merge_orders':
      return mergeOrders(command, context)
    case 'unmerge_order':
      return unmergeOrder(command, context)
    case 'discount_order':
      return discountOrder(command, context)
    case 'remove_order_discount':
      return removeOrderDiscount(command, context)
    case 'set_charge':
      return setCharge(command, context)
    case 'waive_charge':
      return waiveCharge(command, context)
    case 'exempt_order':
      return exemptOrder(command, context)
    case 'split_order':
      return splitOrder(command, context)
    case 'send_order':
      return sendOrder(command, context)
    case 'fire_course':
      return fireCourse(command, context)
    case 'reopen_order':
      return reopenOrder(command, context)
    case 'cancel_order':
      return cancelOrder(command, context)
    case 'print_receipt':
      return printReceipt(command, context)
  }
}

function decideStock(command: StockCommand, context: Context): Decision {
  switch (command.type) {
    case 'receive_stock':
      return receiveStock(command, context)
    case 'count_stock':
      return countStock(command, context)
    case 'waste_stock':
      return wasteStock(command, context)
    case 'take_back_stock':
      return takeBackStock(command, context)
  }
}

const STOCK_TYPES: ReadonlySet<string> = new Set<StockCommand['type']>([
  'receive_stock',
  'count_stock',
  'waste_stock',
  'take_back_stock',
])

function isStock(command: Command): command is StockCommand {
  return STOCK_TYPES.has(command.type)
}

const SHIFT_TYPES: ReadonlySet<string> = new Set<ShiftCommand['type']>([
  'open_shift',
  'move_cash',
  'count_drawer',
  'close_shift',
  'check_out',
  'close_day',
  'print_day',
])

function isShift(command: Command): command is ShiftCommand {
  return SHIFT_TYPES.has(command.type)
}

const PAYMENT_TYPES: ReadonlySet<string> = new Set<PaymentCommand['type']>([
  'take_payment',
  'request_payment',
  'payment_unclear',
  'decline_payment',
  'set_tip',
  'void_payment',
  'refund_payment',
])

function isPayment(command: Command): command is PaymentCommand {
  return PAYMENT_TYPES.has(command.type)
}

const ITEM_TYPES: ReadonlySet<string> = new Set<ItemCommand['type']>([
  'add_item',
  'set_item_qty',
  'set_item_note',
  'choose_modifiers',
  'place_item',
  'move_items',
  'remove_item',
  'void_item',
  'discount_item',
  'comp_item',
  'remove_item_discount',
  'change_sent_item',
  'set_allergies',
  'settle_price',
  'set_preparation',
])

function isItem(command: Command): command is ItemCommand {
  return ITEM_TYPES.has(command.type)
}
