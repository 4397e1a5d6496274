import { checkBalances, type CheckBalance } from '#domain/check/balances.ts'
import { REST } from '#domain/check/check.ts'
import { soldCheck, unpaidBill } from '#domain/check/paid-check.ts'
import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Bill } from '#domain/order/bill.ts'
import type { Order } from '#domain/order/order.ts'
import { receiptsBefore } from '#domain/order/receipts.ts'
import { ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import type { Settings } from '#domain/store/settings.ts'
import { orderDraft } from './drafts.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'

/** A receipt may be printed again at any time; from the second on it is marked COPY. [PAY7] [CHECK14] */
export function printReceipt(command: Of<'print_receipt'>, context: Context): Decision {
  const { bill, settings, now } = context
  if (command.what === 'bill') return printBill(command, context)
  const { checkId } = command
  if (bill === null) return reject('unknown_order', 'ORDER1')
  if (checkId === undefined && bill.order.sale === null) return reject('not_closed', 'PAY7')
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  if (checkId !== undefined && !isCheck(bill.order, checkId)) return reject('unknown_check', 'CHECK14')
  const receipt =
    checkId === undefined ? receiptOf(bill.order, settings) : checkReceipt(bill, checkId, settings, now)
  if (receipt === null) return reject('check_not_paid', 'CHECK14')
  const authorized = authorize(context, 'take_payment', [command.orderId])
  return authorized.ok ? ok([receipt]) : authorized
}

/** What is to pay, on paper, for the guest to look at: no receipt, and no sale. [BILL6] */
function printBill({ orderId, checkId }: Of<'print_receipt'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { settings, now } = context
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  if (checkId !== undefined && !isCheck(bill.order, checkId)) return reject('unknown_check', 'BILL6')
  const unpaid = unpaidBill(bill, checkId ?? null, settings.currency.code, now)
  if (unpaid === null) return reject('nothing_to_pay', 'BILL6')
  const authorized = authorize(context, 'take_payment', [orderId])
  if (!authorized.ok) return authorized
  const payload = { printerId: settings.receiptPrinterId, ...unpaid }
  return ok([orderDraft(orderId, { type: 'order_billed', payload })])
}

/** Asks the printer of the settings for this order's next receipt. */
function receiptOf(order: Pick<Order, 'id' | 'receipts' | 'checkReceipts'>, settings: Settings): Draft {
  const payload = { printerId: settings.receiptPrinterId, copy: receiptsBefore(order, null) }
  return orderDraft(order.id, { type: 'receipt_requested', payload })
}

/**
 * The receipt that a payment brings: of the one check it leaves nothing to pay of. Where it settles several at once,
 * or the order is not split, that of the whole order, once it closes. [PAY1] [CHECK14]
 */
export function receiptsAfter(
  before: Bill,
  after: Bill,
  { closes, settings, now }: { readonly closes: boolean; readonly settings: Settings; readonly now: number },
): readonly Draft[] {
  const settled =
    before.order.checks.length === 0 ? [] : newlyPaid(checkBalances(before), checkBalances(after))
  const [first, ...more] = settled
  const receipt = first === undefined || more.length > 0 ? null : checkReceipt(after, first.id, settings, now)
  if (receipt !== null) return [receipt]
  return closes ? [receiptOf(before.order, settings)] : []
}

function newlyPaid(before: readonly CheckBalance[], after: readonly CheckBalance[]): readonly CheckBalance[] {
  const open = new Set(before.filter(({ balance }) => balance > 0).map(({ id }) => id))
  return after.filter(({ id, balance }) => balance <= 0 && open.has(id))
}

function checkReceipt(bill: Bill, checkId: string, settings: Settings, now: number): Draft | null {
  const check = soldCheck(bill, checkId, settings.currency.code, now)
  if (check === null) return null
  const payload = { printerId: settings.receiptPrinterId, copy: receiptsBefore(bill.order, checkId), check }
  return orderDraft(bill.order.id, { type: 'receipt_requested', payload })
}

function isCheck({ checks }: Order, checkId: string): boolean {
  return checks.length > 0 && (checkId === REST || checks.some(({ id }) => id === checkId))
}
