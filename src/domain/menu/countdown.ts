import type { Item } from '#domain/item/item.ts'
import type { MenuItem } from './menu.ts'

/**
 * How many are left of a counted dish; below zero when tills sold more apart. Null: nobody counted. It never stops a
 * sale: whoever sells is told. [LEFT1] [LEFT2]
 */
export function remaining(countdown: MenuItem['countdown'], sent: number): number | null {
  return countdown === null || countdown === undefined ? null : countdown.qty - sent
}

/** Pieces of a dish that went to the kitchen since it was counted; one voided before it was cooked is back. [LEFT1] */
export function sentSince(
  items: readonly Pick<Item, 'menuItemId' | 'qty' | 'pieces' | 'sentAt' | 'voids' | 'voided'>[],
  menuItemId: string,
  since: number,
): number {
  return items
    .filter((item) => item.menuItemId === menuItemId && item.sentAt !== null && item.sentAt >= since)
    .reduce((pieces, item) => {
      const standing = item.voided === null ? item.qty : 0
      const wasted = item.voids.reduce((qty, one) => qty + (one.kind === 'wasted' ? one.qty : 0), 0)
      return pieces + item.pieces * (standing + wasted)
    }, 0)
}
