const NOTES = [1, 2, 5]
const COUNT = 4

/**
 * What a guest is likely to hand over: the next round sums a few notes make. Works for any currency: the smallest
 * note is five units of one with decimals and a thousand of one without.
 */
export function quickAmounts(due: number, exponent: number): readonly number[] {
  if (due <= 0) return []
  const smallest = exponent === 0 ? 1000 : 5 * 10 ** exponent
  const sums = new Set<number>()
  for (const note of notesFrom(Math.max(smallest, due / 20))) {
    const sum = Math.ceil(due / note) * note
    if (sum > due) sums.add(sum)
    if (sums.size >= COUNT) break
  }
  return [...sums].sort((a, b) => a - b)
}

/** 5, 10, 20, 50, 100… from the first that is not below `least`. */
function* notesFrom(least: number): Generator<number> {
  for (let power = 1; ; power *= 10) {
    for (const note of NOTES) if (note * power >= least) yield note * power
  }
}
