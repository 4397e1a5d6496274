/** A percentage of an amount in minor units, rounded half up. */
export function tipOf(amount: number, percent: number): number {
  return Math.floor((amount * percent + 50) / 100)
}
