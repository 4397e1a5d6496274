import type { DomainEvent } from '#domain/event/event.ts'

/**
 * What an older program does not know: as if these had come with its update. Some it may overlook, some make an order
 * one that it can only look at. [SYNC5]
 */
const UNKNOWN_TYPES = [
  'item_note_set',
  'order_covers_set',
  'order_guest_set',
  'item_moved',
  'item_discounted',
  'order_split',
  'order_discounted',
  'order_unmerged',
  'payment_tip_set',
  'payment_refunded',
] as const satisfies readonly DomainEvent['type'][]

export const UNKNOWN: ReadonlySet<string> = new Set(UNKNOWN_TYPES)

export function isUnknown(event: unknown): boolean {
  return UNKNOWN.has((event as { readonly type: string }).type)
}
