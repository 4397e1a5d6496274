import type { Allergen } from '#domain/menu/allergens.ts'
import type { Item, ItemModifier } from '#domain/item/item.ts'

/** A line as a cook reads it: everything, always, so that a cancelled burger is never the wrong one. [TICKET2] */
export interface KitchenLine {
  readonly itemId: string
  readonly stationId: string
  /** Pieces to make: of a combo's "3 tacos", twice, six. */
  readonly qty: number
  readonly name: string
  readonly variant: string
  /** The combo it belongs to, or empty. */
  readonly combo: string
  /** As they were chosen, nested ones under their parent; the words for a prefix are the reader's. */
  readonly modifiers: readonly Pick<ItemModifier, 'name' | 'prefix' | 'qty' | 'depth'>[]
  readonly note: string
  /** What its guest must not eat. Absent where nothing was said: the text of such a line is as it ever was. */
  readonly allergies?: readonly Allergen[]
  readonly seat: number
  readonly course: number
}

/** The text of a line for so many of it: of a cancelled line, those that were asked for. */
export function kitchenLine(item: Item, qty: number): KitchenLine {
  return {
    itemId: item.id,
    stationId: item.stationId,
    qty: qty * item.pieces,
    name: item.name,
    variant: item.variant,
    combo: item.combo?.name ?? '',
    modifiers: item.modifiers.map(({ name, prefix, qty, depth }) => ({ name, prefix, qty, depth })),
    note: item.note,
    ...((item.allergies ?? []).length === 0 ? {} : { allergies: item.allergies ?? [] }),
    seat: item.seat,
    course: item.course,
  }
}
