import type { Command } from '#domain/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate, localHour } from '#domain/day/business-date.ts'
import type { Draft } from '#domain/event/event.ts'
import { isMinor, minor, type Minor } from '#domain/money/money.ts'
import { billTotals, lineAmount, liveItems, type Bill } from '#domain/order/bill.ts'
import type { Sale } from '#domain/order/order.ts'
import type { PaymentTaken } from '#domain/payment/payment.ts'
import { SENDING_MAX } from '#domain/limits.ts'
import { ok } from '#domain/result.ts'
import type { Settings } from '#domain/store/settings.ts'
import { isDecision, openBill } from './orders.ts'
import { reject, type Decision } from './reject.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** Takes money; the payment that brings the balance to nothing closes the order and asks for the receipt. [PAY8] */
export function takePayment(command: Of<'take_payment'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  if (bill.payments.some((payment) => payment.id === command.paymentId)) return ok([])
  const { settings } = context
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  if (liveItems(bill.items).length === 0) return reject('order_empty', 'PAY1')
  const totals = billTotals(bill, { scope: settings.taxScope, mode: settings.taxRounding })
  const { amount, tendered } = command
  if (!isMinor(amount) || !isMinor(tendered)) return reject('bad_amount', 'PAY2')
  if (amount < 0 || (amount === 0 && totals.balance !== 0)) return reject('bad_amount', 'PAY2')
  if (totals.balance < 0) return reject('nothing_to_pay', 'PAY1')
  if (amount > totals.balance) return reject('amount_above_balance', 'PAY3')
  if (tendered < amount) return reject('tendered_too_little', 'PAY4')
  if (command.method !== 'cash' && tendered !== amount) return reject('bad_amount', 'PAY5')
  const date = businessDate(context.now, settings.zone, settings.cutoverHour)
  const payment: PaymentTaken = {
    orderId: command.orderId,
    method: command.method,
    amount,
    tendered,
    change: minor(tendered - amount),
    takenAt: context.now,
    takenBy: context.actor.id,
    businessDate: date,
  }
  const taken: Draft = {
    ent: { type: 'payment', id: command.paymentId },
    event: { type: 'payment_taken', payload: payment },
  }
  if (amount < totals.balance) return ok([taken])
  const unsent = bill.items.filter((item) => item.status === 'new')
  if (unsent.length > SENDING_MAX) return reject('too_many_unsent', 'SEND3')
  const paid = [
    ...bill.payments.filter((one) => one.status === 'taken'),
    { ...payment, id: command.paymentId },
  ]
  return ok([taken, ...closing(bill, paid, settings, context, date)])
}

/** A receipt may be printed again at any time; from the second on it is marked COPY. [PAY7] */
export function printReceipt(command: Of<'print_receipt'>, context: Context): Decision {
  if (context.bill === null) return reject('unknown_order', 'ORDER1')
  if (context.bill.order.sale === null) return reject('not_closed', 'PAY7')
  if (context.settings === null) return reject('store_not_ready', 'ORDER1')
  return ok([receipt(command.orderId, context.settings, context.bill.order.receipts)])
}

/** Items nobody sent are sent by paying, so that what was paid is also made. [PAY6] */
function closing(
  bill: Bill,
  payments: readonly { readonly id: string; readonly method: string; readonly amount: Minor }[],
  settings: Settings,
  context: Context,
  date: string,
): readonly Draft[] {
  const sent = bill.items
    .filter((item) => item.status === 'new')
    .map((item): Draft => ({
      ent: { type: 'item', id: item.id },
      event: { type: 'item_sent', payload: { sentAt: context.now, sentBy: context.actor.id } },
    }))
  const totals = billTotals(bill, { scope: settings.taxScope, mode: settings.taxRounding })
  const sale: Sale = {
    closedAt: context.now,
    businessDate: date,
    hour: localHour(context.now, settings.zone),
    currency: settings.currency.code,
    lines: liveItems(bill.items).map((item) => ({
      itemId: item.id,
      menuItemId: item.menuItemId,
      name: item.name,
      categoryId: item.categoryId,
      qty: item.qty,
      unitPrice: item.unitPrice,
      amount: lineAmount(item),
    })),
    payments: payments.map(({ id, method, amount }) => ({ paymentId: id, method, amount })),
    subtotal: totals.subtotal,
    net: totals.net,
    tax: totals.tax,
    total: totals.total,
    taxes: totals.taxes,
  }
  const close: Draft = {
    ent: { type: 'order', id: bill.order.id },
    event: { type: 'order_closed', payload: { sale } },
  }
  return [...sent, close, receipt(bill.order.id, settings, bill.order.receipts)]
}

function receipt(orderId: string, settings: Settings, copy: number): Draft {
  return {
    ent: { type: 'order', id: orderId },
    event: { type: 'receipt_requested', payload: { printerId: settings.receiptPrinterId, copy } },
  }
}
