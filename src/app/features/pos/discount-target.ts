import type { OrderView } from '#device/messages.ts'
import type { Command } from '#domain/command/command.ts'
import type { Discount } from '#domain/discount/discount.ts'
import { liveItems } from '#domain/order/bill.ts'

/** What a discount is for: one line, or, with null, the whole order. */
export interface DiscountTarget {
  readonly orderId: string
  readonly itemId: string | null
}

/** What is given already, where it can be taken back. */
export interface GivenDiscount {
  readonly target: DiscountTarget
  readonly discount: Discount
  /** The line's name; null: the order. */
  readonly line: string | null
}

/** Every discount and comp of an order. Of a combo, whose parts bear it together, it is told once. */
export function givenDiscounts({
  order,
  items,
}: Pick<OrderView, 'order' | 'items'>): readonly GivenDiscount[] {
  const given = order.discounts.map((discount) => ({
    target: { orderId: order.id, itemId: null },
    discount,
    line: null,
  }))
  const told = new Set<string>()
  const onLines = liveItems(items).flatMap((item) =>
    item.discounts.flatMap((discount): GivenDiscount | [] => {
      const itemId = item.combo?.id ?? item.id
      const key = `${itemId} ${discount.id}`
      if (told.has(key)) return []
      told.add(key)
      return { target: { orderId: order.id, itemId }, discount, line: item.combo?.name ?? item.name }
    }),
  )
  return [...given, ...onLines]
}

export function giveDiscount(
  { orderId, itemId }: DiscountTarget,
  discount: Pick<Discount, 'how' | 'name' | 'reason'> & { readonly id: string },
): Command {
  const { id: discountId, name, how, reason } = discount
  if (itemId === null) return { type: 'discount_order', orderId, discountId, name, how, reason }
  return { type: 'discount_item', orderId, itemId, discountId, name, how, reason }
}

export function takeBackDiscount({ orderId, itemId }: DiscountTarget, discountId: string): Command {
  if (itemId === null) return { type: 'remove_order_discount', orderId, discountId }
  return { type: 'remove_item_discount', orderId, itemId, discountId }
}
