import type { Item } from '#domain/item/item.ts'
import { QTY_MAX } from '#domain/limits.ts'
import { liveItems, type Bill } from '#domain/order/bill.ts'

/**
 * The standing lines an id names: a line, or every part of a combo, whether its own id or that of a part is given:
 * what is sold as one is counted, taken off, voided and moved as one. None: unknown. [ITEM10]
 */
export function linesNamed(bill: Bill, itemId: string): readonly Item[] {
  const live = liveItems(bill.items)
  const named = live.find((item) => item.id === itemId || item.combo?.id === itemId)
  if (named === undefined) return []
  const combo = named.combo?.id
  return combo === undefined ? [named] : live.filter((item) => item.combo?.id === combo)
}

/** The standing lines an id names, where parts of a combo may differ: one part, or all by the combo's own id. */
export function partsNamed(bill: Bill, itemId: string): readonly Item[] {
  const own = liveItems(bill.items).filter((item) => item.id === itemId)
  return own.length > 0 ? own : linesNamed(bill, itemId)
}

/** [ITEM6] */
export function isQty(qty: number): boolean {
  return Number.isSafeInteger(qty) && qty >= 1 && qty <= QTY_MAX
}
