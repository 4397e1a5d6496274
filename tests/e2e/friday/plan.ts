import { menu } from '#demo/menu/menu.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import type { Random } from '../../simulation/random.ts'

/** A dish that goes on the order with one tap. */
export interface Dish {
  readonly name: string
  /** In cents, its tax inside. */
  readonly price: number
  /** In percent. */
  readonly tax: number
  readonly station: 'kitchen' | 'bar'
}

export interface PlannedLine {
  readonly dish: Dish
  readonly qty: number
}

/** What a table will have, and how it will pay. Everything that happens on the evening stands here before it begins. */
export interface PlannedOrder {
  readonly nth: number
  /** Null: takeaway. */
  readonly table: string | null
  readonly lines: readonly PlannedLine[]
  /** Struck after the kitchen had it. */
  readonly voided: Dish | null
  /** On the house. */
  readonly comped: Dish | null
  /** Percent off all of it, only on orders of one tax rate: a sum by hand needs no shares then. */
  readonly discount: number
  /** Equal checks. */
  readonly ways: number
  readonly method: 'Cash' | 'Card'
}

const DISHES: readonly Dish[] = menu.flatMap((record) => {
  if (record.type !== 'menu_item') return []
  const {
    name,
    price,
    taxIds,
    stationId,
    groups = [],
    variants = [],
    slots = [],
    pricing,
  }: MenuItem = record.fields
  const asks = groups.length + variants.length + slots.length > 0 || (pricing ?? 'fixed') !== 'fixed'
  if (asks) return []
  const tax = Number(/^tax-(\d+)$/.exec(taxIds[0] ?? '')?.[1])
  return [
    { name, price, tax, station: stationId === 'station-bar' ? ('bar' as const) : ('kitchen' as const) },
  ]
})

/** So many orders, drawn from the seed. Two waiters take turns, each with tables of their own. */
export function planService(
  random: Random,
  count: number,
  tables: readonly string[],
): readonly PlannedOrder[] {
  return Array.from({ length: count }, (_, nth) => planOrder(random, nth, tables))
}

function planOrder(random: Random, nth: number, tables: readonly string[]): PlannedOrder {
  const discount = nth % 5 === 1 ? random.pick([10, 20]) : 0
  const offered = discount > 0 ? DISHES.filter(({ tax }) => tax === 13) : DISHES
  const lines = linesOf(random, offered)
  const dishes = lines.map(({ dish }) => dish)
  const [, second = null] = dishes
  const more = dishes.length > 2
  // The station keeps something to make: a ticket of struck lines alone is another story.
  const spare = dishes.find((dish) =>
    dishes.some((other) => other !== dish && other.station === dish.station),
  )
  return {
    nth,
    table: nth % 7 === 6 ? null : (tables[nth % tables.length] ?? null),
    lines,
    voided: nth % 5 === 2 && more ? (spare ?? null) : null,
    comped: nth % 5 === 3 && more ? second : null,
    discount,
    ways: nth % 5 === 4 ? random.int(2, 3) : 1,
    method: random.chance(0.5) ? 'Cash' : 'Card',
  }
}

function linesOf(random: Random, offered: readonly Dish[]): readonly PlannedLine[] {
  const count = random.int(2, 4)
  const dishes = new Set<Dish>()
  while (dishes.size < count) dishes.add(random.pick(offered))
  return [...dishes].map((dish) => ({ dish, qty: random.chance(0.25) ? 2 : 1 }))
}
