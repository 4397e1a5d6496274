import { describe, test } from 'vitest'
import { added, closed, DATE, NOON, opened, paymentVoided, sent } from '../../../tests/support/facts.ts'
import { SETTINGS, taken } from '../../../tests/support/facts.ts'
import { openBillOf } from '../../../tests/support/bills.ts'
import { as, given } from '../../../tests/support/given.ts'
import { merged } from '../../../tests/support/order-facts.ts'
import { drawerOf, refunded, requested } from '../../../tests/support/payment-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { saleOf } from '#domain/order/close.ts'
import type { Of } from '#domain/command/command.ts'

/** Two teas at 2.50 and a coffee at 1.00, sold for 6.00: 5.00 by card with a tip of 0.60, 1.00 in cash. */
const FACTS = [
  opened(),
  added('i1', { qty: 2 }),
  added('i2', { unitPrice: minor(100), name: 'Coffee' }),
  sent('i1'),
  sent('i2'),
  taken('p1', 500, 'card', { tip: minor(60) }),
  taken('p2', 100),
] as const
const CLOSING = {
  closeId: 'p2',
  closedAt: NOON,
  closedBy: 'ana',
  businessDate: DATE,
  hour: 12,
  currency: 'EUR',
}
const SOLD: readonly Draft[] = [...FACTS, closed(saleOf(openBillOf(...FACTS), CLOSING))]
const BOSS = as('manager')

type Refund = Of<'refund_payment'>
const BACK = {
  type: 'refund_payment',
  orderId: 'o1',
  paymentId: 'p1',
  refundId: 'r1',
  method: 'card',
  what: { kind: 'full' },
  reason: ' cold soup ',
} as const satisfies Refund

function amount(of: number): Refund['what'] {
  return { kind: 'amount', amount: of }
}

function lines(...wanted: readonly (readonly [string, number])[]): Refund['what'] {
  return { kind: 'lines', lines: wanted.map(([itemId, qty]) => ({ itemId, qty })) }
}

const CARD = { method: 'card' } as const

describe('a refund', () => {
  test('[REFUND1] in full gives back the payment and its tip, with the taxes in proportion', () => {
    // VAT in 600 at 23 %: 112.20 → 112. 500 of 600: 93.33 → 93.
    given(...SOLD)
      .when(BACK, BOSS)
      .thenLike({
        event: {
          payload: { amount: 500, excess: 0, tip: 60, taxes: [{ tax: 93 }], by: 'rui', reason: 'cold soup' },
        },
      })
  })

  test('[REFUND2] in full without its tip, where the guest leaves it', () => {
    given(...SOLD)
      .when({ ...BACK, tip: 0 }, BOSS)
      .thenLike({ event: { payload: { amount: 500, tip: 0 } } })
  })

  test('[REFUND3] of lines takes back what they cost and their tax', () => {
    // One tea: 250 of 500; its VAT 93.33 of 112.20, shared out 93; half of it 46.5 → 47.
    given(...SOLD)
      .when({ ...BACK, what: lines(['i1', 1]) }, BOSS)
      .thenLike({
        event: {
          payload: {
            amount: 250,
            tip: 0,
            lines: [{ itemId: 'i1', qty: 1, amount: 250 }],
            taxes: [{ tax: 47 }],
          },
        },
      })
  })

  test('[REFUND4] of an amount names no lines', () => {
    given(...SOLD)
      .when({ ...BACK, what: amount(150) }, BOSS)
      .thenLike({ event: { payload: { amount: 150, tip: 0, lines: [], taxes: [{ tax: 28 }] } } })
  })

  test('[REFUND4] of all that is left of the sale takes back the lines that are left', () => {
    given(
      ...SOLD,
      refunded('p1', 500, { refundId: 'r0', lines: [{ itemId: 'i1', qty: 2, amount: minor(500) }] }),
    )
      .when({ ...BACK, paymentId: 'p2', method: 'cash' }, BOSS)
      .thenLike({ event: { payload: { amount: 100, lines: [{ itemId: 'i2', qty: 1, amount: 100 }] } } })
  })

  test('[REFUND1] is posted on the day it is given', () => {
    given(...SOLD)
      .when(BACK, { ...BOSS, now: NOON + 86_400_000 })
      .thenLike({ event: { payload: { businessDate: '2026-11-21', at: NOON + 86_400_000 } } })
  })

  test('[REFUND7] again is one refund', () => {
    given(...SOLD, refunded('p2', 100))
      .when(BACK, BOSS)
      .thenEvents()
  })
})

