/** As far as compounding goes: a tax and the taxes it is a percentage of. */
export interface Named {
  readonly id: string
  readonly on?: readonly string[]
}

/** The taxes that, through the names they compound on, come back to themselves. [TAX6] */
export function taxesInCircle<T extends Named>(taxes: readonly T[]): readonly T[] {
  const byId = new Map(taxes.map((tax) => [tax.id, tax]))
  return taxes.filter((tax) => reaches(tax, tax.id, byId, new Set()))
}

function reaches(tax: Named, goal: string, byId: ReadonlyMap<string, Named>, seen: Set<string>): boolean {
  return (tax.on ?? []).some((id) => {
    if (id === goal) return true
    const next = byId.get(id)
    if (next === undefined || seen.has(id)) return false
    seen.add(id)
    return reaches(next, goal, byId, seen)
  })
}
