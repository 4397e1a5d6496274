import { checkBalances } from '#domain/check/balances.ts'
import { sum, type Minor } from '#domain/money/money.ts'
import { billTotals, type Bill } from '#domain/order/bill.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { addsUp } from '../support/adds-up.ts'

export function saleAddsUp(sale: Sale): string | null {
  return sale.net + sale.tax === sale.total ? addsUp(sale) : 'net and tax are not its total'
}

const SHARED = ['subtotal', 'discount', 'charge', 'relief', 'tax', 'net', 'total', 'paid', 'balance'] as const

/** What is wrong with the money of a bill, or null. */
export function billWrong(bill: Bill): string | null {
  const { order, items, payments } = bill
  for (const sale of [order.sale, ...order.otherSales]) {
    const wrong = sale === null ? null : saleAddsUp(sale)
    if (wrong !== null) return `sale ${wrong}`
  }
  if (payments.some((payment) => !changeFits(payment))) return 'a payment and its change differ'
  if (order.status !== 'open') return null
  const totals = billTotals(bill)
  const paid = sum(payments.filter(({ status }) => status === 'taken').map(kept))
  if (totals.paid !== paid || totals.total !== totals.paid + totals.balance) return 'paid and balance differ'
  const lines = sum(items.map(({ unitPrice, qty }) => (unitPrice * qty) as Minor))
  if (totals.subtotal !== lines) return 'its lines are not its subtotal'
  if (order.checks.length === 0) return addsUp(totals)
  const checks = checkBalances(bill, totals)
  const apart = SHARED.find((figure) => sum(checks.map((check) => check[figure])) !== totals[figure])
  return apart === undefined ? addsUp(totals) : `its checks are not its ${apart}`
}

function kept({ amount, refunds }: Payment): Minor {
  return (amount - sum(refunds.map(({ excess }) => excess))) as Minor
}

function changeFits({ status, tendered, amount, rounding, tip, change }: Payment): boolean {
  return status !== 'taken' || (tendered - amount - rounding - tip === change && change >= 0)
}
