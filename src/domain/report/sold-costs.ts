import type { Bill } from '#domain/order/bill.ts'
import { minor } from '#domain/money/money.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { CostRow } from './report.ts'

/**
 * What the sold lines of a sale were made of is worth, at what the ingredients cost when each was sent, beside what
 * they brought without tax. Lines without a recipe are not told: nobody knows what they cost. [REPORT11]
 */
export function soldCosts(sale: Sale, { items }: Pick<Bill, 'items'>): CostRow[] {
  const usesOf = new Map(items.map((item) => [item.id, item.stock?.uses ?? []]))
  return sale.lines.flatMap(({ itemId, menuItemId, name, categoryId, qty, total, tax }) => {
    const uses = usesOf.get(itemId) ?? []
    if (uses.length === 0) return []
    const worth = qty * uses.reduce((all, [, , one]) => all + one, 0)
    return [{ menuItemId, name, categoryId, qty, net: minor(total - tax), worth }]
  })
}
