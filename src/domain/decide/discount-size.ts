import type { Discount } from '#domain/discount/discount.ts'
import type { Item } from '#domain/item/item.ts'
import { lineAmount, liveItems, pricingInput, type Bill } from '#domain/order/bill.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'

const PPM = 1_000_000

/** What a discount comes to, in millionths of what it is taken from, rounded up. Of nothing, any amount is all. */
export function ppmOf(how: Discount['how'], base: number): number {
  if (how.kind === 'amount') return amountPpm(how.amount, base)
  return how.cap === null ? how.ratePpm : Math.min(how.ratePpm, amountPpm(how.cap, base))
}

/**
 * How much of one line goes, in millionths, by everything on it and on its order that nobody approved, with this
 * one among it, up to all of it: ten small discounts are one big one. [DISC2]
 */
export function lineDiscountPpm(bill: Bill, line: Item, discount: Pick<Discount, 'id' | 'how'>): number {
  const own = line.discounts.filter(({ id }) => id !== discount.id)
  const base = lineAmount(line)
  const others = alonePpm(own, base) + alonePpm(bill.order.discounts, orderBase(bill))
  return Math.min(PPM, ppmOf(discount.how, base) + others)
}

/** The same for a discount on the order, over the line that loses most. [DISC2] */
export function orderDiscountPpm(bill: Bill, discount: Pick<Discount, 'id' | 'how'>): number {
  const base = orderBase(bill)
  const others = bill.order.discounts.filter(({ id }) => id !== discount.id)
  const lines = liveItems(bill.items).map((line) => alonePpm(line.discounts, lineAmount(line)))
  return Math.min(PPM, ppmOf(discount.how, base) + alonePpm(others, base) + Math.max(0, ...lines))
}

/** What order discounts are taken from: the lines after their own discounts. */
function orderBase(bill: Bill): number {
  const { subtotal, discount } = priceBill({ ...pricingInput(bill), discounts: [] })
  return subtotal - discount
}

function alonePpm(discounts: readonly Discount[], base: number): number {
  return discounts
    .filter(({ kind, approvedBy }) => kind === 'discount' && approvedBy === null)
    .reduce((all, { how }) => all + ppmOf(how, base), 0)
}

/** An amount times a million leaves the safe integers. */
function amountPpm(amount: number, base: number): number {
  if (base <= 0) return PPM
  const whole = BigInt(base)
  return Math.min(PPM, Number((BigInt(amount) * BigInt(PPM) + whole - 1n) / whole))
}
