import type { ItemTotal } from '#domain/day/day-report.ts'

export type ItemColumn = 'qty' | 'amount'

export interface ItemSort {
  readonly by: ItemColumn
  readonly descending: boolean
}

/** Sorted by a column; names decide between equals, so that the order is the same each time. */
export function sortItems(items: readonly ItemTotal[], { by, descending }: ItemSort): readonly ItemTotal[] {
  const direction = descending ? -1 : 1
  return [...items].sort((a, b) => direction * (a[by] - b[by]) || a.name.localeCompare(b.name))
}

/** What a tap on a column's head does: the largest first, then the other way round. */
export function nextSort(sort: ItemSort, by: ItemColumn): ItemSort {
  return { by, descending: sort.by === by ? !sort.descending : true }
}
