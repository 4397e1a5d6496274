import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addsUp } from '../../../tests/support/adds-up.ts'
import { commandOf, intents, SITTING_DOWN, type Intent } from '../../../tests/support/intents.ts'
import { newTill, type Till } from '../../../tests/support/till.ts'
import { checkBalances } from '#domain/check/balances.ts'
import type { Draft } from '#domain/event/event.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import { sum } from '#domain/money/money.ts'
import { givenBack, refundsOf, saleRefunded } from '#domain/payment/refunded.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { taxKey } from '#domain/tax/tax.ts'
import { billTotals, lineAmount, liveItems, paidSoFar, type Bill } from './bill.ts'
import type { Sale } from './sale.ts'

// `expect` takes its time, and this is asked a million times.
function same(actual: number | boolean, wanted: number | boolean): void {
  if (actual !== wanted) expect(actual).toBe(wanted)
}

function atMost(actual: number, limit: number): void {
  if (!(actual <= limit)) expect(actual).toBeLessThanOrEqual(limit)
}

function expectsToAddUp(figures: Parameters<typeof addsUp>[0]): void {
  const wrong = addsUp(figures)
  if (wrong !== null) expect.fail(wrong)
}

function expectsOpen(bill: Bill): void {
  const totals = billTotals(bill)
  expectsToAddUp(totals)
  same(totals.subtotal, sum(liveItems(bill.items).map(lineAmount)))
  same(totals.paid + totals.balance, totals.total)
  const checks = checkBalances(bill, totals)
  for (const figure of [
    'subtotal',
    'discount',
    'charge',
    'relief',
    'tax',
    'net',
    'total',
    'paid',
    'balance',
  ] as const) {
    same(sum(checks.map((check) => check[figure])), totals[figure])
  }
}

function expectsSold(sale: Sale): void {
  expectsToAddUp(sale)
  same(sale.net + sale.tax, sale.total)
  atMost(sale.total, sum(sale.payments.map(({ amount }) => amount)))
}

function expectsPayment(payment: Payment): void {
  const { status, tendered, amount, rounding, tip, change } = payment
  if (status !== 'taken') return
  same(tendered - amount - rounding - tip, change)
  atMost(0, change)
}

/** What holds on every device at every moment, whatever others did unseen. */
function expectsIdentity(till: Till): void {
  for (const bill of till.bills()) {
    if (bill.order.status === 'open') expectsOpen(bill)
    for (const sale of [bill.order.sale, ...bill.order.otherSales]) if (sale !== null) expectsSold(sale)
    bill.payments.forEach(expectsPayment)
  }
}

/** What one till alone can be held to as well: it saw everything. */
function expectsNoLoss(till: Till, late: ReadonlySet<string>): void {
  for (const { order, items, payments } of till.bills()) {
    for (const payment of payments) {
      const back = givenBack(payment)
      atMost(back.amount, payment.status === 'voided' ? 0 : payment.amount)
      atMost(back.tip, payment.tip)
    }
    const paid = paidSoFar(payments)
    const answeredLate = payments.some(({ id }) => late.has(id))
    if (order.sale === null) {
      same(saleRefunded(payments), 0)
      const { total } = billTotals({ order, merged: [], items, payments })
      if (order.status === 'cancelled')
        same(
          items.every(({ status }) => status === 'voided'),
          true,
        )
      if (!answeredLate && order.status === 'cancelled') same(total + paid, 0)
      continue
    }
    if (!answeredLate) same(paid, order.sale.total)
    expectsRefunds(order.sale, payments)
  }
}

/** Never more of the sale or of a tax than there was, and all of every tax once all of the sale is back. */
function expectsRefunds(sale: Sale, payments: readonly Payment[]): void {
  const refunded = saleRefunded(payments)
  atMost(refunded, sale.total)
  for (const row of sale.taxes) {
    const parts = refundsOf(payments).flatMap(({ taxes }) => taxes.filter(({ key }) => key === taxKey(row)))
    const tax = sum(parts.map((part) => part.tax))
    atMost(tax, row.tax)
    if (refunded === sale.total && sale.total > 0) same(tax, row.tax)
  }
}

