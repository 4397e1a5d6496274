/** What this file needs to know of a currency: `exponent` is the number of digits after the point. */
export interface CurrencyStyle {
  readonly code: string
  readonly exponent: number
}

/** An amount with its currency, as people of `locale` write it: `€12.30`, `12,30 €`. [PRINT2] */
export function formatMoney(amount: number, currency: CurrencyStyle, locale: string): string {
  return moneyFormat(currency, locale)(amount)
}

/** `formatMoney` made once for many amounts: making it costs a hundred times what using it does. */
export function moneyFormat(currency: CurrencyStyle, locale: string): (amount: number) => string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.code,
    minimumFractionDigits: currency.exponent,
    maximumFractionDigits: currency.exponent,
  })
  return (amount) => format.format(decimalText(amount, currency.exponent))
}

/** An amount without its currency, for columns where every row is in the same one: `1,234.50`. [PRINT2] */
export function formatMoneyPlain(amount: number, currency: CurrencyStyle, locale: string): string {
  return plainMoneyFormat(currency, locale)(amount)
}

/** `formatMoneyPlain` made once for many amounts. */
export function plainMoneyFormat(currency: CurrencyStyle, locale: string): (amount: number) => string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: currency.exponent,
    maximumFractionDigits: currency.exponent,
  })
  return (amount) => format.format(decimalText(amount, currency.exponent))
}

/**
 * What a person typed, in minor units: "12", "12.3" and "12,30" with exponent 2. One separator only and never
 * grouping, since "1,234" could mean two amounts. Null when it is not an amount or has too many decimals.
 */
export function parseAmount(text: string, exponent: number): number | null {
  const match = /^(\d*)(?:[.,](\d+))?$/.exec(text.trim())
  if (match === null) return null
  const [, whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return null
  if (fraction.length > exponent) return null
  const amount = Number(whole + fraction.padEnd(exponent, '0'))
  return Number.isSafeInteger(amount) ? amount : null
}

/** 1230 with exponent 2 → "12.30", which `parseAmount` reads again. Digits are moved as text: dividing would go through a float. */
export function decimalText(amount: number, exponent: number): Intl.StringNumericLiteral {
  if (!Number.isSafeInteger(amount)) throw new Error(`assertion failed: ${amount} is not a whole amount`)
  const sign = amount < 0 ? '-' : ''
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const point = digits.length - exponent
  const text = exponent === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  // The literal type cannot be built by concatenation; the lines above only produce digits and one point.
  return `${sign}${text}` as Intl.StringNumericLiteral
}
