import { MENU_PRICE_MAX, NAME_LENGTH_MAX } from '#domain/limits.ts'
import { PPM } from '#domain/money/ratio.ts'
import { decimalText, parseAmount } from '#i18n/money.ts'

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
  | 'choicesMissing'
  | 'hostMissing'
  | 'hostPublic'
  | 'percentBad'
  | 'percentSome'
  | 'percentsBad'
  | 'numberBad'
  | 'choiceMissing'
  | 'zoneBad'
  | 'pinMissing'
  | 'pinBad'
  | 'pinShort'
  | 'pinForRole'
  | 'quantityBad'
  | 'timeBad'
  | 'pricesMissing'
  | 'pictureBusy'

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

/** Percents are typed with up to four decimals: 8.875 % is 88,750 millionths. */
const PERCENT_DECIMALS = 4

/** A typed percentage in millionths, above zero and at most the whole, or what is wrong with it. */
export function typedPercent(typed: string): { readonly ppm: number; readonly wrong: Wrong | null } {
  const ppm = parseAmount(typed.trim(), PERCENT_DECIMALS)
  return ppm === null || ppm < 1 || ppm > PPM ? { ppm: 0, wrong: 'percentSome' } : { ppm, wrong: null }
}

/** Millionths as a person writes percents: 88,750 is 8.875. */
export function percentText(ppm: number): string {
  return decimalText(ppm, PERCENT_DECIMALS).replace(/\.?0+$/, '')
}

/** The errors there are, by field. */
export function errorsOf(all: { readonly [field: string]: Wrong | null }): Errors {
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Wrong] => entry[1] !== null),
  )
}
