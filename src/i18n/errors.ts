/** What happened and what to do, in plain words. */
export interface ErrorWords {
  readonly message: string
  readonly remedy: string
}

/** One entry for every code a person can be shown. Refusals by the domain, then the device's and the server's. */
export const errors = {
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
  bad_price: { message: 'This price is not possible.', remedy: 'Type a price of zero or more.' },
  bad_record: { message: 'Something in this form is missing or not possible.', remedy: 'Check every field.' },
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

  wrong_pin: { message: 'That PIN is not right.', remedy: 'Try again.' },
  pin_locked: {
    message: 'Too many wrong PINs.',
    remedy: 'Wait for the countdown, or let someone else log in.',
  },
  unknown_person: { message: 'This person no longer works here.', remedy: 'Choose someone else.' },
  session_ended: { message: 'You have been logged out.', remedy: 'Log in again.' },
  pairing_code_wrong: {
    message: 'That code is not right, or it was already used.',
    remedy: 'Check it, or ask a manager for a new one.',
  },
  pairing_closed: {
    message: 'This restaurant takes new devices only with a code.',
    remedy: 'Ask a manager for a pairing code.',
  },
  store_mismatch: {
    message: 'This device belongs to another restaurant.',
    remedy: 'Open the address of its own restaurant, or clear this site’s data and pair again.',
  },
  server_unreachable: {
    message: 'The store’s server does not answer.',
    remedy: 'Check that it is switched on and that this device is on the store’s network. Then try again.',
  },
  too_many_tries: { message: 'Too many tries.', remedy: 'Wait a minute, then try again.' },
  device_exists: {
    message: 'This device already belongs to this restaurant.',
    remedy: 'Reload the page.',
  },
  device_unknown: {
    message: 'The server does not know this device.',
    remedy:
      'Go on working. Join again when you are ready: what is not yet in the old store stays on this device.',
  },
  device_forked: {
    message: 'This device was copied, or restored from an old copy.',
    remedy:
      'What it sells now stays on it and does not reach the store. Use another device, keep this one, and ask for help.',
  },
  not_signed_in: { message: 'The server does not know this device.', remedy: 'Log in again.' },
  bad_request: {
    message: 'The server did not understand this device.',
    remedy: 'Reload the page while connected: it may need the newest version.',
  },
  not_found: { message: 'There is nothing at this address.', remedy: 'Check the address.' },
  too_large: { message: 'This is more than the server takes at once.', remedy: 'Try with less.' },
  server_failed: {
    message: 'The store’s server failed.',
    remedy: 'Go on working: everything is kept here. If it goes on, restart the server.',
  },
  bad_setting: {
    message: 'A setting of the server is wrong.',
    remedy: 'Correct the setting named here, then start again.',
  },
  port_busy: {
    message: 'Another program uses the server’s port.',
    remedy: 'Stop that program, or set PORT to a free one.',
  },
  data_dir_failed: {
    message: 'The server cannot write to its data folder.',
    remedy: 'Check that the folder exists and that the server may write there.',
  },
  database_unreachable: {
    message: 'The server’s database does not answer.',
    remedy: 'Start PostgreSQL, or check DATABASE_URL.',
  },
  storage_full: {
    message: 'This device has no space left.',
    remedy: 'Free some space on it. Nothing saved so far is lost.',
  },
  storage_unavailable: {
    message: 'This browser does not let Comanda keep data here.',
    remedy: 'Use a normal window of Chrome, Edge, Firefox or Safari, over HTTPS.',
  },
  database_newer: {
    message: 'This device’s data was written by a newer version.',
    remedy: 'Reload the page while connected to get that version. Nothing is lost.',
  },
  database_failed: {
    message: 'This device’s data could not be opened.',
    remedy:
      'Reload the page. If that does not help, keep the device and ask for help: the data may still be on it.',
  },
  database_busy: {
    message: 'Comanda is open in another tab.',
    remedy: 'Use that tab, or close it and reload this one.',
  },
  device_failed: {
    message: 'The device could not do this.',
    remedy: 'Try again. If it happens again, reload the page: everything saved stays.',
  },
  unknown: {
    message: 'This did not work.',
    remedy: 'Try again. If it happens again, reload the page: everything saved stays.',
  },
} as const satisfies { readonly [code: string]: ErrorWords }
