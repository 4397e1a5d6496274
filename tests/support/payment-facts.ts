import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import type { DrawerFacts } from '#domain/shift/drawer-facts.ts'
import type { PaymentEvent, PaymentRequested, Refund } from '#domain/payment/payment.ts'
import { authority, DATE, fact, NOON } from './facts.ts'

function onPayment(id: string, event: PaymentEvent): Draft {
  return fact('payment', id, event)
}

/** A card asked of a terminal for the whole of it. */
export function requested(id: string, amount: number, over: Partial<PaymentRequested> = {}): Draft {
  return onPayment(id, {
    type: 'payment_requested',
    payload: {
      orderId: 'o1',
      checkId: null,
      method: 'card',
      methodName: '',
      amount: minor(amount),
      tip: minor(0),
      requestedAt: NOON,
      requestedBy: 'ana',
      businessDate: DATE,
      ...over,
    },
  })
}

export function unclear(id: string, at = NOON): Draft {
  return onPayment(id, { type: 'payment_unknown', payload: { at } })
}

export function declined(id: string, at = NOON): Draft {
  return onPayment(id, { type: 'payment_declined', payload: { at, by: 'ana' } })
}

export function captured(id: string, at = NOON): Draft {
  return onPayment(id, { type: 'payment_captured', payload: { at } })
}

export function tipSet(id: string, tip: number, tipFor: string | null = 'ana'): Draft {
  return onPayment(id, { type: 'payment_tip_set', payload: { tip: minor(tip), tipFor, by: 'ana', at: NOON } })
}

/** A plain amount given back in cash by the manager, unless a test says otherwise. */
export function refunded(id: string, amount: number, over: Partial<Refund> = {}): Draft {
  return onPayment(id, {
    type: 'payment_refunded',
    payload: {
      refundId: 'r1',
      method: 'cash',
      methodName: '',
      amount: minor(amount),
      excess: minor(0),
      tip: minor(0),
      rounding: minor(0),
      lines: [],
      taxes: [],
      shiftId: null,
      businessDate: DATE,
      ...authority({ by: 'rui', reason: 'cold soup' }),
      ...over,
    },
  })
}

/** The drawer session at this till, open unless a test says otherwise. */
export function drawerOf(id: string, status: 'open' | 'closed' = 'open'): DrawerFacts {
  const opened = {
    drawer: 'front',
    float: minor(10_000),
    businessDate: DATE,
    openedAt: NOON,
    openedBy: 'ana',
    approvedBy: null,
  }
  return {
    shift: { ...opened, id, status, moves: [], counts: [], closed: null, otherCloses: [] },
    payments: [],
  }
}
