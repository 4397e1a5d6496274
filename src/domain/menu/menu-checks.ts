import type { Context } from '#domain/context.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'
import type { Rejection } from '#domain/rejection.ts'
import { isRecipe, isRecipes } from '#domain/stock/stock-checks.ts'
import { isStatedOrNot } from './allergens.ts'
import { nestsTooDeep } from './group-nesting.ts'
import {
  isCountdown,
  isCourse,
  isGroupLinks,
  isGroupPricing,
  isMinuteOfDay,
  isOptions,
  isPrices,
  isPricing,
  isPriority,
  isSellAnyway,
  isSlots,
  isTaxIds,
  isTaxIdsByService,
  isTexts,
  isUnit,
  isVariants,
  isWeekdays,
} from './menu-shape.ts'
import type { ComboSlot, MenuItem, ModifierGroup } from './menu.ts'
import { isFlag, isPrice, type Check } from './shape.ts'

/** How a field must be, and the rule that says so. */
type FieldChecks = { readonly [field: string]: readonly [Check, string] }

const CHECKS: { readonly [type in RecordType]?: FieldChecks } = {
  category: { course: [isCourse, 'MENU2'] },
  menu_item: {
    taxIds: [isTaxIds, 'RECORD2'],
    taxIdsByService: [isTaxIdsByService, 'TAX4'],
    available: [isFlag, 'RECORD2'],
    active: [isFlag, 'RECORD2'],
    pricing: [isPricing, 'OPEN1'],
    unit: [isUnit, 'WEIGHT1'],
    variants: [isVariants, 'VARIANT1'],
    groups: [isGroupLinks, 'MOD2'],
    slots: [isSlots, 'COMBO1'],
    course: [isCourse, 'MENU2'],
    allergens: [isStatedOrNot, 'ALLERGEN1'],
    countdown: [isCountdown, 'LEFT1'],
    sellAnyway: [isSellAnyway, 'STOCK11'],
    recipe: [isRecipe, 'STOCK2'],
    recipeBySize: [isRecipes, 'STOCK2'],
  },
  modifier_group: {
    pricing: [isGroupPricing, 'MOD7'],
    price: [isPrice, 'MOD7'],
    options: [isOptions, 'MOD1'],
    active: [isFlag, 'RECORD2'],
    recipes: [isRecipes, 'STOCK2'],
  },
  price_list: {
    priority: [isPriority, 'LEVEL1'],
    prices: [isPrices, 'LEVEL1'],
    services: [isTexts, 'LEVEL2'],
    areaIds: [isTexts, 'LEVEL2'],
    weekdays: [isWeekdays, 'LEVEL2'],
    from: [isMinuteOfDay, 'LEVEL2'],
    to: [isMinuteOfDay, 'LEVEL2'],
    active: [isFlag, 'RECORD2'],
  },
}

/**
 * Why these fields of a menu record cannot be saved, or null. Of records that are none of the menu's: null. What
 * fields say together is checked as far as the menu at hand shows it. [RECORD2] [COMBO5] [MOD9]
 */
export function checkMenuRecord(
  recordType: RecordType,
  fields: RecordFields,
  context: Pick<Context, 'menu'>,
  recordId: string,
): Rejection | null {
  for (const [field, [isGood, rule]] of Object.entries(CHECKS[recordType] ?? {})) {
    if (fields[field] !== undefined && !isGood(fields[field])) return { code: 'bad_record', rule }
  }
  if (recordType === 'menu_item') return comboRefused(fields, context, recordId)
  if (recordType !== 'modifier_group' || fields['options'] === undefined) return null
  const options = fields['options'] as ModifierGroup['options']
  return nestsTooDeep(recordId, options, context.menu.groups)
    ? { code: 'modifiers_too_deep', rule: 'MOD9' }
    : null
}

/** A combo has a price of its own and nothing else; its parts are plain items. [COMBO5] */
function comboRefused(
  fields: RecordFields,
  { menu }: Pick<Context, 'menu'>,
  recordId: string,
): Rejection | null {
  const known = menu.item?.id === recordId ? menu.item : {}
  const item: Partial<MenuItem> = { ...known, ...fields }
  const slots = isSlots(item.slots) ? (item.slots as readonly ComboSlot[]) : []
  if (slots.length === 0) return null
  const plain =
    (item.pricing ?? 'fixed') === 'fixed' && (item.variants ?? []).length + (item.groups ?? []).length === 0
  const offered = new Set(slots.flatMap((slot) => slot.choices.map((choice) => choice.menuItemId)))
  const odd = menu.parts.some(
    (part) =>
      offered.has(part.id) && ((part.pricing ?? 'fixed') !== 'fixed' || (part.slots ?? []).length > 0),
  )
  return !plain || odd || offered.has(recordId) ? { code: 'bad_record', rule: 'COMBO5' } : null
}
