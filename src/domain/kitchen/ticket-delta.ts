import { canonicalJson } from '#domain/event/canonical.ts'
import type { Item } from '#domain/item/item.ts'
import type { Order } from '#domain/order/order.ts'
import { fingerprint } from './fingerprint.ts'
import { kitchenLine, type KitchenLine } from './line-text.ts'

/** What the kitchen was last told of a line, whatever order it was on then. */
export interface Told {
  readonly itemId: string
  readonly revision: string
  /** The order, table and service it was told for. */
  readonly place: string
  readonly qty: number
  /** How often it was told of this line, so that a change, its way back and the change again are three tickets. */
  readonly times: number
}

export interface DeltaLine {
  readonly kind: 'new' | 'changed' | 'cancelled'
  readonly line: KitchenLine
  /** How many the kitchen was making until now; 0 for a new line. */
  readonly qtyBefore: number
  /** It goes to another table, order or service than the kitchen was told. */
  readonly moved: boolean
  /** What the kitchen has been told once it has this line. */
  readonly told: Told
}

/** What the kitchen must hear now. Seen twice, it is the same by its id, and dropped. */
export interface TicketDelta {
  readonly id: string
  readonly lines: readonly DeltaLine[]
}

/** Where the lines are eaten: the order itself, or the one it is merged into. */
export type Place = Pick<Order, 'id' | 'number' | 'tableId' | 'service'>

/** A line the kitchen no longer makes has one revision only: it is cancelled once, however often it is voided. */
const VOIDED = 'void'

/**
 * What changed since the kitchen was last told, line by line; null when nothing did. Revisions come from what a cook
 * reads, not from who wrote it: an edit that arrives late from another device is told like any other. Give it the
 * items of one station for that station's ticket. [TICKET1] [TICKET2] [TICKET3] [TICKET4]
 */
export function ticketDelta(place: Place, items: readonly Item[], told: readonly Told[]): TicketDelta | null {
  const known = new Map(told.map((one) => [one.itemId, one]))
  const lines = items.flatMap((item) => deltaLine(item, placeText(place), known.get(item.id)) ?? [])
  if (lines.length === 0) return null
  const steps = lines.map(({ told: { itemId, times, revision, place } }) => [itemId, times, revision, place])
  return { id: `${place.id}/${fingerprint(canonicalJson(steps))}`, lines }
}

function deltaLine(item: Item, place: string, before: Told | undefined): DeltaLine | null {
  const making = before !== undefined && before.revision !== VOIDED ? before : null
  const times = (before?.times ?? 0) + 1
  const told = { itemId: item.id, revision: revisionOf(item), place, qty: item.qty, times }
  if (item.status === 'new') return null
  if (item.status === 'voided') {
    if (making === null) return null
    const line = kitchenLine(item, making.qty)
    return { kind: 'cancelled', line, qtyBefore: making.qty, moved: false, told }
  }
  const line = kitchenLine(item, item.qty)
  if (making === null) return { kind: 'new', line, qtyBefore: 0, moved: false, told }
  if (making.revision === told.revision && making.place === place) return null
  return { kind: 'changed', line, qtyBefore: making.qty, moved: making.place !== place, told }
}

function revisionOf(item: Item): string {
  return item.status === 'voided' ? VOIDED : fingerprint(canonicalJson(kitchenLine(item, item.qty)))
}

function placeText({ number, tableId, service }: Place): string {
  return canonicalJson([number, tableId, service])
}
