import { MENU_PRICE_MAX, NAME_LENGTH_MAX } from '#domain/limits.ts'
import { parseAmount } from '#i18n/money.ts'

/** What is wrong with a typed field: the key of its words in `office.wrong`. */
export type Wrong =
  | 'nameMissing'
  | 'nameLong'
  | 'nameTwice'
  | 'priceMissing'
  | 'priceBad'
  | 'priceHigh'
  | 'categoryMissing'
  | 'unitMissing'
  | 'limits'
  | 'optionsMissing'
  | 'hostMissing'
  | 'hostPublic'
  | 'percentBad'
  | 'percentsBad'
  | 'numberBad'
  | 'choiceMissing'
  | 'zoneBad'
  | 'pinMissing'
  | 'pinBad'
  | 'pinShort'
  | 'pinForRole'
  | 'quantityBad'

export type Errors = { readonly [field: string]: Wrong }

export function wrongName(name: string): Wrong | null {
  if (name.trim() === '') return 'nameMissing'
  return name.trim().length > NAME_LENGTH_MAX ? 'nameLong' : null
}

/** A typed price: what it is, or what is wrong with it. [RECORD2] [RECORD6] */
export function typedPrice(
  typed: string,
  exponent: number,
): { readonly price: number; readonly wrong: Wrong | null } {
  if (typed.trim() === '') return { price: 0, wrong: 'priceMissing' }
  const price = parseAmount(typed, exponent)
  if (price === null) return { price: 0, wrong: /^\d{12,}/.test(typed.trim()) ? 'priceHigh' : 'priceBad' }
  return { price, wrong: price > MENU_PRICE_MAX ? 'priceHigh' : null }
}

/** The errors there are, by field. */
export function errorsOf(all: { readonly [field: string]: Wrong | null }): Errors {
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Wrong] => entry[1] !== null),
  )
}
