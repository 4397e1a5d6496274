import { newId } from '#app/data/new-id.ts'
import type { Allergen } from '#domain/menu/allergens.ts'
import type { ModifierOption } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import { decimalText } from '#i18n/money.ts'
import { errorsOf, typedPrice, wrongName, type Wrong } from '#app/features/backoffice/records/typed.ts'
import type { OfficeGroup } from '#app/features/backoffice/menu/menu-records.ts'
import type { ReadDraft } from '#app/features/backoffice/menu/item-draft.ts'
import {
  draftsOfRecipes,
  readRecipes,
  type RecipeDrafts,
} from '#app/features/backoffice/menu/recipe-draft.ts'

/** A modifier group's form, as typed. */
export interface GroupDraft {
  readonly name: string
  readonly pricing: OfficeGroup['pricing']
  readonly price: string
  readonly active: boolean
  readonly options: readonly OptionDraft[]
  /** What options take from stock, by their ids. */
  readonly recipes: RecipeDrafts
}

export interface OptionDraft {
  readonly id: string
  readonly name: string
  readonly price: string
  readonly included: boolean
  readonly available: boolean
  readonly maxQty: number
  /** Null: not stated. */
  readonly allergens: readonly Allergen[] | null
}

export function draftOfGroup(group: OfficeGroup, exponent: number): GroupDraft {
  return {
    name: group.name,
    pricing: group.pricing,
    price: decimalText(group.price, exponent),
    active: group.active,
    options: group.options
      .filter((option) => option.active)
      .map(({ id, name, price, included, available, maxQty, allergens = null }) => ({
        id,
        name,
        price: decimalText(price, exponent),
        included,
        available,
        maxQty,
        allergens,
      })),
    recipes: draftsOfRecipes(group.recipes),
  }
}

export function newOption(): OptionDraft {
  return { id: newId(), name: '', price: '', included: false, available: true, maxQty: 1, allergens: null }
}

/** What the form says, as fields of a record, with what is wrong in it. */
export function readGroup(draft: GroupDraft, shown: OfficeGroup | null, exponent: number): ReadDraft {
  const group = typedPrice(draft.price, exponent)
  const { recipes, errors: recipeErrors } = readRecipes(
    draft.recipes,
    draft.options.map(({ id }) => id),
    'recipe',
  )
  const errors = errorsOf({
    name: wrongName(draft.name),
    price: draft.pricing === 'group' ? group.wrong : null,
    options: draft.options.length === 0 ? 'optionsMissing' : null,
    ...optionErrors(draft, exponent),
    ...recipeErrors,
  })
  const fields = {
    name: draft.name.trim(),
    pricing: draft.pricing,
    price: draft.pricing === 'group' ? group.price : 0,
    active: draft.active,
    options: optionsOf(draft, shown, exponent),
    recipes,
  }
  return { fields, errors }
}

function optionErrors({ options, pricing }: GroupDraft, exponent: number): { [field: string]: Wrong | null } {
  const found: { [field: string]: Wrong | null } = {}
  for (const { id, name, price } of options) {
    found[`option-name:${id}`] = wrongName(name)
    found[`option-price:${id}`] =
      pricing === 'option' && price.trim() !== '' ? typedPrice(price, exponent).wrong : null
  }
  return found
}

/** What hangs below an option and what it costs by size is kept; an option that was chosen is retired, not erased. */
function optionsOf(
  { options, pricing }: GroupDraft,
  shown: OfficeGroup | null,
  exponent: number,
): readonly ModifierOption[] {
  const before = new Map((shown?.options ?? []).map((option) => [option.id, option]))
  const kept = options.map(({ id, name, price, included, available, maxQty, allergens }) => ({
    ...before.get(id),
    groups: before.get(id)?.groups ?? [],
    id,
    name: name.trim(),
    price:
      pricing === 'option' ? minor(typedPrice(price, exponent).price) : (before.get(id)?.price ?? minor(0)),
    included,
    available,
    maxQty,
    ...(allergens === null && before.get(id)?.allergens === undefined ? {} : { allergens }),
    active: true,
  }))
  const ids = new Set(options.map(({ id }) => id))
  const retired = [...before.values()].filter(({ id }) => !ids.has(id))
  return [...kept, ...retired.map((option) => ({ ...option, active: false }))]
}
