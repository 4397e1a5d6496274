/**
 * A whole number of any size: a plain number while that is exact, a BigInt beyond. Sums and products here are always
 * exact; plain numbers merely make the usual case fast. Compare with `<` and `>`, which know both.
 */
export type Whole = number | bigint

export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return BigInt(a) + BigInt(b)
}

export function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product
  }
  return BigInt(a) * BigInt(b)
}

/** How often `divisor` (above zero) goes into `value` (zero or more), and what is left. */
export function divide(value: Whole, divisor: Whole): { readonly quotient: Whole; readonly rest: Whole } {
  if (typeof value === 'number' && typeof divisor === 'number') {
    const rest = value % divisor
    return { quotient: (value - rest) / divisor, rest }
  }
  const [n, d] = [BigInt(value), BigInt(divisor)]
  return { quotient: n / d, rest: n % d }
}
