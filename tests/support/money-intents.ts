import { checkBalances } from '#domain/check/balances.ts'
import { checkOfAmount, checkOfItems, checksBySeat, withEqualShares } from '#domain/check/split.ts'
import type { Of } from '#domain/command/command.ts'
import { minor } from '#domain/money/money.ts'
import { billTotals, liveItems, type Bill } from '#domain/order/bill.ts'
import { METHODS, type Method } from '#domain/payment/payment.ts'
import { pick, type Meaning, type Meant } from './order-intents.ts'

/** The order's own bill while it is open. */
function openBill({ bill }: Meaning): Bill | null {
  return bill?.order.status === 'open' ? bill : null
}

/** Half the payments are of all that is left, so that orders close; the others of what coins can pay. */
function amountOf(meaning: Meaning): number {
  const { b, c } = meaning
  const bill = openBill(meaning)
  const balance = bill === null ? 0 : Math.max(0, billTotals(bill).balance)
  return b % 2 === 0 ? balance : Math.floor((balance * (c % 10)) / 10 / 5) * 5
}

function methodOf({ c }: Meaning): Method {
  return pick(METHODS.slice(0, 4), c) ?? 'cash'
}

/** Mostly a new one; now and then one that is there already. */
function newPaymentId({ c, at, payment }: Meaning): string {
  return c % 11 === 0 && payment !== undefined ? payment.id : `p${at}`
}

function paid(orderId: string, paymentId: string, method: Method, amount: number, tip: number) {
  const tendered = method === 'cash' ? Math.ceil((amount + tip + 5) / 500) * 500 : amount + tip
  return { type: 'take_payment', orderId, paymentId, method, amount, tip, tendered } as const
}

const split: Meant = (meaning) => {
  const bill = openBill(meaning)
  return {
    type: 'split_order',
    orderId: meaning.orderId,
    checks: bill === null ? [] : someSplit(bill, meaning),
  }
}

const pay: Meant = (meaning) => {
  const method = methodOf(meaning)
  const tip = method === 'voucher' ? 0 : meaning.c % 70
  return paid(meaning.orderId, newPaymentId(meaning), method, amountOf(meaning), tip)
}

const payCheck: Meant = (meaning) => {
  const bill = openBill(meaning)
  const check = bill === null ? undefined : pick(checkBalances(bill), meaning.b)
  const all = paid(meaning.orderId, newPaymentId(meaning), methodOf(meaning), check?.balance ?? 0, 0)
  return { ...all, checkId: check?.id ?? null }
}

const request: Meant = (meaning) => ({
  type: 'request_payment',
  orderId: meaning.orderId,
  paymentId: newPaymentId(meaning),
  method: 'card',
  amount: amountOf(meaning),
  tip: meaning.c % 50,
})

const answer: Meant = (meaning) => {
  const asked = meaning.bill?.payments.find(({ status }) => status !== 'taken' && status !== 'voided')
  const amount = asked?.amount ?? amountOf(meaning)
  return paid(meaning.orderId, asked?.id ?? newPaymentId(meaning), 'card', amount, meaning.c % 50)
}

const unclear: Meant = ({ orderId, bill, paymentId }) => {
  const asked = bill?.payments.find(({ status }) => status === 'requested')
  return { type: 'payment_unclear', orderId, paymentId: asked?.id ?? paymentId }
}

const tip: Meant = ({ orderId, paymentId, c }) => ({
  type: 'set_tip',
  orderId,
  paymentId,
  tip: c % 90,
  tipFor: c % 2 === 0 ? null : 'eva',
})

const refund: Meant = (meaning) => ({
  type: 'refund_payment',
  orderId: meaning.orderId,
  paymentId: meaning.paymentId,
  refundId: `r${meaning.at}`,
  method: methodOf(meaning),
  what: someRefund(meaning),
  reason: 'cold',
})

/** What is done about money. */
export const MONEY_INTENTS = {
  split,
  pay,
  pay_check: payCheck,
  request,
  answer,
  unclear,
  decline: ({ orderId, paymentId }) => ({ type: 'decline_payment', orderId, paymentId }),
  tip,
  void_payment: ({ orderId, paymentId }) => ({
    type: 'void_payment',
    orderId,
    paymentId,
    reason: 'typed twice',
  }),
  refund,
} as const satisfies { readonly [kind: string]: Meant }

function someRefund({ bill, b, c }: Meaning): Of<'refund_payment'>['what'] {
  if (b % 3 === 0) return { kind: 'full' }
  const line = pick(bill?.order.sale?.lines ?? [], c)
  if (b % 3 === 1 && line !== undefined) {
    return { kind: 'lines', lines: [{ itemId: line.itemId, qty: 1 + (c % line.qty) }] }
  }
  return { kind: 'amount', amount: 1 + (c % 400) }
}

function someSplit(bill: Bill, { b, c, at }: Meaning): Of<'split_order'>['checks'] {
  const { checks } = bill.order
  const lines = liveItems(bill.items)
  const payer = (n: number): { readonly id: string; readonly name: string } => ({
    id: `k${at}-${n}`,
    name: `${n}`,
  })
  const item = pick(lines, c)
  switch (b % 6) {
    case 0:
      return []
    case 1:
      return withEqualShares(checks, lines, [payer(1), payer(2), payer(3)])
    case 2:
      return checksBySeat(lines, [
        { ...payer(1), seats: [1] },
        { ...payer(2), seats: [2, 3] },
      ])
    case 3:
      return [...checks, checkOfAmount(payer(1), minor(1 + c))]
    case 4:
      return checks.slice(0, c % 3)
    default:
      return item === undefined
        ? []
        : [...checks, checkOfItems(payer(1), [{ itemId: item.id, qty: 1, of: 1 + (c % 4) }])]
  }
}
