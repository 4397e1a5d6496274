import type { Prefix } from '#domain/item/item.ts'

/** One modifier a guest chose, with what they chose below it. */
export interface ChosenModifier {
  readonly groupId: string
  readonly optionId: string
  readonly qty: number
  readonly prefix: Prefix
  readonly below: readonly ChosenModifier[]
}

/** What was chosen for one part of a combo. */
export interface ChosenPart extends Choice {
  readonly slotId: string
  readonly menuItemId: string
}

/** How a guest wants a menu item. All of it may be left out for an item that asks for nothing. */
export interface Choice {
  readonly variantId?: string
  readonly modifiers?: readonly ChosenModifier[]
  /** Of a combo: one for each thing it asks for. */
  readonly parts?: readonly ChosenPart[]
  /** Of an open-price item: the price of one, in minor units. */
  readonly openPrice?: number
  /** Of a weighed item: thousandths of its unit. */
  readonly weightMilli?: number
}
