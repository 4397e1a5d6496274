import type { StockItemView } from '#device/messages/stock-views.ts'
import type { SheetKind } from './sheet-commands.ts'

/** How an ingredient stands: nothing left, at the level where it is low, or enough. */
export type Standing = 'below' | 'out' | 'low' | 'good'

const URGENCY: readonly Standing[] = ['below', 'out', 'low', 'good']

export function standingOf({
  level,
  low,
  active,
}: Pick<StockItemView, 'level' | 'low' | 'active'>): Standing {
  if (!active) return 'good'
  if (level < 0) return 'below'
  // What nobody sets a level for is not missed before it is counted.
  if (low === 0) return 'good'
  if (level === 0) return 'out'
  return level <= low ? 'low' : 'good'
}

/** What must be bought comes first; by name among equals. */
function byUrgency(items: readonly StockItemView[]): readonly StockItemView[] {
  return items.toSorted((a, b) => {
    const urgency = URGENCY.indexOf(standingOf(a)) - URGENCY.indexOf(standingOf(b))
    return urgency === 0 ? a.name.localeCompare(b.name) : urgency
  })
}

export type Shown = 'all' | 'low' | 'retired'

export function shownOf(
  items: readonly StockItemView[],
  shown: Shown,
  search: string,
): readonly StockItemView[] {
  const words = search.trim().toLowerCase()
  return byUrgency(
    items.filter((item) => {
      if (item.active === (shown === 'retired')) return false
      if (shown === 'low' && standingOf(item) === 'good') return false
      return `${item.name} ${item.supplier}`.toLowerCase().includes(words)
    }),
  )
}

/** A count goes along the shelf; what is bought or spoilt begins with what is missing. */
export function inPlace(kind: SheetKind, items: readonly StockItemView[]): readonly StockItemView[] {
  const active = items.filter((item) => item.active)
  return kind === 'receive' ? byUrgency(active) : active.toSorted((a, b) => a.name.localeCompare(b.name))
}