/** Money in less money out, counted by itself from what was decided. */
function ledgerOf(till: Till): number {
  const amounts = new Map<string, number>()
  let held = 0
  for (const { ent, event } of till.actions().flatMap(({ drafts }): readonly Draft[] => drafts)) {
    if (event.type === 'payment_taken') {
      amounts.set(ent.id, event.payload.amount)
      held += event.payload.amount
    }
    if (event.type === 'payment_voided') held -= amounts.get(ent.id) ?? 0
    if (event.type === 'payment_refunded') held -= event.payload.amount
  }
  return held
}

/** Every action that was taken, by command; `each` looks at the till after it. */
function runAlone(
  plan: readonly Intent[],
  each: (till: Till, late: ReadonlySet<string>) => void,
): readonly string[] {
  const till = newTill()
  const late = new Set<string>()
  const taken: string[] = []
  for (const [at, intent] of [...SITTING_DOWN, ...plan].entries()) {
    const command = commandOf(intent, till, at)
    const asked = 'paymentId' in command && till.states().has(`payment ${command.paymentId}`)
    const decision = till.run(command, at)
    if (!decision.ok || decision.value.length === 0) continue
    if (command.type === 'take_payment' && asked) late.add(command.paymentId)
    taken.push(command.type)
    each(till, late)
  }
  return taken
}

function expectsEverything(till: Till, late: ReadonlySet<string>): void {
  expectsIdentity(till)
  expectsNoLoss(till, late)
  const held = till
    .bills()
    .reduce((all, { payments }) => all + paidSoFar(payments) - saleRefunded(payments), 0)
  same(ledgerOf(till), held)
}

const plans = fc.array(intents, { minLength: 50, maxLength: 80 })

describe('whatever is done in whatever order', () => {
  test('[PRICE7] [BILL4] [CHECK8] [REFUND2] the money adds up after every step', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        runAlone(plan, expectsEverything)
      }),
      { numRuns: 25 },
    )
  })

  test('[PRICE7] the steps above are taken, all of them', () => {
    const taken = fc
      .sample(plans, { seed: 7, numRuns: 40 })
      .flatMap((plan) => runAlone(plan, () => undefined))
    expect([...new Set(taken)].sort()).toEqual(EVERYTHING)
  })

  test('[SYNC6] [BILL4] two tills apart add up each by itself, and come to the same bytes', () => {
    const step = fc.record({
      intent: intents,
      by: fc.nat({ max: 1 }),
      meet: fc.nat({ max: 9 }).map((n) => n === 0),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 80 }), (steps) => {
        const tills = [newTill(), newTill()] as const
        const [here, there] = tills
        SITTING_DOWN.forEach((intent, at) => here.run(commandOf(intent, here, at), at))
        there.learn(here.actions())
        for (const [index, { intent, by, meet }] of steps.entries()) {
          const at = SITTING_DOWN.length + index
          const till = by === 0 ? here : there
          till.run(commandOf(intent, till, at), at)
          if (meet && by === 0) here.learn(there.actions())
          if (meet && by === 1) there.learn(here.actions())
          expectsIdentity(here)
          expectsIdentity(there)
        }
        here.learn(there.actions())
        there.learn(here.actions())
        expectsIdentity(here)
        const bytes = (till: Till): string =>
          canonicalJson([...till.states()].sort(([a], [b]) => (a < b ? -1 : 1)))
        expect(bytes(there)).toBe(bytes(here))
      }),
      { numRuns: 15 },
    )
  })
})

const EVERYTHING = [
  'add_item',
  'cancel_order',
  'comp_item',
  'decline_payment',
  'discount_item',
  'discount_order',
  'exempt_order',
  'merge_orders',
  'move_items',
  'open_order',
  'payment_unclear',
  'place_item',
  'refund_payment',
  'remove_item',
  'remove_item_discount',
  'remove_order_discount',
  'reopen_order',
  'request_payment',
  'send_order',
  'set_charge',
  'set_covers',
  'set_item_qty',
  'set_service',
  'set_tip',
  'split_order',
  'take_payment',
  'unmerge_order',
  'void_item',
  'void_payment',
  'waive_charge',
]
