import type { Command } from '#domain/command.ts'
import type { Context } from '#domain/context.ts'
import { may, type Action } from '#domain/staff/permissions.ts'
import { addItem, removeItem, setItemNote, setItemQty, voidItem } from './items.ts'
import { sendOrder, setPreparation } from './kitchen.ts'
import { cancelOrder, openOrder, setCovers } from './orders.ts'
import { printReceipt, takePayment } from './payments.ts'
import { saveRecord } from './records.ts'
import { reject, type Decision } from './reject.ts'

const ACTION_OF: { readonly [type in Command['type']]: Action } = {
  open_order: 'take_order',
  add_item: 'take_order',
  set_item_qty: 'take_order',
  set_item_note: 'take_order',
  remove_item: 'take_order',
  set_covers: 'take_order',
  send_order: 'take_order',
  cancel_order: 'take_order',
  void_item: 'void_sent_item',
  set_preparation: 'prepare',
  take_payment: 'take_payment',
  print_receipt: 'take_payment',
  save_record: 'edit_menu',
}

/** May this be done now? The events if yes, a typed reason if no. A refused command changes nothing. */
export function decide(command: Command, context: Context): Decision {
  if (!may(context.actor.role, ACTION_OF[command.type])) return reject('not_allowed', 'ROLE1')
  switch (command.type) {
    case 'open_order':
      return openOrder(command, context)
    case 'set_covers':
      return setCovers(command, context)
    case 'cancel_order':
      return cancelOrder(command, context)
    case 'add_item':
      return addItem(command, context)
    case 'set_item_qty':
      return setItemQty(command, context)
    case 'set_item_note':
      return setItemNote(command, context)
    case 'remove_item':
      return removeItem(command, context)
    case 'void_item':
      return voidItem(command, context)
    case 'send_order':
      return sendOrder(context)
    case 'set_preparation':
      return setPreparation(command, context)
    case 'take_payment':
      return takePayment(command, context)
    case 'print_receipt':
      return printReceipt(command, context)
    case 'save_record':
      return saveRecord(command)
  }
}
