import type { MenuItemView } from '#device/messages.ts'
import type { Of } from '#domain/command/command.ts'
import type { Item } from '#domain/item/item.ts'

/** What the sheet is about: a dish before it is on the order, or a line that is. */
export type Choosing =
  | { readonly kind: 'dish'; readonly dish: MenuItemView }
  | { readonly kind: 'line'; readonly line: Item }

/** A line to be, with everything chosen for it. */
export type NewLine = Omit<Of<'add_item'>, 'type' | 'orderId' | 'itemId'>
