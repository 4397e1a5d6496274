import { useCallback, useEffect, useState } from 'react'
import type { MenuItemView, OrderView } from '#device/messages.ts'
import type { LinePlace } from './options/line-place.ts'
import type { Choosing } from './options/choosing.ts'

interface Lines {
  add(menuItemId: string, place: LinePlace): void
  settle(itemId: string): void
}

interface Choices {
  readonly choosing: Choosing | null
  /** One more of a dish, or the sheet with what it asks first. */
  tapDish(dish: MenuItemView): void
  /** The sheet of a line. */
  openLine(itemId: string): void
  stop(nothing: null): void
}

/** What a tap on the menu or on a line leads to. */
export function useChoosing(
  { items, readOnly }: Pick<OrderView, 'items' | 'readOnly'>,
  { add, settle }: Lines,
  place: LinePlace,
): Choices {
  const [choosing, stop] = useState<Choosing | null>(null)
  const tapDish = useCallback(
    (dish: MenuItemView) => {
      if (readOnly) return
      openLine(null)
      if (dish.asks === 'nothing') add(dish.id, place)
      else stop({ kind: 'dish', dish })
    },
    [add, readOnly, place],
  )
  // A line is painted before the device has answered: one tapped that soon opens when it is there.
  const [wanted, openLine] = useState<string | null>(null)
  useEffect(() => {
    const line = items.find((item) => item.id === wanted)
    if (line === undefined) return
    settle(line.id)
    stop({ kind: 'line', line })
    openLine(null)
  }, [settle, items, wanted])
  return { choosing, tapDish, openLine, stop }
}
