import { newId } from '#app/data/new-id.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { Allergen } from '#domain/menu/allergens.ts'
import { decimalText } from '#i18n/money.ts'
import {
  errorsOf,
  typedPrice,
  wrongName,
  type Errors,
  type Wrong,
} from '#app/features/backoffice/records/typed.ts'
import type { OfficeItem } from './menu-records.ts'
import {
  draftOfRecipe,
  draftsOfRecipes,
  readRecipe,
  readRecipes,
  type RecipeDraft,
  type RecipeDrafts,
} from './recipe-draft.ts'
import { draftOfSlots, readSlots, type SlotDraft } from './slot-draft.ts'

/** Whether it could be a combo: what has sizes, had some, or asks for anything else cannot. [COMBO5] */
export function mayBeCombo(draft: ItemDraft, shown: OfficeItem): boolean {
  const { sizes, links, pricing } = draft
  return pricing === 'fixed' && sizes.length + links.length + shown.variants.length === 0
}

/** An item's form, as typed. */
export interface ItemDraft {
  readonly name: string
  readonly categoryId: string
  readonly stationId: string
  readonly price: string
  readonly pricing: OfficeItem['pricing']
  readonly unit: string
  readonly taxIds: readonly string[]
  /** Null: taxed out of the house as inside. */
  readonly outTaxIds: readonly string[] | null
  readonly picture: string
  /** A photo is on its way to the server: its name is not known yet. */
  readonly pictureBusy: boolean
  readonly available: boolean
  readonly active: boolean
  /** Empty: as its category. */
  readonly course: string
  /** Null: not stated. */
  readonly allergens: readonly Allergen[] | null
  readonly sizes: readonly SizeDraft[]
  readonly links: readonly LinkDraft[]
  /** Some: it is a combo of these. */
  readonly slots: readonly SlotDraft[]
  readonly recipe: RecipeDraft
  /** Of sizes that take something else. */
  readonly sizeRecipes: RecipeDrafts
}

export interface SizeDraft {
  readonly id: string
  readonly name: string
  readonly price: string
}

export interface LinkDraft {
  readonly groupId: string
  readonly min: number
  /** 0: no limit. */
  readonly max: number
  readonly free: number
}

/** A form for what is there, or for something new in a category. */
export function draftOfItem(item: OfficeItem, exponent: number): ItemDraft {
  const out = item.taxIdsByService['takeaway'] ?? item.taxIdsByService['delivery'] ?? null
  return {
    name: item.name,
    categoryId: item.categoryId,
    stationId: item.stationId,
    price: decimalText(item.price, exponent),
    pricing: item.pricing,
    unit: item.unit,
    taxIds: item.taxIds,
    outTaxIds: out,
    picture: item.picture,
    pictureBusy: false,
    available: item.available,
    active: item.active,
    course: item.course === null ? '' : String(item.course),
    allergens: item.allergens,
    sizes: item.variants
      .filter((size) => size.active)
      .map(({ id, name, price }) => ({ id, name, price: decimalText(price, exponent) })),
    links: item.groups
      .toSorted((a, b) => a.position - b.position)
      .map(({ groupId, min, max, free }) => ({ groupId, min, max, free })),
    slots: draftOfSlots(item.slots, exponent),
    recipe: draftOfRecipe(item.recipe),
    sizeRecipes: draftsOfRecipes(item.recipeBySize),
  }
}

export function newSize(): SizeDraft {
  return { id: newId(), name: '', price: '' }
}

export interface ReadDraft {
  readonly fields: RecordFields
  readonly errors: Errors
}

/** What the form says, as fields of a record, with what is wrong in it. Of an item that is there: `shown`. */
export function readItem(draft: ItemDraft, shown: OfficeItem | null, exponent: number): ReadDraft {
  const { price, wrong } = typedPrice(draft.price, exponent)
  const sized = draft.sizes.length > 0
  const unpriced = draft.pricing === 'open' || sized
  const combo = readSlots(draft.slots, exponent)
  const recipe = readRecipe(draft.recipe, 'recipe')
  const sizes = readRecipes(
    draft.sizeRecipes,
    draft.sizes.map(({ id }) => id),
    'size-recipe',
  )
  const errors = errorsOf({
    name: wrongName(draft.name),
    // A typed price and sizes have prices of their own; the item's counts where there is none.
    price: unpriced && draft.price.trim() === '' ? null : wrong,
    categoryId: draft.categoryId === '' ? 'categoryMissing' : null,
    unit: draft.pricing === 'weight' && draft.unit.trim() === '' ? 'unitMissing' : null,
    picture: draft.pictureBusy ? 'pictureBusy' : null,
    ...sizeErrors(draft.sizes, exponent),
    ...linkErrors(draft.links),
    ...combo.errors,
    ...recipe.errors,
    ...sizes.errors,
  })
  const fields: RecordFields = {
    name: draft.name.trim(),
    categoryId: draft.categoryId,
    stationId: draft.stationId,
    price,
    pricing: draft.pricing,
    unit: draft.unit.trim(),
    taxIds: draft.taxIds,
    taxIdsByService: outOfHouse(draft, shown),
    picture: draft.picture,
    available: draft.available,
    active: draft.active,
    variants: variantsOf(draft, shown, exponent),
    groups: draft.links.map((link, position) => ({ ...link, position })),
    slots: combo.slots,
    allergens: draft.allergens,
    recipe: recipe.recipe,
    recipeBySize: sizes.recipes,
    ...(draft.course === '' ? {} : { course: Number(draft.course) }),
  }
  return { fields, errors }
}

/** Services that this form does not show keep their own taxes. */
function outOfHouse(draft: ItemDraft, shown: OfficeItem | null): OfficeItem['taxIdsByService'] {
  const { takeaway: _t, delivery: _d, ...others } = shown?.taxIdsByService ?? {}
  if (draft.outTaxIds === null) return others
  return { ...others, takeaway: draft.outTaxIds, delivery: draft.outTaxIds }
}

/** A size that was sold is retired, never taken away: lines and price lists name it. */
function variantsOf(draft: ItemDraft, shown: OfficeItem | null, exponent: number): OfficeItem['variants'] {
  const kept = draft.sizes.map(({ id, name, price }) => ({
    id,
    name: name.trim(),
    price: typedPrice(price, exponent).price as OfficeItem['variants'][number]['price'],
    active: true,
  }))
  const names = new Set(kept.map(({ name }) => name))
  const ids = new Set(kept.map(({ id }) => id))
  const retired = (shown?.variants ?? [])
    .filter(({ id, name }) => !ids.has(id) && !names.has(name))
    .map((size) => ({ ...size, active: false }))
  return [...kept, ...retired]
}

function sizeErrors(sizes: readonly SizeDraft[], exponent: number): { [field: string]: Wrong | null } {
  const found: { [field: string]: Wrong | null } = {}
  const names = new Set<string>()
  for (const size of sizes) {
    const name = size.name.trim()
    found[`size-name:${size.id}`] = names.has(name) ? 'nameTwice' : wrongName(name)
    found[`size-price:${size.id}`] = typedPrice(size.price, exponent).wrong
    names.add(name)
  }
  return found
}

function linkErrors(links: readonly LinkDraft[]): { [field: string]: Wrong | null } {
  return Object.fromEntries(
    links.map(({ groupId, min, max }) => [`link:${groupId}`, max !== 0 && min > max ? 'limits' : null]),
  )
}
