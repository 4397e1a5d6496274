import { checkBalances } from '#domain/check/balances.ts'
import type { Check } from '#domain/check/check.ts'
import { checkOfAmount, checkOfItems, checksBySeat, withEqualShares } from '#domain/check/split.ts'
import type { Command, Of } from '#domain/command/command.ts'
import { minor } from '#domain/money/money.ts'
import { billTotals, liveItems, type Bill } from '#domain/order/bill.ts'
import type { Method, Payment, PaymentStatus } from '#domain/payment/payment.ts'
import { MEAL_VOUCHER } from './cafe.ts'
import type { MoneyDoing } from './doings.ts'
import type { Random } from './random.ts'

/** `met`: somebody else is at this order, too. */
export function moveMoney(doing: MoneyDoing, bill: Bill, random: Random, met: boolean): Command | null {
  const orderId = bill.order.id
  switch (doing) {
    case 'pay_part':
    case 'pay_all':
      return pay(bill, doing, random)
    case 'pay_check':
      return payCheck(bill, random)
    case 'split':
      return bill.order.status === 'open'
        ? { type: 'split_order', orderId, checks: someSplit(bill, random) }
        : null
    case 'request': {
      const amount = amountOf(bill, !met && random.chance(0.6) ? 'pay_all' : 'pay_part', random)
      const paymentId = random.id('pay')
      return { type: 'request_payment', orderId, paymentId, method: 'card', amount, tip: random.int(0, 50) }
    }
    case 'answer':
    case 'unclear':
    case 'decline':
      return answer(doing, bill, random, met)
    case 'tip':
    case 'void_payment':
    case 'refund':
      return takeBack(doing, bill, random, met)
  }
}

/** Of an order that is not open nothing is paid; somebody tries anyway, with an old screen. */
function amountOf(bill: Bill, doing: 'pay_part' | 'pay_all', random: Random): number {
  const balance = bill.order.status === 'open' ? Math.max(0, billTotals(bill).balance) : 500
  return doing === 'pay_all' || balance < 20 ? balance : 5 * random.int(1, Math.floor((balance - 1) / 5))
}

function pay(bill: Bill, doing: 'pay_part' | 'pay_all', random: Random): Of<'take_payment'> {
  const method: Method = random.pick(['cash', 'cash', 'card', 'voucher'])
  const amount = amountOf(bill, doing, random)
  return taken(bill.order.id, random.id('pay'), method, amount, random)
}

function payCheck(bill: Bill, random: Random): Command | null {
  if (bill.order.status !== 'open' || bill.order.checks.length === 0) return null
  const check = random.pick(checkBalances(bill))
  const paid = taken(bill.order.id, random.id('pay'), random.pick(['cash', 'card']), check.balance, random)
  return { ...paid, checkId: check.id }
}

function taken(
  orderId: string,
  paymentId: string,
  method: Method,
  amount: number,
  random: Random,
): Of<'take_payment'> {
  const tip = method === 'voucher' || random.chance(0.6) ? 0 : random.int(1, 70)
  const tendered = method === 'cash' ? Math.ceil((amount + tip + 5) / 500) * 500 : amount + tip
  const own = method === 'voucher' ? { methodId: MEAL_VOUCHER } : {}
  return { type: 'take_payment', orderId, paymentId, method, ...own, amount, tip, tendered }
}

/** What a terminal says, or what somebody read on it; two people may read it at once. */
function answer(
  doing: 'answer' | 'unclear' | 'decline',
  bill: Bill,
  random: Random,
  met: boolean,
): Command | null {
  const asked = pick(bill, ['requested', 'unknown'], random, met)
  if (asked === null) return null
  const { orderId, id: paymentId, amount } = asked
  if (doing === 'unclear') return { type: 'payment_unclear', orderId, paymentId }
  if (doing === 'decline') return { type: 'decline_payment', orderId, paymentId }
  return taken(orderId, paymentId, 'card', amount, random)
}

function takeBack(
  doing: 'tip' | 'void_payment' | 'refund',
  bill: Bill,
  random: Random,
  met: boolean,
): Command | null {
  const payment = pick(bill, ['taken'], random, met)
  if (payment === null) return null
  const orderId = bill.order.id
  const paymentId = payment.id
  if (doing === 'tip') {
    return { type: 'set_tip', orderId, paymentId, tip: random.int(0, 90), tipFor: null }
  }
  if (doing === 'void_payment') return { type: 'void_payment', orderId, paymentId, reason: 'typed twice' }
  return {
    type: 'refund_payment',
    orderId,
    paymentId,
    refundId: random.id('refund'),
    method: random.pick(['cash', 'card']),
    what: someRefund(bill, payment, random),
    reason: 'cold',
  }
}

function someRefund({ order }: Bill, payment: Payment, random: Random): Of<'refund_payment'>['what'] {
  const lines = order.sale?.lines ?? []
  if (lines.length > 0 && random.chance(0.4)) {
    const line = random.pick(lines)
    return { kind: 'lines', lines: [{ itemId: line.itemId, qty: random.int(1, line.qty) }] }
  }
  if (random.chance(0.5)) return { kind: 'full' }
  return { kind: 'amount', amount: random.int(1, Math.max(1, payment.amount)) }
}

function pick(bill: Bill, statuses: readonly PaymentStatus[], random: Random, met: boolean): Payment | null {
  const all = bill.payments.filter(({ status }) => statuses.includes(status))
  const fitting = met ? all.slice(-1) : all
  return fitting.length === 0 ? null : random.pick(fitting)
}

function someSplit(bill: Bill, random: Random): readonly Check[] {
  const { checks } = bill.order
  const lines = liveItems(bill.items)
  const payer = () => ({ id: random.id('check'), name: 'Guest' })
  switch (random.int(0, 4)) {
    case 0:
      return []
    case 1:
      return withEqualShares(checks, lines, [payer(), payer(), payer()])
    case 2:
      return checksBySeat(lines, [
        { ...payer(), seats: [1] },
        { ...payer(), seats: [2, 3] },
      ])
    case 3:
      return [...checks, checkOfAmount(payer(), minor(random.int(1, 500)))]
    default: {
      if (lines.length === 0) return []
      const line = random.pick(lines)
      return [...checks, checkOfItems(payer(), [{ itemId: line.id, qty: 1, of: random.int(1, 4) }])]
    }
  }
}
