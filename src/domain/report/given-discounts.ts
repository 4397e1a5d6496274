import type { Bill } from '#domain/order/bill.ts'
import type { Sale, SoldLine } from '#domain/order/sale.ts'
import type { AppliedDiscount } from '#domain/pricing/pricing.ts'
import type { LossRow } from './report.ts'

type Given = Bill['order']['discounts'][number]

/**
 * What a sale's discounts and comps took off, with why and by whom. The amounts are the frozen ones of its lines, a
 * line's own discounts first; reasons and names are those of the order and its lines. [REPORT5]
 */
export function givenDiscounts(sale: Sale, { order, items }: Pick<Bill, 'order' | 'items'>): LossRow[] {
  const byItem = new Map(items.map((item) => [item.id, item.discounts]))
  const told = new Set<string>()
  return sale.lines.flatMap((line) =>
    sourcesOf(line, byItem.get(line.itemId) ?? []).map(({ applied, own }) => {
      const given = own ?? order.discounts.find((one) => isOf(one, applied))
      const key = own === null ? keyOf(applied) : `${line.itemId} ${keyOf(applied)}`
      // One given on the whole order is one, however many lines it is spread over.
      const count = told.has(key) ? 0 : 1
      told.add(key)
      return {
        kind: applied.kind,
        name: applied.name,
        reason: given?.reason ?? '',
        by: given?.by ?? '',
        approvedBy: given?.approvedBy ?? '',
        count,
        amount: applied.amount,
      }
    }),
  )
}

interface Source {
  readonly applied: AppliedDiscount
  /** The line's own discount, or null: the order's. */
  readonly own: Given | null
}

function sourcesOf(line: SoldLine, given: readonly Given[]): readonly Source[] {
  const left = [...given]
  return line.discounts.map((applied) => {
    const place = left.findIndex((one) => isOf(one, applied))
    return { applied, own: place < 0 ? null : (left.splice(place, 1)[0] ?? null) }
  })
}

function isOf(given: Given, applied: AppliedDiscount): boolean {
  return given.id === applied.id && given.kind === applied.kind
}

function keyOf({ kind, id }: AppliedDiscount): string {
  return `${kind} ${id}`
}
