import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react'
import { useAsk } from '#app/data/use-ask.ts'
import type { MenuItemView, MenuView } from '#device/messages.ts'
import { useLongPress } from './use-long-press.ts'

// Seldom needed: fetched when somebody says that something is out, and kept for offline.
const AvailabilityDialog = lazy(async () => ({
  default: (await import('./availability-dialog.tsx')).AvailabilityDialog,
}))

interface Availability {
  /** How many are left of what is counted. */
  readonly left: ReadonlyMap<string, number>
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
  const tap = useCallback(
    (dish: MenuItemView) => (dish.available ? onAdd(dish) : setDishId(dish.id)),
    [onAdd],
  )
  const holding = useLongPress((target) => {
    const id = target.closest('[data-dish]')?.getAttribute('data-dish') ?? null
    setDishId(id)
    return id !== null
  })
  const dish = menu?.items.find(({ id }) => id === dishId)
  const dialog = dish !== undefined && (
    <Suspense fallback={null}>
      <AvailabilityDialog dish={dish} left={left.get(dish.id) ?? null} onClose={() => setDishId(null)} />
    </Suspense>
  )
  return { left, holding, dialog, tap }
}
