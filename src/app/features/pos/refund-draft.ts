import type { OrderView } from '#device/messages.ts'
import { minor, type Minor } from '#domain/money/money.ts'
import { paidSoFar } from '#domain/order/bill.ts'
import type { Method, Payment } from '#domain/payment/payment.ts'
import { partsOfLines, saleLeft } from '#domain/payment/refund-parts.ts'
import { givenBack, refundsOf } from '#domain/payment/refunded.ts'

export type RefundKind = 'full' | 'lines' | 'amount'

/** What somebody wants to give back of a payment. */
export interface RefundWish {
  readonly kind: RefundKind
  /** How many of which sold lines. */
  readonly qtys: ReadonlyMap<string, number>
  /** Minor units. */
  readonly typed: number
}

export interface RefundSum {
  readonly amount: Minor
  readonly tip: Minor
  /** More than can be given back. */
  readonly above: boolean
}

export interface RefundLine {
  readonly itemId: string
  readonly name: string
  /** How many were sold and not refunded yet. */
  readonly left: number
}

type Money = Pick<OrderView, 'order' | 'payments'>

/** Payments of which something is left to give back. */
export function refundable({ payments }: Pick<Money, 'payments'>): readonly Payment[] {
  return payments.filter((payment) => {
    const back = givenBack(payment)
    return payment.status === 'taken' && payment.amount + payment.tip > back.amount + back.tip
  })
}

/** The most that goes back of a payment, its tip aside: what is left of it, and of the sale. [REFUND2] [REFUND5] */
export function mostOf({ order, payments }: Money, payment: Payment): Minor {
  const left = payment.amount - givenBack(payment).amount
  if (order.sale === null) return minor(left)
  const beyond = Math.max(0, paidSoFar(payments) - order.sale.total)
  return minor(Math.min(left, saleLeft(order.sale, refundsOf(payments)) + beyond))
}

/** The lines of the sale that can still be given back, in the order they were sold. */
export function linesLeft({ order, payments }: Money): readonly RefundLine[] {
  const back = refundsOf(payments).flatMap(({ lines }) => lines)
  return (order.sale?.lines ?? []).flatMap(({ itemId, name, qty }) => {
    const gone = back.filter((line) => line.itemId === itemId).reduce((all, line) => all + line.qty, 0)
    return qty > gone ? [{ itemId, name, left: qty - gone }] : []
  })
}

/** What it comes to, by the same rules that decide it. Only in full the tip goes back, too. */
export function refundSum(money: Money, payment: Payment, wish: RefundWish): RefundSum {
  const most = mostOf(money, payment)
  const none = minor(0)
  if (wish.kind === 'amount') return { amount: minor(wish.typed), tip: none, above: wish.typed > most }
  if (wish.kind === 'full') {
    const left = minor(payment.amount - givenBack(payment).amount)
    return { amount: left, tip: minor(payment.tip - givenBack(payment).tip), above: left > most }
  }
  const amount = amountOfLines(money, wish)
  const ofSale = money.order.sale === null ? none : saleLeft(money.order.sale, refundsOf(money.payments))
  return { amount, tip: none, above: amount > most || amount > ofSale }
}

function amountOfLines({ order, payments }: Money, { qtys }: RefundWish): Minor {
  if (order.sale === null) return minor(0)
  const parts = partsOfLines(order.sale, refundsOf(payments), wantedLines(qtys))
  return parts.ok ? parts.value.amount : minor(0)
}

/** The lines of which something was chosen. */
export function wantedLines(
  qtys: RefundWish['qtys'],
): readonly { readonly itemId: string; readonly qty: number }[] {
  return [...qtys].filter(([, qty]) => qty > 0).map(([itemId, qty]) => ({ itemId, qty }))
}

export interface RefundWay {
  readonly method: Method
  readonly methodId: string | null
  readonly methodName: string
}

/** How it can be given back: as it was paid first, then cash and card. */
export function refundWays(
  { method, methodName }: Pick<Payment, 'method' | 'methodName'>,
  methods: readonly { readonly id: string; readonly name: string; readonly kind: Method }[],
): readonly RefundWay[] {
  const own = methods.find(({ kind, name }) => kind === method && name === methodName)
  const plain = (['cash', 'card'] as const).map((one) => ({ method: one, methodId: null, methodName: '' }))
  if (own !== undefined) return [{ method, methodId: own.id, methodName }, ...plain]
  // One the store no longer has cannot take anything back.
  const first = plain.filter((one) => one.method === method)
  return [...first, ...plain.filter((one) => one.method !== method)]
}
