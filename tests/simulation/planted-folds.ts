import { foldEntity, type EntityState } from '#domain/event/fold.ts'
import type { DomainEvent } from '#domain/event/event.ts'
import type { Item } from '#domain/item/item.ts'
import { minor } from '#domain/money/money.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Shift } from '#domain/shift/shift.ts'

type Fold = typeof foldEntity
type Of<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>

/** The right fold, but for events of one type: these get what it would make of them, to spoil it. */
function wrongFor<S extends EntityState, T extends DomainEvent['type']>(
  type: T,
  spoil: (before: S, after: S, event: Of<T>) => S,
): Fold {
  return (entity, id, state, event) => {
    const after = foldEntity(entity, id, state, event)
    if (event.type !== type || state === null || after === null) return after
    return spoil(state as S, after as S, event as Of<T>)
  }
}

/** Bugs of the fold, by name. Every replica has them, so that all agree; only the restaurant is wrong. */
export const WRONG_FOLDS = {
  'close overwrites the sale': wrongFor<Order, 'order_closed'>('order_closed', (_, after, { payload }) => ({
    ...after,
    sale: payload.sale,
    otherSales: [],
  })),
  'second close dropped': wrongFor<Order, 'order_closed'>('order_closed', (before, after) =>
    before.sale === null ? after : before,
  ),
  'reopening takes back any close': wrongFor<Order, 'order_reopened'>('order_reopened', (before, after) =>
    before.sale === null ? after : { ...after, sale: null, otherSales: [], status: 'open' },
  ),
  'sale computed anew by a late change': wrongFor<Order, 'order_covers_set'>(
    'order_covers_set',
    (before, after, { payload }) =>
      before.sale === null ? after : { ...after, sale: { ...before.sale, covers: payload.covers } },
  ),
  'split share lost': wrongFor<Order, 'order_split'>('order_split', (_, after) => ({
    ...after,
    checks: after.checks.slice(1),
  })),
  'void undone by an edit': wrongFor<Item, 'item_qty_set'>('item_qty_set', (before, after, { payload }) =>
    before.status === 'voided'
      ? { ...before, status: 'new', qty: payload.qty, ordered: payload.qty, voids: [], voided: null }
      : after,
  ),
  'void of a moved line undone': wrongFor<Item, 'item_moved'>('item_moved', (before, after) =>
    before.status === 'voided' ? { ...after, status: 'sent', qty: before.ordered } : after,
  ),
  'double void takes off twice': wrongFor<Item, 'item_voided'>(
    'item_voided',
    (before, after, { payload }) => ({
      ...after,
      qty: before.qty - (payload.qty ?? before.qty),
    }),
  ),
  'sent line does not move': wrongFor<Item, 'item_moved'>('item_moved', (before, after) =>
    before.sentAt === null ? after : before,
  ),
  'held line never sent': wrongFor<Item, 'item_sent'>('item_sent', (before, after) =>
    before.held ? before : after,
  ),
  'void forgets the sending': wrongFor<Item, 'item_voided'>('item_voided', (_, after) =>
    after.status === 'voided' ? { ...after, sentAt: null, sentBy: null, preparation: null } : after,
  ),
  'payment counted twice': wrongFor<Payment, 'payment_taken'>('payment_taken', (before, after) =>
    before.status === 'taken' ? { ...after, amount: minor(before.amount * 2) } : after,
  ),
  'late no takes back a payment': wrongFor<Payment, 'payment_declined'>('payment_declined', (before, after) =>
    before.status === 'taken' ? { ...after, status: 'declined' } : after,
  ),
  'late yes undoes a void': wrongFor<Payment, 'payment_taken'>('payment_taken', (before, after) =>
    before.status === 'voided' ? { ...after, status: 'taken', voided: null } : after,
  ),
  'second refund lost': wrongFor<Payment, 'payment_refunded'>('payment_refunded', (_, after) => ({
    ...after,
    refunds: after.refunds.slice(-1),
  })),
  'tip changes the amount': wrongFor<Payment, 'payment_tip_set'>('payment_tip_set', (before, after) => ({
    ...after,
    amount: minor(after.amount + after.tip - before.tip),
  })),
  'second cash move lost': wrongFor<Shift, 'shift_cash_moved'>('shift_cash_moved', (before, after) =>
    before.moves.length > 0 ? before : after,
  ),
  'record replaced whole': (entity, id, state, event) =>
    event.type === 'record_changed' && entity === 'menu_item'
      ? event.payload
      : foldEntity(entity, id, state, event),
} as const satisfies { readonly [name: string]: Fold }
