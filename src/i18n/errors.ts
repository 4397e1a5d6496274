import type { ErrorWords } from './error-words.ts'
import { refusals } from './refusals.ts'

/** One entry for every code a person can be shown: refusals by the domain, then the device's and the server's. */
export const errors = {
  ...refusals,
  quarantine_stays: {
    message: 'This still makes no sense here. It is kept as it is.',
    remedy: 'Update the server and try again, or dismiss it. Nothing is deleted.',
  },
  picture_unreadable: {
    message: 'This file is not a picture that can be shown.',
    remedy: 'Choose a photo: JPEG, PNG or WebP. Open it on this device first to see whether it is whole.',
  },
  picture_too_large: {
    message: 'This picture is larger than the server takes.',
    remedy: 'Choose one of at most 2 MB and 4096 pixels each way.',
  },
  pictures_full: {
    message: 'This restaurant keeps 5,000 photos already.',
    remedy: 'Photos that no dish shows go by themselves after a month. Save the dish without one until then.',
  },
  print_job_gone: {
    message: 'This is not waiting to be printed any more.',
    remedy: 'It came out, or somebody else saw to it.',
  },
  print_job_sending: { message: 'This is being printed now.', remedy: 'Wait a moment and look again.' },
  receipt_in_doubt: {
    message: 'Nobody knows whether this receipt was printed.',
    remedy: 'If it is not there, print a copy from its order: copies are counted.',
  },
  printer_unknown: {
    message: 'This printer is not in use.',
    remedy: 'Choose another one, or put it back into use in the back office.',
  },
  pin_locked: {
    message: 'Too many wrong PINs.',
    remedy: 'Wait for the countdown, or let someone else log in.',
  },
  server_pin_needed: {
    message: 'The store’s server wants to know that it is you.',
    remedy: 'Type your PIN once more.',
  },
  server_pin_withheld: { message: 'Nothing was changed.', remedy: 'Try again with your PIN.' },
  approval_withheld: {
    message: 'Nobody approved it: nothing was changed.',
    remedy: 'Ask again when a manager is beside you.',
  },
  bad_range: {
    message: 'These dates are no range.',
    remedy: 'Choose two dates of the calendar, the earlier one first, not more than 400 days apart.',
  },
  program_incomplete: {
    message: 'A part of this program could not be loaded.',
    remedy: 'Look at the network and reload. Everything that was done on this device is still here.',
  },
  session_ended: { message: 'You have been logged out.', remedy: 'Log in again.' },
  pairing_code_wrong: {
    message: 'That code is not right, or it was already used.',
    remedy: 'Check it, or ask a manager for a new one.',
  },
  setup_first: {
    message: 'Nobody works in this restaurant yet.',
    remedy: 'Set it up first: the server shows the code where it was started.',
  },
  setup_code_wrong: {
    message: 'That code is not the one the server shows.',
    remedy: 'Look where the server was started. After ten wrong codes, start it again for a new one.',
  },
  setup_done: {
    message: 'This restaurant is set up already.',
    remedy: 'Reload the page and add this device with a pairing code.',
  },
  pairing_closed: {
    message: 'This restaurant takes new devices only with a code.',
    remedy: 'Ask a manager for a pairing code.',
  },
  store_mismatch: {
    message: 'This device belongs to another restaurant.',
    remedy: 'Open the address of its own restaurant: what is not there yet is kept on this device alone.',
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
      'Go on working. It takes on a new letter by itself as soon as the server answers; nothing is lost.',
  },
  device_renewed: {
    message: 'This device was copied, or restored from an old copy, and goes on under a new letter.',
    remedy: 'Nothing is missing. Orders that only this device knew have new numbers.',
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
  https_needed: {
    message: 'The server speaks with other devices over HTTPS alone.',
    remedy: 'Open the server’s /trust page on this device once, and do what it says.',
  },
  certificate_failed: {
    message: 'The certificate for HTTPS cannot be used.',
    remedy: 'Check the files and settings named here, then start again.',
  },
  data_dir_failed: {
    message: 'The server cannot write to its data folder.',
    remedy: 'Check that the folder exists and that the server may write there.',
  },
  database_unreachable: {
    message: 'The server’s database does not answer.',
    remedy: 'Start PostgreSQL, or check DATABASE_URL.',
  },
  upstream_unreachable: {
    message: 'The cloud does not answer.',
    remedy: 'A new hub is filled from it: check UPSTREAM_URL and the internet, then start again.',
  },
  upstream_refused: {
    message: 'The cloud does not take this hub in.',
    remedy: 'Make a new code in the cloud (scripts/enrol.ts) and start again with it as UPSTREAM_CODE.',
  },
  history_coming: {
    message: 'This device is still fetching what happened before it joined the store.',
    remedy:
      'Wait a few seconds and try again. It needs its server for that; other devices are not concerned.',
  },
  stock_in_part: {
    message:
      'This device joined the store later and has not heard yet what was in stock before its first day.',
    remedy: 'Wait a few seconds and try again. It needs its server for that, once.',
  },
  storage_nearly_full: {
    message: 'This device has little space left, so no new order is begun on it.',
    remedy: 'Close and pay what is open. Free some space on it, or take new orders on another device.',
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
  database_key_wrong: {
    message: 'The key does not open this data.',
    remedy:
      'Use the key the data was encrypted with. Nothing was changed. A till whose own key is damaged is paired anew: what it had sent is in the store.',
  },
  database_key_missing: {
    message: 'This data is encrypted, and its key is not here.',
    remedy:
      'On the server, set DATABASE_KEY or DATABASE_KEY_FILE to the key it was encrypted with. A till that lost its key is paired anew: what it had sent is in the store.',
  },
  database_key_refused: {
    message: 'The server does not use this key file.',
    remedy: 'Keep 64 hex digits in it, outside the data folder, readable by its owner alone (chmod 600).',
  },
  database_not_encrypted: {
    message: 'A key is set, but this data is not encrypted.',
    remedy:
      'Stop the server and run: npx tsx scripts/encrypt.ts, with the same settings. Or take the key out of the settings.',
  },
  server_running: {
    message: 'A server is running on this data.',
    remedy: 'Stop it, then try again.',
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
