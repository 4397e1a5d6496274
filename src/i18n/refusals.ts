import type { ErrorWords } from './error-words.ts'

/** What a person is told when a command is refused: one entry for every code of `src/domain/rejection.ts`. */
export const refusals = {
  not_allowed: { message: 'Your role does not allow this.', remedy: 'Ask a manager to do it.' },
  store_not_ready: {
    message: 'This device has not received the restaurant’s settings yet.',
    remedy: 'Leave it connected to the store for a moment, then try again.',
  },
  unknown_order: {
    message: 'This order is not on this device.',
    remedy:
      'Go back to the tables and open it again. If it came from another device, wait for that one to connect.',
  },
  unknown_table: {
    message: 'This table no longer exists.',
    remedy: 'Go back to the tables and choose another.',
  },
  unknown_menu_item: { message: 'This item is no longer on the menu.', remedy: 'Choose another item.' },
  unknown_item: { message: 'This line is no longer on the order.', remedy: 'Look at the order again.' },
  item_sold_out: {
    message: 'This item is sold out (86).',
    remedy: 'Offer something else, or ask a manager.',
  },
  order_exists: {
    message: 'This order is already open.',
    remedy: 'Go back to the tables and open it there.',
  },
  order_not_open: {
    message: 'This order is already closed.',
    remedy: 'Start a new order for anything the guests add.',
  },
  order_read_only: {
    message: 'A newer device changed this order in a way this one cannot read.',
    remedy: 'Finish the order on the newer device, or reload this one to update it.',
  },
  order_has_items: {
    message: 'This order still has items.',
    remedy: 'Remove or void its items first.',
  },
  order_has_payments: {
    message: 'This order already has a payment.',
    remedy: 'Take the rest of the payment to close it.',
  },
  order_empty: { message: 'This order has no items.', remedy: 'Add an item first.' },
  table_taken: {
    message: 'This table already has an open order.',
    remedy: 'Open that order, or choose another table.',
  },
  bad_qty: { message: 'This quantity is not possible.', remedy: 'Use a whole number from 1 to 9,999.' },
  bad_covers: {
    message: 'This number of guests is not possible.',
    remedy: 'Use a whole number from 1 to 999.',
  },
  bad_amount: { message: 'This amount is not possible.', remedy: 'Type an amount above zero.' },
  bad_price: {
    message: 'This price is not possible.',
    remedy: 'Type a price of zero or more, without a digit too many.',
  },
  bad_record: { message: 'Something in this form is missing or not possible.', remedy: 'Check every field.' },
  printer_on_internet: {
    message: 'This printer’s address is on the internet.',
    remedy: 'Use its address in the house, such as 192.168.1.50; the printer prints it on its self-test.',
  },
  note_too_long: { message: 'This note is too long.', remedy: 'Shorten it to 200 characters.' },
  reason_missing: { message: 'A reason is needed.', remedy: 'Say in a few words why.' },
  total_too_large: { message: 'The order would become too large.', remedy: 'Start a second order.' },
  item_already_sent: {
    message: 'The kitchen already has this item.',
    remedy: 'Ask a manager to void it, or add another.',
  },
  item_not_sent: { message: 'The kitchen does not have this item yet.', remedy: 'Send the order first.' },
  nothing_to_send: { message: 'Everything is already in the kitchen.', remedy: 'Add an item, then send.' },
  too_many_unsent: {
    message: 'This order has too many items that were not sent.',
    remedy: 'Send them first, then take the payment.',
  },
  nothing_to_pay: { message: 'Nothing is left to pay.', remedy: 'Go back to the tables.' },
  amount_above_balance: {
    message: 'This is more than is left to pay.',
    remedy: 'Take the rest, or less.',
  },
  tendered_too_little: {
    message: 'The guest gave less than the amount.',
    remedy: 'Type what was handed over, or take a smaller part.',
  },
  not_closed: { message: 'This order is not closed yet.', remedy: 'Take the payment first.' },
  taxes_in_circle: {
    message: 'These taxes are each a percentage of the other.',
    remedy: 'Take one of them out of what the other is a percentage of.',
  },
  unknown_variant: { message: 'This size is no longer on the menu.', remedy: 'Choose another size.' },
  variant_missing: { message: 'This item comes in sizes.', remedy: 'Choose a size first.' },
  unknown_modifier: {
    message: 'One of the modifiers is no longer on the menu here.',
    remedy: 'Choose the modifiers again.',
  },
  modifier_missing: {
    message: 'This item needs another choice.',
    remedy: 'Choose what it asks for, then add it.',
  },
  too_many_modifiers: { message: 'More was chosen than this item allows.', remedy: 'Take something off.' },
  modifier_sold_out: {
    message: 'One of the modifiers is sold out (86).',
    remedy: 'Leave it off, or choose another.',
  },
  combo_part_missing: { message: 'This combo is not complete.', remedy: 'Choose every part of it.' },
  unknown_combo_part: {
    message: 'One of the parts does not belong to this combo.',
    remedy: 'Choose the parts again.',
  },
  part_changes_combo: {
    message: 'The size of a part belongs to its combo.',
    remedy: 'Remove the combo and add it again.',
  },
  bad_weight: {
    message: 'This weight is not possible.',
    remedy: 'Weigh it again, or type a weight above zero.',
  },
  bad_seat: {
    message: 'This seat is not possible.',
    remedy: 'Use a whole number from 0 (the whole table) to 999.',
  },
  bad_allergy: {
    message: 'This is none of the fourteen allergens, or one is named twice.',
    remedy: 'Choose from the list; say anything else in the note.',
  },
  bad_course: { message: 'This course is not possible.', remedy: 'Use a whole number from 0 (none) to 20.' },
  modifiers_too_deep: {
    message: 'These modifier groups hang too deep, or in a circle.',
    remedy: 'Take one of the groups out of the chain.',
  },
  bad_service: { message: 'This way of serving is not known.', remedy: 'Choose one of those offered.' },
  bad_guest: {
    message: 'These details of the guest are too long, or the time is not possible.',
    remedy: 'Shorten them, and choose a time from now on.',
  },
  order_has_merged: {
    message: 'Other orders are merged into this one.',
    remedy: 'Take them apart first.',
  },
  order_is_split: {
    message: 'This order is split into checks.',
    remedy: 'Bring it back to one check first.',
  },
  order_refunded: {
    message: 'Money of this order was given back.',
    remedy: 'Open a new order for anything else.',
  },
  same_order: { message: 'These are the same order.', remedy: 'Choose another order.' },
  not_merged: { message: 'This order is not merged.', remedy: 'Look at the order again.' },
  less_than_paid: {
    message: 'More is already paid than would be left.',
    remedy: 'Void a payment first.',
  },
  unknown_charge: {
    message: 'This charge does not belong to this order.',
    remedy: 'Choose one of the order’s charges.',
  },
  unknown_tax: { message: 'This tax is not on the order.', remedy: 'Choose one of its taxes.' },
  unknown_discount: { message: 'This discount is no longer there.', remedy: 'Look at the order again.' },
  bad_discount: {
    message: 'This discount is not possible.',
    remedy: 'Type more than nothing, and at most 100 %.',
  },
  too_many_lines: { message: 'These are too many lines at once.', remedy: 'Move them in two parts.' },
  unknown_method: {
    message: 'This way to pay is not set up.',
    remedy: 'Choose another way to pay, or ask a manager to set it up.',
  },
  unknown_payment: {
    message: 'This payment is not on this order.',
    remedy: 'Look at the order’s payments again.',
  },
  check_not_paid: {
    message: 'Something of this check is still to pay.',
    remedy: 'Take the payment first. Its receipt prints by itself then.',
  },
  unknown_check: {
    message: 'This part of the bill is no longer there.',
    remedy: 'Look at how the bill is split now, then choose a part.',
  },
  no_open_shift: {
    message: 'No drawer is open here.',
    remedy: 'Open a drawer with its float first, or take another way to pay.',
  },
  payment_unclear_first: {
    message: 'A card payment of this bill has no clear answer yet.',
    remedy: 'Look at the terminal: was it charged? Say so here first, or take cash.',
  },
  payment_answered: {
    message: 'This card payment was already answered.',
    remedy: 'Look at the order’s payments. To give money back, void or refund it.',
  },
  payment_captured: {
    message: 'This payment is already settled.',
    remedy: 'Refund it instead.',
  },
  payment_refunded: {
    message: 'Something of this payment was already given back.',
    remedy: 'Refund the rest instead.',
  },
  coins_cannot_pay: {
    message: 'Coins cannot pay exactly this amount.',
    remedy: 'Type an amount that coins can pay, or take all that is left.',
  },
  reference_used: {
    message: 'This slip or voucher was already taken for this order.',
    remedy: 'Check its number. A slip or voucher counts once.',
  },
  reference_too_long: {
    message: 'This number is too long.',
    remedy: 'Type at most 80 characters of it.',
  },
  tip_window_over: {
    message: 'It is too late to change this tip.',
    remedy: 'A tip can be changed for a day, or as long as the settings say.',
  },
  refund_above_paid: {
    message: 'This is more than can be given back.',
    remedy: 'Look at what was paid and refunded already, and give back at most the rest.',
  },
  order_is_merged: {
    message: 'This order is merged into another.',
    remedy: 'Open the order it is merged into, and do it there.',
  },
  bad_split: {
    message: 'The bill cannot be split this way.',
    remedy: 'Check the parts: each line at most once in a part, and never more than all of it.',
  },
  check_paid: {
    message: 'Somebody already paid this part of the bill.',
    remedy: 'Leave it as it is, and split only what is left.',
  },

  wrong_pin: { message: 'That PIN is not right.', remedy: 'Try again.' },
  unknown_person: { message: 'This person no longer works here.', remedy: 'Choose someone else.' },
  unknown_device: { message: 'There is no such device here.', remedy: 'Look at the list again.' },
  unknown_role: { message: 'There is no such role any more.', remedy: 'Choose another role.' },
  bad_pin: { message: 'A PIN has four to eight digits.', remedy: 'Type digits only.' },
  pin_too_short: {
    message: 'A manager’s PIN has six to eight digits.',
    remedy: 'Choose a longer one: this role opens more than the till.',
  },
  pin_needed: {
    message: 'This role needs a PIN of six to eight digits.',
    remedy: 'Give a new PIN together with the role.',
  },
  last_owner: {
    message: 'The restaurant needs an owner.',
    remedy: 'Make somebody else an owner first.',
  },
  approval_needed: {
    message: 'This needs a manager’s approval.',
    remedy: 'Ask a manager to approve it here or on their own device.',
  },
  approval_does_not_fit: {
    message: 'The approval was given for something else.',
    remedy: 'Ask again: an approval is good once, and for exactly what was asked.',
  },
  bad_drawer: {
    message: 'This drawer has no name that can be used.',
    remedy: 'Choose a drawer of the store.',
  },
  drawer_in_use: {
    message: 'This drawer is already open.',
    remedy: 'Go on with the open one, or count and close it first.',
  },
  unknown_shift: {
    message: 'This drawer session is not on this device.',
    remedy: 'Wait for the device that opened it to connect, or open the drawer here.',
  },
  shift_closed: {
    message: 'This drawer is already closed.',
    remedy: 'Open it again for new cash; what was counted stays.',
  },
  party_missing: { message: 'Nobody is named who got the money.', remedy: 'Say who got it.' },
  bad_count: { message: 'These coins and notes do not add up.', remedy: 'Count them in whole pieces.' },
  drawer_not_counted: { message: 'The drawer is not counted yet.', remedy: 'Count it, then close it.' },
  count_outdated: {
    message: 'Cash moved after the drawer was counted.',
    remedy: 'Count the drawer again, then close it.',
  },
  orders_to_transfer: {
    message: 'You still have open orders.',
    remedy: 'Take payment for them, or transfer them to somebody else.',
  },
  bad_date: { message: 'This is no day that can be closed.', remedy: 'Choose today or a day before.' },
  sale_in_z: {
    message: 'This sale is in a Z report that was closed.',
    remedy: 'Refund it, and open a new order for what is sold instead.',
  },
  day_closed: {
    message: 'This day is already closed.',
    remedy: 'Print its report again. Sales that come late are added to it.',
  },
  orders_left_open: {
    message: 'Orders are still open.',
    remedy: 'Take payment for them or cancel them; the list names them.',
  },
  shifts_left_open: {
    message: 'Drawers are still open.',
    remedy: 'Count and close them; the list names them.',
  },
  payments_left_unclear: {
    message: 'Nobody knows yet whether some cards were charged.',
    remedy: 'Look at the terminal, then record each as taken or declined.',
  },
  unknown_ingredient: {
    message: 'An ingredient is not known here, or is named twice.',
    remedy: 'Name each ingredient once, from the list.',
  },
  bad_stock_qty: {
    message: 'That quantity cannot be.',
    remedy: 'Type how much there is, above zero; a count may find nothing.',
  },
  nothing_in_stock_lines: {
    message: 'No ingredient is named, or more than 100 at once.',
    remedy: 'Name at least one; save a long list in parts.',
  },
  unknown_stock_document: {
    message: 'This delivery, count or waste is not on this device.',
    remedy: 'Leave the device connected to the store for a moment, then try again.',
  },
} as const satisfies { readonly [code: string]: ErrorWords }
