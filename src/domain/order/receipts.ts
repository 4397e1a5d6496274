import type { Order } from './order.ts'

type Receipts = Pick<Order, 'receipts' | 'checkReceipts'>

/**
 * How many receipts tell what the next one would: that one is an original only when there is none. One of the whole
 * order tells every check, and one of a check tells a part of the whole. [PAY7] [CHECK15]
 */
export function receiptsBefore({ receipts, checkReceipts = {} }: Receipts, checkId: string | null): number {
  const ofChecks = checkId === null ? Object.values(checkReceipts) : [checkReceipts[checkId] ?? 0]
  return receipts + Math.max(0, ...ofChecks)
}

/** One more receipt was asked for: of a check, or of the whole order. */
export function receiptAsked(order: Order, checkId: string | null): Order {
  if (checkId === null) return { ...order, receipts: order.receipts + 1 }
  const others = Object.entries(order.checkReceipts ?? {}).filter(([id]) => id !== checkId)
  const count = (order.checkReceipts?.[checkId] ?? 0) + 1
  return { ...order, checkReceipts: Object.fromEntries([...others, [checkId, count]]) }
}
