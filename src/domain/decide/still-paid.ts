import { checkBalances } from '#domain/check/balances.ts'
import type { Draft } from '#domain/event/event.ts'
import { foldItem } from '#domain/item/fold.ts'
import type { ItemEvent } from '#domain/item/item.ts'
import { billTotals, paidSoFar, type Bill } from '#domain/order/bill.ts'
import { foldOrder } from '#domain/order/fold.ts'
import type { OrderEvent } from '#domain/order/order.ts'
import { ok } from '#domain/result.ts'
import { reject, type Decision } from './reject.ts'

/**
 * These events, unless they would leave less on the bill, or on a check of it, than was already paid for it: then
 * money is given back first. What two tills have overpaid may change as long as it gets no worse. [ORDER12]
 */
export function unlessPaid(bill: Bill, drafts: readonly Draft[]): Decision {
  if (paidSoFar(bill.payments) === 0) return ok(drafts)
  const before = balances(bill)
  const after = balances(billAfter(bill, drafts))
  const worse = [...after].some(([id, balance]) => balance < 0 && balance < (before.get(id) ?? 0))
  return worse ? reject('less_than_paid', 'ORDER12') : ok(drafts)
}

/** What is left to pay of the order (its own id) and of each of its checks. */
function balances(bill: Bill): ReadonlyMap<string, number> {
  const totals = billTotals(bill)
  const checks = bill.order.checks.length === 0 ? [] : checkBalances(bill, totals)
  return new Map([
    [bill.order.id, totals.balance],
    ...checks.map(({ id, balance }) => [id, balance] as const),
  ])
}

/** The bill as these events of its order and its lines would leave it; lines moved elsewhere are gone from it. */
function billAfter(bill: Bill, drafts: readonly Draft[]): Bill {
  const orders = new Set([bill.order, ...bill.merged].map(({ id }) => id))
  const order = drafts
    .filter(({ ent }) => ent.type === 'order' && ent.id === bill.order.id)
    .reduce((known, { event }) => foldOrder(known.id, known, event as OrderEvent) ?? known, bill.order)
  const items = bill.items.map((item) =>
    drafts
      .filter(({ ent }) => ent.type === 'item' && ent.id === item.id)
      .reduce((known, { event }) => foldItem(known.id, known, event as ItemEvent) ?? known, item),
  )
  return { ...bill, order, items: items.filter(({ orderId }) => orders.has(orderId)) }
}
