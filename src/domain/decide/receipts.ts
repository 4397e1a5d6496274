import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Order } from '#domain/order/order.ts'
import { ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import type { Settings } from '#domain/store/settings.ts'
import { orderDraft } from './drafts.ts'
import { reject, type Decision } from './reject.ts'

/** A receipt may be printed again at any time; from the second on it is marked COPY. [PAY7] */
export function printReceipt(command: Of<'print_receipt'>, context: Context): Decision {
  const { bill, settings } = context
  if (bill === null) return reject('unknown_order', 'ORDER1')
  if (bill.order.sale === null) return reject('not_closed', 'PAY7')
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  const authorized = authorize(context, 'take_payment', [command.orderId])
  return authorized.ok ? ok([receiptOf(bill.order, settings)]) : authorized
}

/** Asks the printer of the settings for this order's next receipt. */
export function receiptOf(order: Pick<Order, 'id' | 'receipts'>, settings: Settings): Draft {
  const payload = { printerId: settings.receiptPrinterId, copy: order.receipts }
  return orderDraft(order.id, { type: 'receipt_requested', payload })
}
