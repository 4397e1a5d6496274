import type { MenuItemView } from '#device/messages.ts'
import type { Item } from '#domain/item/item.ts'
import { USUAL_PLACE, type LinePlace } from './options/line-place.ts'

/** What a tap asked for and the device has not answered yet: a line by its id, and how many of what. */
export interface AskedLine {
  readonly menuItemId: string
  readonly qty: number
  /** Where a line that was begun belongs. */
  readonly place?: LinePlace | undefined
  /** When it was asked, by the page's clock: the first time, if it was counted on since. */
  readonly since: number
  /** Unanswered for so long that the line says so. */
  readonly late: boolean
}

export type AskedLines = ReadonlyMap<string, AskedLine>

export const NOTHING_ASKED: AskedLines = new Map()

/** One more line, or another count of one that waits already: it has waited since its first. The latest is last. */
export function withLine(asked: AskedLines, id: string, line: AskedLine): AskedLines {
  const known = asked.get(id)
  const waiting = known === undefined ? line : { ...line, since: known.since, late: known.late }
  const all = new Map(asked)
  all.delete(id)
  return all.set(id, waiting)
}

export function latestOf(asked: AskedLines): string | undefined {
  return [...asked.keys()].at(-1)
}

export function withoutLine(asked: AskedLines, id: string): AskedLines {
  const rest = new Map(asked)
  return rest.delete(id) ? rest : asked
}

/** Marks a line that has waited since `since` and still does; the very same lines if it was answered. */
export function withLate(asked: AskedLines, id: string, since: number): AskedLines {
  const line = asked.get(id)
  if (line === undefined || line.late || line.since !== since) return asked
  return new Map(asked).set(id, { ...line, late: true })
}

/**
 * The order's items as they will be once what was asked is saved, so that a tap is painted in its own frame. They are
 * drawn as not yet saved while that takes long; a refusal takes them back.
 */
export function withAsked(
  items: readonly Item[],
  asked: AskedLines,
  orderId: string,
  dishes: readonly MenuItemView[],
): readonly Item[] {
  if (asked.size === 0) return items
  const known = new Set(items.map((item) => item.id))
  const counted = items.map((item) => {
    const line = asked.get(item.id)
    return line === undefined || item.status !== 'new' || line.qty === item.qty
      ? item
      : { ...item, qty: line.qty }
  })
  const begun = [...asked].flatMap(([id, { menuItemId, qty, place }]) => {
    const dish = known.has(id) ? undefined : dishes.find((one) => one.id === menuItemId)
    return dish === undefined ? [] : [begunItem(id, orderId, dish, qty, place ?? USUAL_PLACE)]
  })
  return [...counted, ...begun]
}

/** A line as the device will write it, as far as the slip shows it. */
function begunItem(
  id: string,
  orderId: string,
  dish: MenuItemView,
  qty: number,
  { seat, course, held }: LinePlace,
): Item {
  return {
    id,
    orderId,
    menuItemId: dish.id,
    name: dish.name,
    variant: '',
    variantId: '',
    categoryId: dish.categoryId,
    stationId: '',
    unitPrice: dish.price,
    priceFrom: 'menu',
    modifiers: [],
    weight: null,
    combo: null,
    pieces: 1,
    taxes: [],
    qty,
    ordered: qty,
    note: '',
    seat,
    course: course ?? dish.course,
    held,
    addedAt: 0,
    addedBy: '',
    status: 'new',
    sentAt: null,
    sentBy: null,
    preparation: null,
    preparedAt: null,
    discounts: [],
    changes: 0,
    changedAt: null,
    voids: [],
    voided: null,
    late: null,
  }
}
