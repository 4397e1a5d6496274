import type { Draft } from '#domain/event/event.ts'
import type { Item } from '#domain/item/item.ts'
import { sum } from '#domain/money/money.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { readEntities } from '#database/entities.ts'
import type { Tx } from '#database/schema.ts'
import { saleAddsUp } from './money-rules.ts'
import type { World } from './world.ts'

export interface Decided {
  readonly tx: Tx
  readonly store: string
  readonly actor: string
  readonly drafts: readonly Draft[]
}

/** I7: what one device decides must be sound by all that it knows itself, whatever others do meanwhile. */
export async function checkDecision(world: World, name: string, decided: Decided): Promise<void> {
  const { tx, store, actor, drafts } = decided
  const entities = await readEntities(
    tx,
    store,
    drafts.map(({ ent }) => ent),
  )
  for (const draft of drafts) {
    const state = entities.get(`${draft.ent.type}:${draft.ent.id}`)?.state ?? null
    const wrong = wrongWith(draft, state) ?? unapproved(draft, actor)
    if (wrong !== null) world.fail('I7', `${name} decided ${draft.event.type} on ${draft.ent.id}: ${wrong}`)
  }
}

function wrongWith({ event }: Draft, state: unknown): string | null {
  switch (event.type) {
    case 'payment_refunded': {
      const payment = state as Payment
      const back = sum([...payment.refunds, event.payload].map(({ amount }) => amount))
      const tips = sum([...payment.refunds, event.payload].map(({ tip }) => tip))
      return back > payment.amount || tips > payment.tip ? 'more is given back than was paid' : null
    }
    case 'payment_voided':
      return (state as Payment).refunds.length > 0 ? 'money was given back already' : null
    case 'payment_taken': {
      const { tendered, amount, rounding, tip, change } = event.payload
      if (tendered - amount - rounding - tip !== change || change < 0) return 'the change is wrong'
      const known = (state as Payment | null)?.status
      return known === 'taken' || known === 'voided' ? 'it was taken already' : null
    }
    case 'order_closed': {
      const { sale } = event.payload
      const paid = sum(sale.payments.map(({ amount }) => amount))
      if (paid < sale.total) return 'it is not paid'
      return saleAddsUp(sale)
    }
    case 'order_reopened': {
      const { sale, otherSales } = state as Order
      const standing = [sale, ...otherSales].some((one) => one?.closeId === event.payload.closeId)
      return standing ? null : 'no such close stands'
    }
    case 'item_voided':
      return (event.payload.qty ?? 1) > (state as Item).qty ? 'more is voided than there is' : null
    default:
      return null
  }
}

const GUARDED: readonly string[] = ['payment_voided', 'payment_refunded', 'order_reopened', 'item_voided']

/** A waiter does these only with somebody's yes. */
function unapproved({ event }: Draft, actor: string): string | null {
  if (!actor.startsWith('waiter') || !GUARDED.includes(event.type)) return null
  const { approvedBy, kind } = event.payload as { approvedBy: string | null; kind?: string }
  return approvedBy === null && kind !== 'removed' ? 'nobody said yes' : null
}
