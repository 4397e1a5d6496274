import type { Known, MenuFacts } from '#domain/context.ts'
import type { Item } from '#domain/item/item.ts'
import type { Choice, ChosenPart } from '#domain/menu/choice.ts'
import type { ComboSlot, MenuItem } from '#domain/menu/menu.ts'
import { activeVariants } from '#domain/menu/variant.ts'
import { defaultPicks, picksOf, type Picks } from './picks.ts'

/** How somebody wants an item, so far: its size and modifiers; of a combo, those of each part. */
export interface Wish {
  readonly variantId: string
  readonly modifiers: Picks
  readonly parts: readonly PartWish[]
}

export interface PartWish {
  readonly slotId: string
  readonly menuItemId: string
  readonly variantId: string
  readonly modifiers: Picks
}

/** What stands there before anybody tapped: first size, what comes with it, and what a combo leaves no choice of. */
export function firstWish(item: Known<MenuItem>, facts: Pick<MenuFacts, 'groups' | 'parts'>): Wish {
  const parts = (item.slots ?? []).flatMap((slot) => {
    const [only, ...others] = slot.choices
    return only === undefined || others.length > 0 ? [] : [firstPart(slot, only.menuItemId, facts)]
  })
  return { ...startOf(item, facts), parts }
}

/** A part of a combo as it comes. */
export function firstPart(
  slot: Pick<ComboSlot, 'id'>,
  menuItemId: string,
  facts: Pick<MenuFacts, 'groups' | 'parts'>,
): PartWish {
  const item = facts.parts.find((one) => one.id === menuItemId)
  const start = item === undefined ? { variantId: '', modifiers: [] } : startOf(item, facts)
  return { slotId: slot.id, menuItemId, ...start }
}

/** A line as it stands. */
export function wishOf(
  line: Pick<Item, 'variantId' | 'modifiers'>,
  item: Known<MenuItem>,
  facts: Pick<MenuFacts, 'groups'>,
): Wish {
  const modifiers = picksOf(line.modifiers, item.groups ?? [], facts.groups)
  return { variantId: line.variantId, modifiers, parts: [] }
}

/** As the command says it. */
export function choiceOf({ variantId, modifiers, parts }: Wish): Choice {
  return {
    ...sized(variantId),
    ...(modifiers.length === 0 ? {} : { modifiers }),
    ...(parts.length === 0 ? {} : { parts: parts.map(partChoice) }),
  }
}

function partChoice({ slotId, menuItemId, variantId, modifiers }: PartWish): ChosenPart {
  return { slotId, menuItemId, ...sized(variantId), modifiers }
}

function sized(variantId: string): Pick<Choice, 'variantId'> {
  return variantId === '' ? {} : { variantId }
}

function startOf(
  item: Known<MenuItem>,
  facts: Pick<MenuFacts, 'groups'>,
): Pick<Wish, 'variantId' | 'modifiers'> {
  return {
    variantId: activeVariants(item)[0]?.id ?? '',
    modifiers: defaultPicks(item.groups ?? [], [], facts.groups),
  }
}
