import { allocate } from '#domain/money/allocate.ts'
import { minor, sum, type Minor } from '#domain/money/money.ts'
import type { Sale, SoldLine } from '#domain/order/sale.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { taxKey } from '#domain/tax/tax.ts'
import type { Refund } from './payment.ts'
import { ofSale } from './refunded.ts'

/** What a refund takes back of a sale, from the sale's own figures. In minor units. */
export type SaleParts = Pick<Refund, 'amount' | 'lines' | 'taxes'>

type Taxes = Refund['taxes']

/** Pieces of sold lines: in how many refunds they go, together they are the line. [REFUND3] */
export function partsOfLines(
  sale: Sale,
  earlier: readonly Refund[],
  wanted: readonly { readonly itemId: string; readonly qty: number }[],
): Result<SaleParts, Rejection> {
  const ids = new Set(wanted.map(({ itemId }) => itemId))
  if (ids.size !== wanted.length || ids.size === 0) return err({ code: 'unknown_item', rule: 'REFUND3' })
  const lines: Refund['lines'][number][] = []
  const taxes: { readonly key: string; readonly tax: Minor }[] = []
  for (const { itemId, qty } of wanted) {
    const sold = sale.lines.find((line) => line.itemId === itemId)
    if (sold === undefined) return err({ code: 'unknown_item', rule: 'REFUND3' })
    const before = piecesRefunded(itemId, earlier)
    if (!Number.isSafeInteger(qty) || qty < 1 || qty > sold.qty - before) {
      return err({ code: 'bad_qty', rule: 'REFUND3' })
    }
    lines.push({ itemId, qty, amount: pieces(sold.total, sold, before, qty) })
    taxes.push(...sold.taxes.map(({ key, tax }) => ({ key, tax: pieces(tax, sold, before, qty) })))
  }
  const amount = sum(lines.map((line) => line.amount))
  const left = taxesLeft(sale, earlier)
  // An amount given back before took its share of every tax: the last of the sale takes what that leaves of each.
  const isLast = amount === saleLeft(sale, earlier)
  return ok({ amount, lines, taxes: atMost(isLast ? left : added(taxes), left) })
}

/** An amount of what is left of the sale: every tax in proportion; all that is left takes back all lines. [REFUND4] */
export function partsOfAmount(sale: Sale, earlier: readonly Refund[], amount: Minor): SaleParts {
  if (amount === 0) return { amount, lines: [], taxes: [] }
  const left = saleLeft(sale, earlier)
  const taxes = taxesLeft(sale, earlier)
    .map(({ key, tax }) => ({ key, tax: upTo(tax, amount, left) }))
    .filter(({ tax }) => tax !== 0)
  return { amount, lines: amount === left ? linesLeft(sale, earlier, left) : [], taxes }
}

/** What of a sale was not refunded yet. */
export function saleLeft(sale: Sale, earlier: readonly Refund[]): Minor {
  return minor(sale.total - sum(earlier.map(ofSale)))
}

/** Every line that is left, if the lines are all there is: not once an amount without lines was given back. */
function linesLeft(sale: Sale, earlier: readonly Refund[], left: Minor): Refund['lines'] {
  const lines = sale.lines.map((sold) => {
    const before = piecesRefunded(sold.itemId, earlier)
    const qty = sold.qty - before
    return { itemId: sold.itemId, qty, amount: pieces(sold.total, sold, before, qty) }
  })
  return sum(lines.map(({ amount }) => amount)) === left ? lines.filter(({ qty }) => qty > 0) : []
}

function piecesRefunded(itemId: string, earlier: readonly Refund[]): number {
  const lines = earlier.flatMap((refund) => refund.lines).filter((line) => line.itemId === itemId)
  return lines.reduce((all, { qty }) => all + qty, 0)
}

/** The figure of `qty` pieces after `before` others: what they add to the first pieces' rounded figure. */
function pieces(figure: Minor, sold: SoldLine, before: number, qty: number): Minor {
  return minor(upTo(figure, before + qty, sold.qty) - upTo(figure, before, sold.qty))
}

/** `figure × part ÷ all`, rounded half up. */
function upTo(figure: Minor, part: number, all: number): Minor {
  return allocate(figure, [part, Math.max(0, all - part)])[0] ?? minor(0)
}

function taxesLeft(sale: Sale, earlier: readonly Refund[]): Taxes {
  const back = earlier.flatMap((refund) => refund.taxes)
  return sale.taxes.map((row) => {
    const key = taxKey(row)
    const gone = sum(back.filter((one) => one.key === key).map(({ tax }) => tax))
    return { key, tax: minor(Math.max(0, row.tax - gone)) }
  })
}

function added(taxes: Taxes): Taxes {
  const keys = [...new Set(taxes.map(({ key }) => key))].sort()
  return keys.map((key) => ({ key, tax: sum(taxes.filter((one) => one.key === key).map(({ tax }) => tax)) }))
}

/** A tax comes back once: what a refund by amount took is not there for the lines. */
function atMost(taxes: Taxes, left: Taxes): Taxes {
  return taxes
    .map(({ key, tax }) => ({
      key,
      tax: minor(Math.min(tax, left.find((one) => one.key === key)?.tax ?? 0)),
    }))
    .filter(({ tax }) => tax !== 0)
}
