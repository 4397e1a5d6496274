import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import { decide } from '#domain/decide/decide.ts'
import { billTotals } from '#domain/order/bill.ts'
import { openBillOf } from '../../support/bills.ts'
import { added, NOON, opened, RULES, sent, taken } from '../../support/facts.ts'
import { as, contextOf } from '../../support/given.ts'
import { discounted, doubted } from '../../support/item-facts.ts'
import { merged, orderDiscounted } from '../../support/order-facts.ts'
import { requested } from '../../support/payment-facts.ts'
import type { Start } from './actions.ts'

const SERVICE: ChargeRule = {
  id: 'service',
  name: 'Service',
  how: { kind: 'percent', ratePpm: 100_000 },
  phase: 'before_tax',
  base: 'discounted',
  taxes: 'lines',
  gratuity: false,
  services: [],
  minCovers: 0,
  minSubtotal: minor(0),
  active: true,
}

const CORKAGE: ChargeRule = { ...SERVICE, id: 'corkage', name: 'Corkage', how: { kind: 'open' } }

const rules = { ...RULES, charges: [SERVICE, CORKAGE] }
const other: readonly Draft[] = [
  opened({ number: 'B-001', tableId: 't2', rules }, 'o2'),
  added('j1', { orderId: 'o2' }),
]

/** i1 is new, i2 (two of it) is in the kitchen, i3 is held for the second course. */
const items: readonly Draft[] = [
  added('i1'),
  added('i2', { qty: 2 }),
  sent('i2'),
  discounted('i2', { id: 'staff' }),
  orderDiscounted({ id: 'staff' }),
  added('i3', { held: true, course: 2 }),
]

/**
 * Open: three lines, nothing paid. Part paid: the same with a card payment. Asked: a card terminal was asked and has not
 * answered. Closed: paid by card and cash. Empty: just opened. Merged: into the other one. Doubted: i2 costs less than the menu asks. Another order, `o2`, is always open beside it.
 */
export const STARTS: { readonly [start in Start]: readonly Draft[] } = {
  open: [...other, opened({ rules }), ...items],
  part_paid: [...other, opened({ rules }), ...items, taken('p1', 100, 'card')],
  asked: [...other, opened({ rules }), ...items, requested('p9', 100)],
  closed: closedOrder(),
  empty: [...other, opened({ rules })],
  merged: [...other, opened({ rules }), ...items, merged('o1', 'o2')],
  doubted: [...other, opened({ rules }), ...items, doubted('i2')],
}

function closedOrder(): readonly Draft[] {
  const before = [...other, opened({ rules }), ...items, taken('p1', 100, 'card')]
  const bill = openBillOf(...before)
  const { balance } = billTotals(bill)
  const paid = decide(
    {
      type: 'take_payment',
      orderId: 'o1',
      paymentId: 'p2',
      method: 'cash',
      amount: balance,
      tendered: balance,
    },
    contextOf({ ...as('owner'), now: NOON + 500, bill }),
  )
  if (!paid.ok) throw new Error(`assertion failed: ${paid.error.code}`)
  return [...before, ...paid.value]
}
