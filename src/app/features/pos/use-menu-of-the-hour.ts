import { useEffect, useMemo, useState } from 'react'
import type { MenuItemView, MenuView } from '#device/messages.ts'
import { gridPrices } from '#domain/menu/grid-prices.ts'

const MINUTE_MS = 60_000

/** A dish with the price its line would get now. */
export interface DishOfTheHour extends MenuItemView {
  /** What it costs otherwise, where a price list says something else now. */
  readonly usualPrice?: MenuItemView['price']
}

export interface MenuOfTheHour extends MenuView {
  readonly items: readonly DishOfTheHour[]
}

/**
 * The menu with the prices that count for this order here and now; the very same object until one of them changes, so
 * that a tap has no part in it. [LEVEL4]
 */
export function useMenuOfTheHour(
  menu: MenuView | undefined,
  service: string,
  areaId: string | null,
): MenuOfTheHour | undefined {
  const pricing = menu?.pricing ?? null
  const minute = useMinute(pricing?.clockAheadMs ?? null)
  const prices = useMemo(() => {
    if (menu === undefined || pricing === null) return NO_PRICES
    const terms = { service, areaId, now: minute * MINUTE_MS, settings: pricing.settings }
    return JSON.stringify([...gridPrices(menu.items, pricing.sizes, pricing.lists, terms)])
  }, [menu, pricing, service, areaId, minute])
  return useMemo(() => {
    if (menu === undefined || prices === NO_PRICES) return menu
    const priced = new Map(JSON.parse(prices) as readonly (readonly [string, MenuItemView['price']])[])
    const items = menu.items.map((item) => {
      const price = priced.get(item.id)
      return price === undefined ? item : { ...item, price, usualPrice: item.price }
    })
    return { ...menu, items }
  }, [menu, prices])
}

const NO_PRICES = '[]'

/** Minutes since 1970 by a clock that is so far ahead of the page's; it stands still where nobody asks (null). */
function useMinute(aheadMs: number | null): number {
  const ahead = aheadMs ?? 0
  const [minute, setMinute] = useState(() => minuteAt(ahead))
  useEffect(() => {
    if (aheadMs === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const next = (): void => {
      setMinute(minuteAt(ahead))
      timer = setTimeout(next, MINUTE_MS - ((Date.now() + ahead) % MINUTE_MS))
    }
    next()
    return () => clearTimeout(timer)
  }, [aheadMs, ahead])
  return minute
}

function minuteAt(aheadMs: number): number {
  return Math.floor((Date.now() + aheadMs) / MINUTE_MS)
}
