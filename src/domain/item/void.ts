import type { Item, ItemVoid, ItemVoided } from './item.ts'

/**
 * A line with one more void. Every void is kept, and together they never take off more than there is: where two
 * devices voided the same pieces without seeing each other, the later one takes what is left. [ITEM3] [VOID3]
 */
export function withVoid(item: Item, { qty: asked, ...rest }: ItemVoided): Item {
  const qty = asked === null ? item.qty : Math.max(0, Math.min(asked, item.qty))
  const one: ItemVoid = { ...rest, qty, asked }
  const left = item.qty - qty
  return {
    ...item,
    qty: left,
    status: left === 0 ? 'voided' : item.status,
    voids: [...item.voids, one],
    voided: item.voided ?? (left === 0 ? one : null),
  }
}

/** Voids that found less than they asked for: somebody else had voided the same pieces. */
export function doubleVoids(item: Pick<Item, 'voids'>): readonly ItemVoid[] {
  return item.voids.filter(({ qty, asked }) => qty < (asked ?? 1))
}