describe('a refund never gives back more than was paid', () => {
  test('[REFUND2] of the payment, whatever was given back before', () => {
    const some = refunded('p1', 100, { refundId: 'r0', tip: minor(20) })
    given(...SOLD)
      .when({ ...BACK, what: amount(501) }, BOSS)
      .thenRefused('refund_above_paid', 'REFUND2')
    given(...SOLD, some)
      .when({ ...BACK, what: amount(401) }, BOSS)
      .thenRefused('refund_above_paid', 'REFUND2')
    given(...SOLD, some)
      .when(BACK, BOSS)
      .thenLike({ event: { payload: { amount: 400, tip: 40 } } })
    given(...SOLD, some)
      .when({ ...BACK, tip: 41 }, BOSS)
      .thenRefused('refund_above_paid', 'REFUND2')
    given(...SOLD)
      .when({ ...BACK, paymentId: 'p2', what: lines(['i1', 1]) }, BOSS)
      .thenRefused('refund_above_paid', 'REFUND2')
  })

  test('[REFUND2] of the sale, though another payment would still hold it', () => {
    const twice = [...SOLD, refunded('p1', 450, { refundId: 'r0' })]
    given(...twice)
      .when({ ...BACK, paymentId: 'p2', what: lines(['i2', 1]) }, BOSS)
      .thenLike({ event: { payload: { amount: 100 } } })
    given(...twice, refunded('p2', 51, { refundId: 'r9' }))
      .when({ ...BACK, what: lines(['i1', 1]) }, BOSS)
      .thenRefused('refund_above_paid', 'REFUND2')
  })

  test('[REFUND2] of the sale, though a payment that came late holds more', () => {
    given(...SOLD, refunded('p1', 450, { refundId: 'r0' }), taken('p3', 600, 'card'))
      .when({ ...BACK, paymentId: 'p3', what: lines(['i1', 2]) }, BOSS)
      .thenRefused('refund_above_paid', 'REFUND2')
  })

  test('[REFUND2] and never nothing', () => {
    given(...SOLD, refunded('p1', 500, { refundId: 'r0', tip: minor(60) }))
      .when(BACK, BOSS)
      .thenRefused('refund_above_paid', 'REFUND2')
    given(...SOLD)
      .when({ ...BACK, what: amount(0) }, BOSS)
      .thenRefused('refund_above_paid', 'REFUND2')
    given(...SOLD)
      .when({ ...BACK, what: amount(0), tip: 60 }, BOSS)
      .thenLike({ event: { payload: { amount: 0, tip: 60, taxes: [], lines: [] } } })
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('[REFUND2] nor %s', (odd) => {
    given(...SOLD)
      .when({ ...BACK, what: amount(odd) }, BOSS)
      .thenRefused('bad_amount', 'REFUND2')
    given(...SOLD)
      .when({ ...BACK, tip: odd }, BOSS)
      .thenRefused('bad_amount', 'REFUND2')
  })

  test('[REFUND1] of what was not taken', () => {
    given(...SOLD)
      .when({ ...BACK, paymentId: 'p9' }, BOSS)
      .thenRefused('unknown_payment', 'REFUND1')
    given(...SOLD, paymentVoided('p1'))
      .when(BACK, BOSS)
      .thenRefused('unknown_payment', 'REFUND1')
    given(opened(), added('i1'), requested('p1', 250))
      .when(BACK, BOSS)
      .thenRefused('unknown_payment', 'REFUND1')
    given().when(BACK, BOSS).thenRefused('unknown_order', 'ORDER1')
    given(...SOLD)
      .when(BACK, { ...BOSS, settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })
})

describe('money that never was a sale', () => {
  test('[REFUND5] of an open order is to pay again, and takes back no sales', () => {
    given(opened(), added('i1'), taken('p1', 200, 'card'))
      .when({ ...BACK, what: amount(150) }, BOSS)
      .thenEvents(refunded('p1', 150, { ...CARD, excess: minor(150) }))
    given(opened(), added('i1'), taken('p1', 200, 'card'))
      .when({ ...BACK, what: lines(['i1', 1]) }, BOSS)
      .thenRefused('not_closed', 'REFUND5')
  })

  test('[REFUND5] of an order paid twice goes back first', () => {
    const twice = [...SOLD, taken('p3', 600, 'card')]
    given(...twice)
      .when({ ...BACK, paymentId: 'p3' }, BOSS)
      .thenEvents(refunded('p3', 600, { ...CARD, excess: minor(600) }))
    given(...twice, refunded('p3', 500, { refundId: 'r0', excess: minor(500) }))
      .when({ ...BACK, what: amount(300) }, BOSS)
      .thenLike({ event: { payload: { amount: 300, excess: 100, taxes: [{ tax: 37 }] } } })
  })

  test('[REFUND5] is not what a refund of lines gives back', () => {
    given(...SOLD, taken('p3', 600, 'card'))
      .when({ ...BACK, paymentId: 'p3', what: lines(['i1', 2]) }, BOSS)
      .thenLike({ event: { payload: { amount: 500, excess: 0 } } })
  })
})

describe('how it is given back', () => {
  test('[REFUND1] [REFUND6] in another tender: cash from the open drawer, rounded', () => {
    const settings = { ...SETTINGS, cashRounding: { increment: minor(5), mode: 'half_up' as const } }
    given(...SOLD)
      .when({ ...BACK, method: 'cash', what: amount(123) }, { ...BOSS, settings, drawer: drawerOf('s1') })
      .thenLike({ event: { payload: { method: 'cash', amount: 123, rounding: 2, shiftId: 's1' } } })
    given(...SOLD)
      .when({ ...BACK, what: amount(123) }, { ...BOSS, settings, drawer: drawerOf('s1') })
      .thenLike({ event: { payload: { method: 'card', rounding: 0, shiftId: null } } })
  })

  test('[PAY14] cash only from an open drawer, where the store wants one', () => {
    const settings = { ...SETTINGS, cashNeedsShift: true }
    given(...SOLD)
      .when({ ...BACK, method: 'cash' }, { ...BOSS, settings })
      .thenRefused('no_open_shift', 'PAY14')
  })

  test('[PAY12] by a method of the store', () => {
    given(...SOLD)
      .when({ ...BACK, method: 'other' }, BOSS)
      .thenRefused('unknown_method', 'PAY12')
    const method = { id: 'm1', name: 'Room', kind: 'account', position: 1, active: true } as const
    given(...SOLD)
      .when({ ...BACK, method: 'account', methodId: 'm1' }, { ...BOSS, method })
      .thenLike({ event: { payload: { methodName: 'Room' } } })
  })
})

describe('who gives it back', () => {
  test('[REFUND1] has a reason', () => {
    given(...SOLD)
      .when({ ...BACK, reason: ' ' }, BOSS)
      .thenRefused('reason_missing', 'REFUND1')
    given(...SOLD)
      .when({ ...BACK, reason: 'x'.repeat(201) }, BOSS)
      .thenRefused('note_too_long', 'ITEM2')
  })

  test('[REFUND1] needs a yes above what the role gives back alone, tip and all', () => {
    const limited = { actor: { ...BOSS.actor, rights: { ...BOSS.actor.rights, refundMax: 100 } } }
    const approval = { by: 'eva', action: 'refund', commandId: 'c1', subjects: ['p1'], limit: null } as const
    given(...SOLD)
      .when({ ...BACK, what: amount(100) }, limited)
      .thenLike({})
    given(...SOLD)
      .when({ ...BACK, what: amount(100), tip: 1 }, limited)
      .thenRefused('approval_needed', 'ROLE3')
    given(...SOLD)
      .when({ ...BACK, what: amount(101) }, { ...limited, approval })
      .thenLike({ event: { payload: { by: 'rui', approvedBy: 'eva' } } })
    given(...SOLD)
      .when({ ...BACK, what: amount(101) }, { ...limited, approval: { ...approval, limit: 100 } })
      .thenRefused('approval_does_not_fit', 'ROLE4')
  })
})

test('[BILL5] a payment of a merged order is refunded where it counts', () => {
  const two = [...FACTS, opened({ number: 'A-002' }, 'o2'), merged('o1', 'o2')]
  given(...two)
    .when(BACK, BOSS)
    .thenRefused('order_is_merged', 'BILL5')
  given(...two)
    .when({ ...BACK, orderId: 'o2', what: amount(50) }, BOSS)
    .thenLike({ ent: { id: 'p1' }, event: { payload: { amount: 50, excess: 50 } } })
})
