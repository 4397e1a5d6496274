import type { Check, LineShare } from '#domain/check/check.ts'
import { minor } from '#domain/money/money.ts'
import type { Random } from '../simulation/random.ts'

export interface SeatedLine {
  readonly id: string
  readonly seat: number
}

export function arbitrarySeats(random: Random, ids: readonly string[]): readonly SeatedLine[] {
  return ids.map((id) => ({ id, seat: random.int(0, 4) }))
}

/** Checks that may be on one order together: no line more than once on a check, or more than whole on all of them. */
export function arbitraryChecks(random: Random, ids: readonly string[], total: number): readonly Check[] {
  const count = random.int(0, 5)
  const equal = random.chance(0.4) ? random.int(2, 7) : null
  const checks = Array.from({ length: count }, (_, n): Check => {
    const amount = random.chance(0.25) ? minor(random.int(1, Math.max(1, total))) : null
    const seats = amount === null && random.chance(0.5) ? [n + 1] : []
    return { id: `k${n}`, name: `${n}`, shares: [], seats, amount }
  })
  const shares = new Map(checks.map(({ id }) => [id, [] as LineShare[]]))
  for (const itemId of ids) {
    if (equal === null && random.chance(0.4)) continue
    const of = equal ?? random.pick([1, 2, 3, 4, 7, 12, 99])
    let left = of
    for (const check of checks) {
      if (check.amount !== null || left === 0 || (equal === null && random.chance(0.4))) continue
      const parts = equal === null ? random.int(1, left) : 1
      shares.get(check.id)?.push({ itemId, parts, of })
      left -= parts
    }
  }
  return checks.map((check) => ({ ...check, shares: shares.get(check.id) ?? [] }))
}
