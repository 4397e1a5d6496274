import type { Discount } from '#domain/discount/discount.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import { coversOf, liveItems, type Bill } from './bill.ts'

/**
 * What the money of a bill depends on beside its lines' prices, as one text: discounts, charges, exemptions, service. Frozen in the sale, so that a discount given on another till just before the close is seen to be missing
 * without pricing old money anew. [REVIEW11]
 */
export function priceBasis(bill: Bill): string {
  const { order } = bill
  const charges = order.rules.charges.filter(({ active }) => active)
  return canonicalJson({
    lines: liveItems(bill.items)
      .filter(({ discounts }) => discounts.length > 0)
      .map(({ id, discounts }) => [id, given(discounts)] as const)
      .sort(byId),
    discounts: given(order.discounts),
    exempt: order.exempt === 'all' ? 'all' : [...order.exempt].sort(),
    waived: [...order.waivedCharges].sort(),
    open: order.openCharges,
    covers: charges.some(({ minCovers }) => minCovers > 0) ? coversOf(bill) : null,
    service: order.service,
  })
}

/** Which discounts, and how much: not who gave them, or when. */
function given(
  discounts: readonly Discount[],
): readonly (readonly [string, string, Discount['how'] | null])[] {
  return discounts.map(({ id, kind, how }) => [id, kind, kind === 'comp' ? null : how] as const).sort(byId)
}

function byId([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
