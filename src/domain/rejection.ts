/** Why a command was refused. Words and remedies for each code: `src/i18n/errors.ts`. */
export type RejectionCode =
  | 'not_allowed'
  | 'store_not_ready'
  | 'unknown_order'
  | 'unknown_table'
  | 'unknown_menu_item'
  | 'unknown_item'
  | 'item_sold_out'
  | 'order_exists'
  | 'order_not_open'
  | 'order_read_only'
  | 'order_has_items'
  | 'order_has_payments'
  | 'order_empty'
  | 'table_taken'
  | 'bad_qty'
  | 'bad_covers'
  | 'bad_amount'
  | 'bad_price'
  | 'bad_record'
  | 'note_too_long'
  | 'reason_missing'
  | 'total_too_large'
  | 'item_already_sent'
  | 'item_not_sent'
  | 'nothing_to_send'
  | 'too_many_unsent'
  | 'nothing_to_pay'
  | 'amount_above_balance'
  | 'tendered_too_little'
  | 'not_closed'

/** `rule` names the numbered rule in docs/spec that refused. */
export interface Rejection {
  readonly code: RejectionCode
  readonly rule: string
}
