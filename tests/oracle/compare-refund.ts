import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput } from '#domain/pricing/pricing.ts'
import { minor } from '#domain/money/money.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { partsOfAmount, partsOfLines, type SaleParts } from '#domain/payment/refund-parts.ts'
import { createRandom, type Random } from '../simulation/random.ts'
import { saleOf, soldLine } from '../support/facts.ts'
import { arbitraryBill } from './arbitrary-bills.ts'
import { oracleAmountRefund, oracleLineRefund } from './oracle-refund.ts'
import { keyOf } from './oracle-taxes.ts'
import { amountsOf } from './oracle.ts'
import { smallest } from './smallest.ts'

interface Pieces {
  readonly itemId: string
  readonly qty: number
}

/** The sale that a bill is closed with, as far as refunds look at it. */
export function saleFor(input: PricingInput): Sale {
  const { lines, taxes, tax, total } = priceBill(input)
  const qty = new Map(input.lines.map((line) => [line.id, line.qty]))
  return saleOf({
    lines: lines.map((line) => ({ ...soldLine(line.id, qty.get(line.id) ?? 1, 0), ...line })),
    taxes,
    tax,
    total,
  })
}

/** Refunds random sales piece by piece and amount by amount; empty, or the smallest on which the two differ. */
export function firstRefundDifference(seed: number, count: number): string {
  const random = createRandom(seed)
  for (let n = 0; n < count; n++) {
    const input = arbitraryBill(random.fork())
    const draw = random.int(0, 2 ** 31)
    if (difference(input, draw) === '') continue
    const small = smallest(input, (smaller) => difference(smaller, draw) !== '')
    return `seed ${seed}, sale ${n}, made small:\n${difference(small, draw)}`
  }
  return ''
}

function difference(input: PricingInput, draw: number): string {
  const sale = saleFor(input)
  const random = createRandom(draw)
  const pieces = arbitraryPieces(random, sale)
  const amounts = arbitraryAmounts(random, sale.total)
  const engine = [...engineByPieces(sale, pieces), ...engineByAmounts(sale, amounts)].map(partsText)
  const oracle = [...oracleByPieces(sale, pieces), ...oracleByAmounts(sale, amounts)]
  const at = oracle.findIndex((text, index) => text !== engine[index])
  if (at < 0 && engine.length === oracle.length) return ''
  const asked = JSON.stringify({ input, pieces, amounts })
  return `${asked}\nrefund ${at}\nengine: ${engine[at]}\noracle: ${oracle[at]}`
}

function arbitraryPieces(random: Random, sale: Sale): readonly Pieces[] {
  return sale.lines.flatMap(({ itemId, qty }) => {
    const first = random.int(1, qty)
    const second = random.int(0, qty - first)
    const all = [first, second, qty - first - second]
    return all.filter((pieces) => pieces > 0).map((pieces) => ({ itemId, qty: pieces }))
  })
}

function arbitraryAmounts(random: Random, total: number): readonly number[] {
  // Half of a sale is where half a unit of tax comes from.
  const first = random.chance(0.3) ? Math.floor(total / 2) : random.int(0, total)
  const second = random.int(0, total - first)
  return [first, second, total - first - second].filter((amount) => amount > 0)
}

export function engineByPieces(sale: Sale, wanted: readonly Pieces[]): readonly SaleParts[] {
  const earlier: Refund[] = []
  return wanted.map((one) => {
    const parts = partsOfLines(sale, earlier, [one])
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

function oracleByPieces(sale: Sale, wanted: readonly Pieces[]): readonly string[] {
  const gone = new Map<string, number>()
  return wanted.map(({ itemId, qty }) => {
    const line = sale.lines.find((one) => one.itemId === itemId)
    if (line === undefined) throw new Error(`no line ${itemId}`)
    const before = gone.get(itemId) ?? 0
    gone.set(itemId, before + qty)
    const back = (figure: number) => oracleLineRefund(BigInt(figure), line.qty, before, qty)
    const taxes = line.taxes.map(({ key, tax }): readonly [string, bigint] => [key, back(tax)])
    return `${back(line.total)} ${JSON.stringify(amountsOf(taxes))}`
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
