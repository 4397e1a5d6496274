import type { TFunction } from 'i18next'
import type { Format } from '#app/data/use-format.ts'
import type { MenuItemView } from '#device/messages.ts'

/** What the grid says an item costs: its price, the price it begins at, or that of its unit. */
export function priceWords(item: MenuItemView, t: TFunction<'pos'>, money: Format['money']): string {
  const price = money(item.price)
  if (item.asks === 'price') return t('menu.openPrice')
  if (item.asks === 'weight') return t('menu.perUnit', { price, unit: item.unit })
  return item.sized ? t('menu.from', { price }) : price
}
