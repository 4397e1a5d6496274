import { MENU_PRICE_MAX, NAME_LENGTH_MAX, STOCK_QTY_MAX } from '#domain/limits.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { StockUnit } from '#domain/stock/ingredient.ts'
import type { StockItemView } from '#device/messages/stock-views.ts'
import { decimalText, parseAmount } from '#i18n/money.ts'
import { quantityText } from '#i18n/quantities.ts'

/** An ingredient's form, as typed. */
export interface IngredientDraft {
  readonly name: string
  readonly unit: StockUnit
  readonly packName: string
  readonly packSize: string
  readonly packCost: string
  readonly low: string
  readonly par: string
  readonly supplier: string
}

/** What is wrong with a field: the key of its words. */
type Wrong = 'name' | 'text' | 'size' | 'cost' | 'quantity'

const DECIMALS = 3

export function draftOf(item: StockItemView | null, exponent: number): IngredientDraft {
  if (item === null) {
    const empty = { name: '', packName: '', packSize: '', packCost: '', low: '', par: '', supplier: '' }
    return { ...empty, unit: 'g' }
  }
  const { name, unit, packName, packSize, packCost, low, par, supplier } = item
  return {
    name,
    unit,
    packName,
    packSize: quantityText(packSize),
    packCost: decimalText(packCost, exponent),
    low: low === 0 ? '' : quantityText(low),
    par: par === 0 ? '' : quantityText(par),
    supplier,
  }
}

export interface ReadIngredient {
  readonly fields: RecordFields
  readonly errors: { readonly [field in keyof IngredientDraft]?: Wrong }
}

/** What the form says, as fields of the record, with what is wrong in it. [STOCK1] */
export function readIngredient(draft: IngredientDraft, exponent: number): ReadIngredient {
  const errors: { -readonly [field in keyof IngredientDraft]?: Wrong } = {}
  const name = draft.name.trim()
  if (name === '' || name.length > NAME_LENGTH_MAX) errors.name = 'name'
  for (const field of ['packName', 'supplier'] as const) {
    if (draft[field].trim().length > NAME_LENGTH_MAX) errors[field] = 'text'
  }
  const packSize = quantityOf(draft.packSize)
  if (packSize === null || packSize === 0) errors.packSize = 'size'
  const packCost = parseAmount(draft.packCost, exponent)
  if (packCost === null || packCost > MENU_PRICE_MAX) errors.packCost = 'cost'
  const [low, par] = [quantityOf(draft.low, 0), quantityOf(draft.par, 0)]
  if (low === null) errors.low = 'quantity'
  if (par === null) errors.par = 'quantity'
  const { unit } = draft
  const texts = { packName: draft.packName.trim(), supplier: draft.supplier.trim() }
  return { fields: { name, unit, ...texts, packSize, packCost, low, par }, errors }
}

function quantityOf(typed: string, empty: number | null = null): number | null {
  if (typed.trim() === '') return empty
  const qty = parseAmount(typed, DECIMALS)
  return qty === null || qty > STOCK_QTY_MAX ? null : qty
}

/** The fields that differ from what was shown: whoever edits another one meanwhile keeps their change. [RECORD1] */
export function changedOf(fields: RecordFields, item: StockItemView | null): RecordFields {
  if (item === null) return { ...fields, active: true }
  const before = new Map<string, unknown>(Object.entries(item))
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => before.get(field) !== value))
}
