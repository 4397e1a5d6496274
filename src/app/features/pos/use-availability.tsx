import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react'
import { useAsk } from '#app/data/use-ask.ts'
import type { MenuItemView, MenuView } from '#device/messages.ts'
import type { ScarceView } from '#device/messages/scarce-view.ts'
import { useLongPress } from './use-long-press.ts'

// Seldom needed: fetched when somebody says that something is out, and kept for offline.
const AvailabilityDialog = lazy(async () => ({
  default: (await import('./availability-dialog.tsx')).AvailabilityDialog,
}))

interface Availability {
  /** How many are left of what is counted. */
  readonly left: ReadonlyMap<string, number>
  /** What is 86 by itself, with the ingredient that is used up. */
  readonly missing: ReadonlyMap<string, string>
  /** For whatever holds the dishes: one that is held opens its sheet. */
  readonly holding: ReturnType<typeof useLongPress>
  readonly dialog: ReactNode
  /** Adds what is on sale; of what is not it says so, and asks whether it is back. */
  tap(dish: MenuItemView): void
}

/** What is 86 or counted, and the way to say so from the grid. */
export function useAvailability(
  menu: MenuView | undefined,
  onAdd: (dish: MenuItemView) => void,
): Availability {
  const { data: scarce } = useAsk('scarce', null)
  const [dishId, setDishId] = useState<string | null>(null)
  const left = useMemo(
    () => new Map((scarce ?? []).flatMap((one) => (one.left === null ? [] : [[one.id, one.left] as const]))),
    [scarce],
  )
  const missing = useMissing(scarce)
  const tap = useCallback(
    (dish: MenuItemView) => (dish.available && !missing.has(dish.id) ? onAdd(dish) : setDishId(dish.id)),
    [onAdd, missing],
  )
  const holding = useLongPress((target) => {
    const id = target.closest('[data-dish]')?.getAttribute('data-dish') ?? null
    setDishId(id)
    return id !== null
  })
  const dish = menu?.items.find(({ id }) => id === dishId)
  const dialog = dish !== undefined && (
    <Suspense fallback={null}>
      <AvailabilityDialog
        dish={dish}
        left={left.get(dish.id) ?? null}
        missing={missing.get(dish.id) ?? null}
        onClose={() => setDishId(null)}
      />
    </Suspense>
  )
  return { left, missing, holding, dialog, tap }
}

/** The same map until something else is missing: a new one paints the whole grid. */
function useMissing(scarce: readonly ScarceView[] | undefined): ReadonlyMap<string, string> {
  const key = JSON.stringify(
    (scarce ?? []).flatMap(({ id, missing }) => (missing === null ? [] : [[id, missing]])),
  )
  return useMemo(() => new Map(JSON.parse(key) as readonly (readonly [string, string])[]), [key])
}
