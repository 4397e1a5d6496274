import type { Known, MenuFacts } from '#domain/context.ts'
import { configure } from './configure.ts'
import type { MenuItem } from './menu.ts'
import { activeVariants } from './variant.ts'

/** What a person must say before an item can be on an order. */
export type Asks = 'nothing' | 'choice' | 'price' | 'weight'

/** Neither price nor time of day changes what must be said. */
const ANY_TERMS = {
  service: '',
  mode: 'half_up',
  now: 0,
  settings: { zone: 'UTC', cutoverHour: 0 },
} as const

/**
 * What a tap on an item has to ask: nothing, where it is sold as it stands. An item that is sold out asks what it
 * would ask if it were back.
 */
export function asksOf(item: Known<MenuItem>, facts: Pick<MenuFacts, 'groups' | 'parts'>): Asks {
  if (item.pricing === 'open') return 'price'
  if (item.pricing === 'weight') return 'weight'
  if (!offersChoice(item)) return 'nothing'
  const menu = {
    ...facts,
    item: { ...item, available: true, active: true },
    categories: [],
    taxes: [],
    priceLists: [],
    areaId: null,
  }
  return configure({}, menu, ANY_TERMS).ok ? 'nothing' : 'choice'
}

/** Most items offer nothing: they are not looked at any further. */
function offersChoice(item: Pick<MenuItem, 'variants' | 'groups' | 'slots'>): boolean {
  return activeVariants(item).length > 0 || (item.groups ?? []).length > 0 || (item.slots ?? []).length > 0
}
