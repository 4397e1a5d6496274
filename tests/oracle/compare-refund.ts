import type { PricedBill, PricingInput } from '#domain/pricing/pricing.ts'
import { minor } from '#domain/money/money.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { partsOfAmount, partsOfLines, type SaleParts } from '#domain/payment/refund-parts.ts'
import type { Random } from '../simulation/random.ts'
import { saleOf, soldLine } from '../support/facts.ts'
import { oracleAmountRefund, oracleLineRefund } from './oracle-refund.ts'
import { keyOf } from './oracle-taxes.ts'
import { amountsOf } from './oracle.ts'

interface Pieces {
  readonly itemId: string
  readonly qty: number
}

/** The sale that a bill is closed with, as far as refunds look at it. */
export function saleFor(input: PricingInput, bill: PricedBill): Sale {
  const { lines, taxes, tax, total } = bill
  const qty = new Map(input.lines.map((line) => [line.id, line.qty]))
  return saleOf({
    lines: lines.map((line) => ({ ...soldLine(line.id, qty.get(line.id) ?? 1, 0), ...line })),
    taxes,
    tax,
    total,
  })
}

/** Refunds a sale piece by piece, and once more amount by amount; empty where both give back the same each time. */
export function refundDifference(random: Random, input: PricingInput, bill: PricedBill): string {
  const sale = saleFor(input, bill)
  const pieces = arbitraryPieces(random, sale)
  const amounts = arbitraryAmounts(random, sale.total)
  const engine = [...engineByPieces(sale, pieces), ...engineByAmounts(sale, amounts)].map(partsText)
  const oracle = [...oracleByPieces(sale, pieces), ...oracleByAmounts(sale, amounts)]
  const at = oracle.findIndex((text, index) => text !== engine[index])
  if (at < 0 && engine.length === oracle.length) return ''
  return `${JSON.stringify({ pieces, amounts })}\nrefund ${at}\nengine: ${engine[at]}\noracle: ${oracle[at]}`
}

/** Every piece of every line, in up to three refunds that each give back some of each line. */
function arbitraryPieces(random: Random, sale: Sale): readonly (readonly Pieces[])[] {
  const lines = sale.lines.map(({ itemId, qty }) => {
    const first = random.int(1, qty)
    const second = random.int(0, qty - first)
    return { itemId, each: [first, second, qty - first - second] }
  })
  const refunds = [0, 1, 2].map((n) => lines.map(({ itemId, each }) => ({ itemId, qty: each[n] ?? 0 })))
  return refunds.map((one) => one.filter(({ qty }) => qty > 0)).filter((one) => one.length > 0)
}

function arbitraryAmounts(random: Random, total: number): readonly number[] {
  // Half of a sale is where half a unit of tax comes from.
  const first = random.chance(0.3) ? Math.floor(total / 2) : random.int(0, total)
  const second = random.int(0, total - first)
  return [first, second, total - first - second].filter((amount) => amount > 0)
}

export function engineByPieces(sale: Sale, wanted: readonly (readonly Pieces[])[]): readonly SaleParts[] {
  const earlier: Refund[] = []
  return wanted.map((pieces) => {
    const parts = partsOfLines(sale, earlier, pieces)
    if (!parts.ok) throw new Error(`refused: ${parts.error.code}`)
    earlier.push(refundOf(parts.value))
    return parts.value
  })
}

export function engineByAmounts(sale: Sale, amounts: readonly number[]): readonly SaleParts[] {
  const earlier: Refund[] = []
  return amounts.map((amount) => {
    const parts = partsOfAmount(sale, earlier, minor(amount))
    earlier.push(refundOf(parts))
    return parts
  })
}

function refundOf(parts: SaleParts): Refund {
  return {
    ...parts,
    refundId: 'r',
    method: 'cash',
    methodName: '',
    excess: minor(0),
    tip: minor(0),
    rounding: minor(0),
    shiftId: null,
    businessDate: '2026-03-01',
    at: 0,
    by: 'ana',
    approvedBy: null,
    reason: 'cold',
  }
}

function oracleByPieces(sale: Sale, wanted: readonly (readonly Pieces[])[]): readonly string[] {
  const lines = new Map(sale.lines.map((line) => [line.itemId, line]))
  const gone = new Map<string, number>()
  return wanted.map((pieces) => {
    let amount = 0n
    const taxes: (readonly [string, bigint])[] = []
    for (const { itemId, qty } of pieces) {
      const line = lines.get(itemId)
      if (line === undefined) throw new Error(`no line ${itemId}`)
      const before = gone.get(itemId) ?? 0
      gone.set(itemId, before + qty)
      const back = (figure: number) => oracleLineRefund(BigInt(figure), line.qty, before, qty)
      amount += back(line.total)
      for (const { key, tax } of line.taxes) taxes.push([key, back(tax)])
    }
    return `${amount} ${JSON.stringify(amountsOf(taxes))}`
  })
}

function oracleByAmounts(sale: Sale, amounts: readonly number[]): readonly string[] {
  let saleLeft = BigInt(sale.total)
  const left = new Map(sale.taxes.map((row) => [keyOf(row), BigInt(row.tax)]))
  return amounts.map((amount) => {
    const taxes = [...left].map(([key, tax]): readonly [string, bigint] => [
      key,
      oracleAmountRefund(tax, saleLeft, BigInt(amount)),
    ])
    for (const [key, tax] of taxes) left.set(key, (left.get(key) ?? 0n) - tax)
    saleLeft -= BigInt(amount)
    return `${amount} ${JSON.stringify(amountsOf(taxes))}`
  })
}

function partsText({ amount, taxes }: SaleParts): string {
  return `${amount} ${JSON.stringify(amountsOf(taxes.map(({ key, tax }) => [key, tax])))}`
}
