/** The coins and notes somebody counts a drawer by, in minor units, the largest first. */
export interface Denominations {
  readonly notes: readonly number[]
  readonly coins: readonly number[]
}

/** A face value that is both a coin and a note stands where there are more of it in a drawer. [COUNT1] */
const KNOWN: { readonly [code: string]: Denominations } = {
  EUR: { notes: [50000, 20000, 10000, 5000, 2000, 1000, 500], coins: [200, 100, 50, 20, 10, 5, 2, 1] },
  USD: { notes: [10000, 5000, 2000, 1000, 500, 200, 100], coins: [50, 25, 10, 5, 1] },
  GBP: { notes: [5000, 2000, 1000, 500], coins: [200, 100, 50, 20, 10, 5, 2, 1] },
  CHF: { notes: [100000, 20000, 10000, 5000, 2000, 1000], coins: [500, 200, 100, 50, 20, 10, 5] },
  JPY: { notes: [10000, 5000, 2000, 1000], coins: [500, 100, 50, 10, 5, 1] },
  AUD: { notes: [10000, 5000, 2000, 1000, 500], coins: [200, 100, 50, 20, 10, 5] },
  INR: { notes: [50000, 20000, 10000, 5000, 2000, 1000], coins: [500, 200, 100, 50] },
  AED: { notes: [100000, 50000, 20000, 10000, 5000, 2000, 1000, 500], coins: [100, 50, 25] },
}

/** Of a currency; of one that is not known here, what most have: 1, 2 and 5 of everything up to five hundred. */
export function denominationsOf(currency: {
  readonly code: string
  readonly exponent: number
}): Denominations {
  const known = KNOWN[currency.code]
  if (known !== undefined) return known
  // Where there are no decimals, a thousand is what one is elsewhere.
  const unit = currency.exponent === 0 ? 1000 : 10 ** currency.exponent
  const values: number[] = []
  for (let power = 1; power <= 100 * unit; power *= 10) values.unshift(5 * power, 2 * power, power)
  return {
    notes: values.filter((value) => value >= 5 * unit),
    coins: values.filter((value) => value < 5 * unit),
  }
}
