import type { Context } from '#domain/context.ts'
import type { Bill } from '#domain/order/bill.ts'
import { reject, type Refusal } from './reject.ts'

/** The bill if it may still be changed. [ORDER1] [ORDER4] */
export function openBill(context: Pick<Context, 'bill'>): Bill | Refusal {
  if (context.bill === null) return reject('unknown_order', 'ORDER1')
  if (context.bill.order.status !== 'open') return reject('order_not_open', 'ORDER4')
  return context.bill
}

export function isDecision(value: Bill | Refusal): value is Refusal {
  return 'ok' in value
}
