import type { Known } from '#domain/context.ts'
import type { ItemModifier } from '#domain/item/item.ts'
import { ALLERGENS, inOrder, type Allergen, type LineAllergens } from './allergens.ts'
import { askedGroups } from './asked-groups.ts'
import type { MenuItem, ModifierGroup, ModifierOption } from './menu.ts'
import { comesAnyway } from './modifier-limits.ts'

type Stated = { readonly allergens?: readonly Allergen[] | null }

/**
 * What a dish contains as it was chosen: what is stated of the dish, of options that come with it, and of every one
 * that was named. What is left off counts, too. [ALLERGEN2] [ALLERGEN3]
 */
export function lineAllergens(
  item: Pick<MenuItem, 'groups'> & Stated,
  modifiers: readonly Pick<ItemModifier, 'groupId' | 'optionId' | 'prefix' | 'depth'>[],
  groups: readonly Known<ModifierGroup>[],
): LineAllergens {
  const named = modifiers.map(({ groupId, optionId }) => optionOf(groups, groupId, optionId))
  // Below an option all that comes with it counts: better one too many than one too few.
  const below = named.flatMap((option) =>
    askedGroups(option?.groups ?? [], [], groups).flatMap(({ group }) =>
      group.options.filter(({ active, included }) => active && included),
    ),
  )
  const coming = askedGroups(item.groups ?? [], [], groups).flatMap(({ link, group }) => {
    const own = modifiers
      .filter((one) => one.depth === 0 && one.groupId === group.id)
      .map((one) => ({ ...one, qty: 1, below: [] }))
    const options = group.options.filter((option) => option.active)
    const included = options.filter((option) => comesAnyway(option, link, own))
    const chosen = own.filter(({ prefix }) => prefix !== 'no')
    return chosen.length + included.length < link.min ? stillToChoose(options) : included
  })
  return together([item, ...named, ...below, ...coming])
}

/** A choice that nobody has made: nothing, where it changes nothing; else what nobody can state yet. [ALLERGEN2] */
function stillToChoose(options: readonly Stated[]): readonly Stated[] {
  return options.every(({ allergens }) => allergens?.length === 0) ? [] : [{ allergens: null }]
}

/** What a combo contains whatever is chosen for it; complete where every choice contains the same. [ALLERGEN4] */
export function comboAllergens(
  slots: readonly { readonly choices: readonly { readonly menuItemId: string }[] }[],
  partOf: (menuItemId: string) => LineAllergens,
): LineAllergens {
  const asked = slots.map(({ choices }) => choices.map(({ menuItemId }) => partOf(menuItemId)))
  const always = asked.flatMap((parts) =>
    ALLERGENS.filter((one) => parts.length > 0 && parts.every(({ contains }) => contains.includes(one))),
  )
  const may = asked.flatMap((parts) => parts.flatMap(({ contains }) => contains))
  return {
    contains: inOrder(always),
    complete:
      asked.every((parts) => parts.every(({ complete }) => complete)) &&
      may.every((one) => always.includes(one)),
  }
}

/** How a dish stands to what a guest must not eat: what of it is in, or that nobody said. [ALLERGEN2] */
export function clashOf(
  dish: LineAllergens,
  without: readonly Allergen[],
): { readonly contains: readonly Allergen[]; readonly unknown: boolean } {
  const contains = without.filter((one) => dish.contains.includes(one))
  return { contains, unknown: without.length > 0 && contains.length < without.length && !dish.complete }
}

function optionOf(
  groups: readonly Known<ModifierGroup>[],
  groupId: string,
  optionId: string,
): ModifierOption | undefined {
  return groups.find(({ id }) => id === groupId)?.options.find(({ id }) => id === optionId)
}

function together(parts: readonly (Stated | undefined)[]): LineAllergens {
  const stated = parts.map((part) => part?.allergens ?? null)
  return {
    contains: inOrder(stated.flatMap((one) => one ?? [])),
    complete: stated.every((one) => one !== null),
  }
}
